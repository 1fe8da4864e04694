// Chooses one person from the CRM's owners: a search box that steers a list, by keyboard alone or by mouse.
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { classes } from '@/components/ui/classes';
import { Mark } from '@/components/ui/Mark';
import { TextField } from '@/components/ui/TextField';
import type { Person } from '@/lib/record/record';
import styles from './PersonPicker.module.css';
import { searchPeople } from './person-search';

/** More than these are found by typing, not by scrolling. */
const SHOWN = 50;

type Props = {
  people: Person[];
  chosen: Person | null;
  onChoose: (person: Person) => void;
  /** Enter on the person who is already chosen: go on. */
  onConfirm?: () => void;
  /** Takes the keyboard at once, where the person has just asked to choose. */
  autoFocus?: boolean;
};

export function PersonPicker({ people, chosen, onChoose, onConfirm, autoFocus }: Props) {
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();
  const activeOption = useRef<HTMLDivElement>(null);
  const found = searchPeople(people, typed);
  const shown = found.slice(0, SHOWN);
  const at = Math.min(active, shown.length - 1);
  const optionId = (index: number) => `${listId}-${index}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is active may lie outside the list's view
  useEffect(() => {
    activeOption.current?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const onKeyDown = (event: KeyboardEvent) => {
    const last = shown.length - 1;
    const moves: Record<string, number> = {
      ArrowDown: at >= last ? 0 : at + 1,
      ArrowUp: at <= 0 ? last : at - 1,
      PageDown: Math.min(last, at + 5),
      PageUp: Math.max(0, at - 5),
    };
    const to = moves[event.key];
    const person = shown[at];
    if (to !== undefined) setActive(to);
    else if (event.key === 'Enter' && person) person.id === chosen?.id ? onConfirm?.() : onChoose(person);
    else if (event.key === 'Escape' && typed) setTyped('');
    else return;
    event.preventDefault();
  };

  return (
    <div className={styles.picker}>
      <TextField
        label="Your name or e-mail"
        autoFocus={autoFocus}
        value={typed}
        onChange={(text) => {
          setTyped(text);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        role="combobox"
        aria-expanded={shown.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={shown.length > 0 ? optionId(at) : undefined}
      />
      <div className={styles.list} id={listId} role="listbox" aria-label="Owners">
        {shown.map((person, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the search box's
          <div
            key={person.id}
            id={optionId(index)}
            ref={index === at ? activeOption : undefined}
            role="option"
            tabIndex={-1}
            aria-selected={person.id === chosen?.id}
            className={classes(styles.option, index === at && styles.active)}
            onClick={() => {
              setActive(index);
              onChoose(person);
            }}
          >
            <span className={styles.mark}>{person.id === chosen?.id && <Mark value="yes" word="" />}</span>
            <span className={styles.name} dir="auto">
              {person.name || person.email}
            </span>
            {person.name && <span className={styles.email}>{person.email}</span>}
          </div>
        ))}
      </div>
      <p className={styles.count} role="status">
        {countWords(found.length, shown.length, people.length)}
      </p>
    </div>
  );
}

function countWords(found: number, shown: number, all: number): string {
  if (all === 0) return 'This account has no owners that the key may see.';
  if (found === 0) return 'Nobody matches. Try another part of the name or the e-mail address.';
  if (found > shown) return `${shown} of ${found} people shown. Type more to find yours.`;
  return found === 1 ? '1 person' : `${found} people`;
}
