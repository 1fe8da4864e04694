// One of a few, one under the other with all their words in sight: real radio buttons under a list's look.
import { OptionGroup, type OptionGroupProps } from './OptionGroup';

type Props = OptionGroupProps & { value: string; required?: boolean; onChange: (value: string) => void };

export function RadioList({ value, onChange, ...group }: Props) {
  return <OptionGroup {...group} type="radio" isChosen={(one) => one === value} onChoose={onChange} />;
}
