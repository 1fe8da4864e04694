// The diff: each field with its old value struck and its new one, and what should be known about it.
import { Check } from '@/components/ui/Check';
import { Notice } from '@/components/ui/Notice';
import { VisuallyHidden } from '@/components/ui/VisuallyHidden';
import type { Plan } from '@/lib/qualification';
import { spot } from '../keys/focus';
import { useSidebar } from '../store/useSidebar';
import styles from './Changes.module.css';
import section from './Review.module.css';

type Props = {
  plan: Plan;
  crmName: string;
  backwardSeen: boolean;
  keptTheirs: number;
  /** What the CRM said of a field at the last try. */
  refused: ReadonlyMap<string, string>;
};

export function Changes({ plan, crmName, backwardSeen, keptTheirs, refused }: Props) {
  const { decisions } = useSidebar();
  const backward = plan.changes.some((change) => change.backward);
  const backwardWords = plan.notices.filter((notice) => notice.kind === 'backward');
  const others = plan.notices.filter(
    (notice) => notice.kind !== 'backward' && !plan.blocked?.startsWith(notice.text),
  );
  return (
    <section className={section.section}>
      <h3>Changes in {crmName}</h3>
      {plan.changes.length > 0 && (
        <dl className={styles.diff}>
          {plan.changes.map((change) => (
            <div key={change.field} className={styles.change}>
              <dt className={styles.label}>{change.label}</dt>
              <dd className={styles.values}>
                <del className={styles.old}>
                  <VisuallyHidden>from </VisuallyHidden>
                  {change.fromText}
                </del>
                <span className={styles.arrow} aria-hidden="true">
                  →
                </span>
                <ins className={styles.new}>
                  <VisuallyHidden>to </VisuallyHidden>
                  {change.toText}
                </ins>
              </dd>
              {refused.has(change.field) && <dd className={styles.refused}>{refused.get(change.field)}</dd>}
            </div>
          ))}
        </dl>
      )}
      {plan.changes.length === 0 && !plan.form?.instead && <p className={styles.none}>No field changes.</p>}
      {keptTheirs > 0 && <p className={styles.none}>{crmName}’s newer values are kept.</p>}
      {others.map((notice) => (
        <p key={notice.text} className={styles.none}>
          {notice.text}
        </p>
      ))}
      {backward && (
        <div data-keys={backwardSeen ? undefined : spot.obstacle}>
          <Notice tone="care" title="This goes back a stage">
            {backwardWords.map((notice) => (
              <p key={notice.text}>{notice.text}</p>
            ))}
            <Check checked={backwardSeen} onChange={decisions.acknowledgeBackward}>
              Yes, move it back
            </Check>
          </Notice>
        </div>
      )}
    </section>
  );
}
