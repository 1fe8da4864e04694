// Who of a list of people comes first: by what this browser has of them, else by what the CRM's evidence said of them.
import type { Outbox } from '@/lib/background/outbox/outbox';
import type { Member, People } from '@/lib/crm/shared/crm';
import { reported } from '@/lib/diagnostics/report';
import { firstFirst, firstMark, heldFlags } from '@/lib/playbook/first';
import type { Playbook } from '@/lib/playbook/schema';
import type { Draft } from '@/lib/qualification/answers/draft';
import type { Submission } from '@/lib/qualification/plan/submission';
import { refKey } from '@/lib/record/record';
import type { Drafts } from './drafts';

type Needs = {
  drafts: Pick<Drafts, 'all'>;
  outbox: Pick<Outbox, 'all'>;
  playbook: () => Promise<Playbook>;
};

/** Flags by id. What the rep let go or set aside comes first by none of them. */
export function draftFlags({ decision, listed }: Draft): string[] {
  return decision?.kind === 'outcome' ? [] : (listed?.flags ?? []);
}

/** The same of what was confirmed. */
export function submittedFlags({ decision, answers }: Submission, playbook: Playbook): string[] {
  return decision.kind === 'outcome' ? [] : heldFlags(playbook, answers);
}

type Recorded = NonNullable<Member['recorded']>;

function recordedFlags({ decision, answers, changed }: Recorded, playbook: Playbook): string[] {
  const outcome = playbook.outcomes.some(({ id }) => id === decision);
  // What somebody changed since is not sure to be what was said.
  return outcome || changed || answers === undefined ? [] : heldFlags(playbook, answers);
}

/**
 * Marks the people of a list, and puts first whom the playbook puts first. Known are unfinished qualifications and
 * submissions of this browser, and evidence that the list's own read brought along; of others nothing is said. A list
 * whose marks can't be read is shown as it came.
 */
export function createMarks({
  drafts,
  outbox,
  playbook: active,
}: Needs): (people: People) => Promise<People> {
  async function marked(people: People): Promise<People> {
    const [playbook, kept, submissions] = await Promise.all([active(), drafts.all(), outbox.all()]);
    const draftOf = new Map(kept.drafts.map((draft) => [refKey(draft.ref), draft]));
    const lastOf = new Map(
      submissions.filter(({ state }) => state !== 'withdrawn').map((one) => [refKey(one.ref), one]),
    );
    const flagsOf = ({ ref, recorded }: Member): string[] => {
      const [draft, last] = [draftOf.get(refKey(ref)), lastOf.get(refKey(ref))];
      if (draft?.listed) return draftFlags(draft);
      if (last && last.state !== 'written') return submittedFlags(last, playbook);
      if (recorded) return recordedFlags(recorded, playbook);
      return last ? submittedFlags(last, playbook) : [];
    };
    const members = people.members.map((member): Member => {
      const first = firstMark(playbook, flagsOf(member));
      return first ? { ...member, first } : member;
    });
    return { ...people, members: firstFirst(members, ({ first }) => first !== undefined) };
  }
  return (people) =>
    marked(people)
      .catch(reported('services.marks', people))
      .then(({ members, ...rest }) => ({ ...rest, members: members.map(withoutAnswers) }));
}

/** The sidebar is told the mark, not the answers behind it. */
function withoutAnswers({ recorded, ...member }: Member): Member {
  if (!recorded) return member;
  const { answers: _, ...decided } = recorded;
  return { ...member, recorded: decided };
}
