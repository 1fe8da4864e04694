// Every message and the service that answers it.
import type { Connections } from '@/lib/background/connections/connections';
import type { Outbox } from '@/lib/background/outbox/outbox';
import type { Sweep } from '@/lib/background/storage/sweep';
import type { People } from '@/lib/crm/shared/crm';
import type { ActivePlaybook, CrmWays } from '@/lib/protocol/messages';
import type { Clear } from './clear';
import type { Diagnostics } from './diagnostics';
import type { Drafts } from './drafts';
import type { Follow } from './follow';
import type { Layouts } from './layout';
import type { Leave } from './leave';
import type { Mappings } from './mappings';
import type { OwnPage } from './pages';
import type { createQueue } from './queue';
import type { Records } from './records';
import type { Review } from './review';
import type { Handlers } from './router';
import type { Show } from './show';
import type { Still } from './still';
import type { Submissions } from './submissions';

export type Services = {
  layouts: Layouts;
  records: Records;
  marks: (people: People) => Promise<People>;
  drafts: Drafts;
  review: Review;
  submissions: Submissions;
  outbox: Outbox;
  /** The rep has seen that a submission is lost. */
  dismiss: (id: string) => Promise<void>;
  playbook: () => Promise<ActivePlaybook>;
  playbooks: () => Promise<ActivePlaybook[]>;
  choosePlaybook: (id: string, still: Still) => Promise<ActivePlaybook>;
  connections: Connections;
  /** Rejects with why the connection does not work now. */
  test: (crm: string, account: string) => Promise<void>;
  ways: () => Promise<CrmWays[]>;
  diagnostics: Diagnostics;
  clear: Clear;
  leave: Leave;
  /** Takes what was deleted out of the browser's files. Never rejects. */
  sweep: Sweep;
  follow: Follow;
  mappings: Mappings;
  queue: ReturnType<typeof createQueue>;
  show: Show;
  openPage: (page: OwnPage, section?: string, account?: { crm: string; account: string }) => Promise<void>;
  focusPage: (tab: number) => Promise<unknown>;
};

const nothing = async (done: Promise<unknown>): Promise<null> => {
  await done;
  return null;
};

export function createHandlers(all: Services): Handlers {
  const { layouts, records, drafts, review, submissions, outbox, connections, mappings, diagnostics } = all;
  return {
    'page.hello': async () => ({ layout: await layouts.remembered() }),
    'page.layout': async ({ layout }, { tab }, still) => ({
      layout: await layouts.fromPage(tab, layout, still),
    }),
    'panel.layout': async ({ layout }, { tab }, still) => ({
      layout: await layouts.fromPanel(tab, layout, still),
    }),
    'panel.leave': (_, { tab }) => nothing(all.focusPage(tab)),
    'panel.close': (_, { tab }) => nothing(layouts.fromPanel(tab, { open: false })),
    'record.read': ({ ref }, { tab }) => records.read(tab, ref),
    'record.kept': ({ ref }, { tab }) => records.kept(tab, ref),
    'record.follow': ({ ref, submission }, { tab }) => nothing(all.follow(tab, ref, submission)),
    'members.read': async ({ ref }, { tab }) => all.marks(await records.members(tab, ref)),
    'draft.load': ({ ref }, { tab }) => drafts.load(tab, ref),
    'draft.save': ({ draft, base }, { tab }, still) => drafts.save(tab, draft, base, still),
    'draft.drop': ({ ref, revision }, { tab }) => drafts.drop(tab, ref, revision),
    'review.options': ({ ref, decision }, { tab }) => review.options(tab, ref, decision),
    'review.fields': ({ ref, fields }, { tab }) => review.fields(tab, ref, fields),
    'submission.send': ({ submission }, { tab }, still) => submissions.send(tab, submission, still),
    'submission.open': ({ ref }, { tab }) => submissions.open(tab, ref),
    'submission.get': ({ ref, id }, { tab }) => submissions.get(tab, ref, id),
    'submission.withdraw': ({ ref, id, unsent }, { tab }, still) =>
      submissions.withdraw(tab, ref, id, unsent, still),
    'submission.replace': ({ ref, id, submission }, { tab }, still) =>
      submissions.replace(tab, ref, id, submission, still),
    'outbox.wake': () => nothing(outbox.wake('online')),
    'outbox.read': () => outbox.view(),
    'outbox.retry': ({ id }) => outbox.retry(null, id),
    'outbox.withdraw': ({ id }) => outbox.withdraw(null, id),
    'outbox.dismiss': ({ id }) => nothing(all.dismiss(id)),
    'submission.retry': ({ ref, id, allow }, { tab }) => submissions.retry(tab, ref, id, allow),
    'submission.last': ({ ref }, { tab }) => submissions.last(tab, ref),
    'playbook.active': () => all.playbook(),
    'playbooks.all': () => all.playbooks(),
    'playbook.choose': ({ id }, _, still) => all.choosePlaybook(id, still),
    'page.open': ({ page, section, account }) => nothing(all.openPage(page, section, account)),
    'queue.read': ({ day }) => all.queue(day),
    'queue.open': ({ ref }) => nothing(all.show.besideRecord(ref)),
    'queue.here': ({ reload }) => all.show.besidePage(reload),
    'connections.list': () => connections.list(),
    'connections.ways': () => all.ways(),
    'connections.check': ({ crm, key }) => connections.check(crm, key),
    'connections.save': ({ crm, key, person }, _, still) => connections.save(crm, key, person, still),
    'connections.begin': ({ crm, way, values }, _, still) => connections.begin(crm, way, values, still),
    'connections.finish': ({ pending, person }) => connections.finish(pending, person),
    'connections.again': ({ crm, account }, _, still) => connections.again(crm, account, still),
    'connections.person': ({ crm, account, person }) => connections.choosePerson(crm, account, person),
    'connections.people': ({ crm, account }) => connections.people(crm, account),
    'connections.left': ({ crm, account }) => all.leave.left(crm, account),
    'connections.remove': async ({ crm, account, also }) => {
      const done = await all.leave.remove(crm, account, also);
      await diagnostics.removed();
      await all.sweep();
      return done;
    },
    'connections.test': ({ crm, account }) => nothing(all.test(crm, account)),
    'diagnostics.read': () => diagnostics.read(),
    'diagnostics.error': async ({ row }) => {
      diagnostics.error(row);
      return null;
    },
    'diagnostics.clear': () => nothing(diagnostics.clear()),
    'everything.clear': () => all.clear(),
    'mapping.get': ({ crm, account }) => mappings.get(crm, account),
    'mapping.save': ({ crm, account, mapping }, _, still) =>
      nothing(mappings.save(crm, account, mapping, still)),
  };
}
