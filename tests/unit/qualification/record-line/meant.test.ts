// Answers under "decides" of the built-in playbooks' first version: read by what they say for certain.
import { describe, expect, it } from 'vitest';
import { defaultPlaybook } from '@/lib/playbook/builtin/default';
import { answer, answered, carryOver, emptyDraft } from '@/lib/qualification';
import { asMeantNow } from '@/lib/qualification/record-line/meant';
import { ann, now, ref, snapshot } from '../fixture';

const meant = (id: string, version: string, answers: Record<string, string | null>) =>
  asMeantNow({ id, version }, answers, (value) => value);

describe('an answer that meant "decides, or can connect us to who does"', () => {
  it('says that there is a way to the decision, and not who decides', () => {
    expect(meant('default', '1.0.0', { decides: 'yes', twoWay: 'yes' })).toEqual({
      connects: 'yes',
      twoWay: 'yes',
    });
    expect(meant('three-levels', '1.4.2', { decides: 'no' })).toEqual({ connects: 'no', decides: 'no' });
    expect(meant('default', '1.0.0', { decides: null })).toEqual({ decides: null });
  });
  it('is itself under a newer version, and in a team’s own playbook', () => {
    for (const [id, version] of [
      ['default', '2.0.0'],
      ['default', '10.1.0'],
      ['our-own', '1.0.0'],
    ] as const)
      expect(meant(id, version, { decides: 'yes' })).toEqual({ decides: 'yes' });
  });
  it('goes along so in an unfinished draft, and counts for the stage and not as authority', () => {
    const old = emptyDraft(ref, { id: 'default', version: '1.0.0', hash: 'old' }, now);
    const said = answer(old, 'decides', 'yes', ann, now);
    const { draft, gone } = carryOver(said, { playbook: defaultPlaybook, hash: 'new' });
    expect(gone).toEqual([]);
    const all = answered(defaultPlaybook, snapshot([]), draft, now);
    expect([all.decides?.value, all.connects?.value, all.connects?.from]).toEqual([null, 'yes', 'rep']);
    expect(carryOver(draft, { playbook: defaultPlaybook, hash: 'newer' }).draft.answers).toEqual(
      draft.answers,
    );
  });
});
