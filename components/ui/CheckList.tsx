// Several of a list, one under the other: real checkboxes under a list's look.
import { OptionGroup, type OptionGroupProps } from './OptionGroup';

type Props = OptionGroupProps & {
  values: readonly string[];
  /** In the order of the options. */
  onChange: (values: string[]) => void;
};

export function CheckList({ values, onChange, ...group }: Props) {
  const all = group.options.map(({ value }) => value);
  return (
    <OptionGroup
      {...group}
      type="checkbox"
      isChosen={(value) => values.includes(value)}
      onChoose={(value, chosen) =>
        onChange(all.filter((one) => (one === value ? chosen : values.includes(one))))
      }
    />
  );
}
