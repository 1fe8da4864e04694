// Mappings that name fields of other kinds of record.
import { describe, expect, it } from 'vitest';
import { fieldChanges } from '@/lib/qualification/plan/changes';
import { daysAgo, fact, playbook, snapshot } from '../fixture';

const facts = [fact('engagement.lastReplyAt', daysAgo(3), daysAgo(3))];

describe('a mapping over several kinds of record', () => {
  const field = (object: string, name: string) => ({
    field: `${object}.${name}`,
    label: name,
    object,
    ordered: false,
    options: [{ value: 'Prospect', label: 'Prospect', order: 0, hidden: false }],
  });
  const stageFields = [field('Lead', 'Status'), field('Contact', 'Stage__c')];
  const mapping = {
    prospect: [
      { field: 'Lead.Status', value: 'Prospect' },
      { field: 'Contact.Stage__c', value: 'Prospect' },
    ],
  };
  const decision = { kind: 'stage' as const, stage: 'prospect', override: null };

  it.each(['Lead', 'Contact'])('changes the fields of a %s alone', (object) => {
    const one = { ...snapshot(facts), stages: [], ref: { ...snapshot(facts).ref, object } };
    const found = fieldChanges(decision, 'Prospect', { playbook, snapshot: one, mapping, stageFields });
    expect(found.changes.map((change) => change.field)).toEqual([
      stageFields.find((f) => f.object === object)?.field,
    ]);
    expect(found.blocked).toBeNull();
  });

  it('has nothing for a record of another kind', () => {
    const one = { ...snapshot(facts), stages: [], ref: { ...snapshot(facts).ref, object: 'Opportunity' } };
    const { changes, notices } = fieldChanges(decision, 'Prospect', {
      playbook,
      snapshot: one,
      mapping,
      stageFields,
    });
    expect([changes, notices.map((notice) => notice.kind)]).toEqual([[], ['unmapped']]);
  });
});
