// The diff: each field with its old value struck and its new one, and what should be known about it.
import { Check } from '@/components/ui/Check';
import { Notice } from '@/components/ui/Notice';
import { VisuallyHidden } from '@/components/ui/VisuallyHidden';
import { graveNotices, type Plan } from '@/lib/qualification';
import { part } from '../gate/read-through';
import { spot } from '../keys/focus';
import { agreementOf } from '../store/blocking';
import { useSidebar } from '../store/useSidebar';
import styles from './Changes.module.css';
import section from './Review.module.css';

type Props = {
  plan: Plan;
  crmName: string;
  /** What the rep has agreed to. */
  agreed: string | null;
  keptTheirs: number;
  /** What the CRM said of a field at the last try. */
  refused: ReadonlyMap<string, string>;
};

export function Changes({ plan, crmName, agreed, keptTheirs, refused }: Props) {
  const { decisions } = useSidebar();
  const agreement = agreementOf(plan);
  const grave = graveNotices(plan.notices);
  const others = plan.notices.filter(
    (notice) => !grave.includes(notice) && !plan.blocked?.startsWith(notice.text),
  );
  const seen = agreed === agreement?.words;
  return (
    <section className={section.section}>
      <h3>Changes in {crmName}</h3>
      {plan.changes.length > 0 && (
        <dl className={styles.diff}>
          {plan.changes.map((change) => (
            <div key={change.field} className={styles.change} {...part}>
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
      {plan.changes.length === 0 && !plan.form?.instead && (
        <p className={styles.none} {...part}>
          No field changes.
        </p>
      )}
      {keptTheirs > 0 && (
        <p className={styles.none} {...part}>
          {crmName}’s newer values are kept.
        </p>
      )}
      {others.map((notice) => (
        <p key={notice.text} className={styles.none} {...part}>
          {notice.text}
        </p>
      ))}
      {agreement && (
        <div data-keys={seen ? undefined : spot.obstacle} {...part}>
          <Notice tone="care" title={agreement.title}>
            {agreement.texts.map((text) => (
              <p key={text}>{text}</p>
            ))}
            <Check checked={seen} onChange={(yes) => decisions.agree(yes ? agreement.words : null)}>
              {agreement.tick}
            </Check>
          </Notice>
        </div>
      )}
    </section>
  );
}
