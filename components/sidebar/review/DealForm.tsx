// The deal that may be made with an opportunity. Nothing is made unless it is ticked.
import { Check } from '@/components/ui/Check';
import { Select } from '@/components/ui/Select';
import { TextField } from '@/components/ui/TextField';
import type { ReviewOptions } from '@/lib/crm/shared/crm';
import { firmName } from '@/lib/qualification';
import type { DealDraft } from '@/lib/qualification/answers/draft';
import type { Snapshot } from '@/lib/record/snapshot';
import { part } from '../gate/read-through';
import { spot } from '../keys/focus';
import { useSidebar } from '../store/useSidebar';
import { aDeal, titled } from '../words/deal';
import { dayAfter } from '../words/time';
import { Amount } from './Amount';
import styles from './DealForm.module.css';

type Props = { snapshot: Snapshot; deal: DealDraft | null; options: ReviewOptions };

export function DealForm({ snapshot, deal, options }: Props) {
  const { decisions, now } = useSidebar();
  const open = snapshot.deals.filter((one) => one.open);
  const { pipelines, dealGap, currency, dealWord = 'deal' } = options;
  const first = pipelines[0];
  if (dealGap !== null || !first)
    return dealGap ? (
      <p className={styles.hint}>
        No {dealWord} can be made: {dealGap}
      </p>
    ) : null;
  const held: DealDraft = deal ?? {
    create: false,
    name: firmName(snapshot) || snapshot.name,
    pipeline: first.id,
    stage: first.stages[0]?.value ?? '',
    amount: null,
    closeDate: dayAfter(now(), { months: 1 }),
  };
  const change = (part: Partial<DealDraft>) => decisions.editDeal({ ...held, ...part });
  const pipeline = pipelines.find((one) => one.id === held.pipeline) ?? first;
  return (
    <section className={styles.deal} aria-label={titled(dealWord)}>
      <div {...part}>
        <Check checked={held.create} onChange={(create) => change({ create })}>
          Also create {aDeal(dealWord)}
        </Check>
      </div>
      {open.length > 0 && (
        <p className={styles.hint}>
          Open already: {open.map((one) => `${one.name} (${one.stage})`).join(', ')}
        </p>
      )}
      {held.create && (
        <div
          className={styles.fields}
          data-keys={held.name.trim() && held.closeDate ? undefined : spot.obstacle}
        >
          <div {...part}>
            <TextField label="Name" maxLength={200} value={held.name} onChange={(name) => change({ name })} />
          </div>
          {(pipelines.length > 1 || first.label !== '') && (
            <div {...part}>
              <Select
                label="Pipeline"
                value={held.pipeline}
                options={pipelines.map((one) => ({ value: one.id, label: one.label }))}
                onChange={(id) =>
                  change({
                    pipeline: id,
                    stage: pipelines.find((one) => one.id === id)?.stages[0]?.value ?? '',
                  })
                }
              />
            </div>
          )}
          <div {...part}>
            <Select
              label={`Stage of the ${dealWord}`}
              value={held.stage}
              options={pipeline.stages}
              onChange={(stage) => change({ stage })}
            />
          </div>
          <div {...part}>
            <Amount value={held.amount} currency={currency} onChange={(amount) => change({ amount })} />
          </div>
          <div {...part}>
            <TextField
              label="Close date"
              type="date"
              value={held.closeDate}
              onChange={(closeDate) => change({ closeDate })}
            />
          </div>
        </div>
      )}
    </section>
  );
}
