// One section of the console, with its heading.
import { type ReactNode, useEffect, useRef } from 'react';
import styles from './Section.module.css';

type Props = {
  title: string;
  lead?: ReactNode;
  /** What stands above the heading: a choice of what the section shows. */
  before?: ReactNode;
  /** Buttons beside the heading. */
  actions?: ReactNode;
  children: ReactNode;
};

/** Takes the keyboard to its heading when it was opened from the navigation; not on the page's first paint. */
export function Section({ title, lead, before, actions, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement !== document.body) heading.current?.focus();
  }, []);
  return (
    <div className={styles.section}>
      {before}
      <header className={styles.head}>
        <div className={styles.line}>
          <h1 className={styles.title} ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {actions}
        </div>
        {lead && <p className={styles.lead}>{lead}</p>}
      </header>
      {children}
    </div>
  );
}
