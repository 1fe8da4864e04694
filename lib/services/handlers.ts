// Every message and the service that answers it.
import type { Connections } from '@/lib/connections/connections';
import type { ActivePlaybook, CrmWays } from '@/lib/messages';
import type { Drafts } from './drafts';
import type { Follow } from './follow';
import type { Layouts } from './layout';
import type { Mappings } from './mappings';
import type { OwnPage } from './pages';
import type { Records } from './records';
import type { Review } from './review';
import type { Handlers } from './router';
import type { Submissions } from './submissions';

export type Services = {
  layouts: Layouts;
  records: Records;
  drafts: Drafts;
  review: Review;
  submissions: Submissions;
  playbook: () => Promise<ActivePlaybook>;
  connections: Connections;
  ways: () => Promise<CrmWays[]>;
  follow: Follow;
  mappings: Mappings;
  openPage: (page: OwnPage, section?: string) => Promise<void>;
  focusPage: (tab: number) => Promise<unknown>;
};

const nothing = async (done: Promise<unknown>): Promise<null> => {
  await done;
  return null;
};

export function createHandlers(all: Services): Handlers {
  const { layouts, records, drafts, review, submissions, connections, mappings } = all;
  return {
    'page.hello': async () => ({ layout: await layouts.remembered() }),
    'page.layout': async ({ layout }, { tab }) => ({ layout: await layouts.fromPage(tab, layout) }),
    'panel.layout': async ({ layout }, { tab }) => ({ layout: await layouts.fromPanel(tab, layout) }),
    'panel.leave': (_, { tab }) => nothing(all.focusPage(tab)),
    'panel.close': (_, { tab }) => nothing(layouts.fromPanel(tab, { open: false })),
    'record.read': ({ ref }, { tab }) => records.read(tab, ref),
    'record.follow': ({ ref, submission }, { tab }) => nothing(all.follow(tab, ref, submission)),
    'members.read': ({ ref }, { tab }) => records.members(tab, ref),
    'draft.load': ({ ref }, { tab }) => drafts.load(tab, ref),
    'draft.save': ({ draft }, { tab }) => drafts.save(tab, draft),
    'draft.drop': ({ ref }, { tab }) => drafts.drop(tab, ref),
    'review.options': ({ ref }, { tab }) => review.options(tab, ref),
    'review.fields': ({ ref, fields }, { tab }) => review.fields(tab, ref, fields),
    'submission.send': ({ submission }, { tab }) => submissions.send(tab, submission),
    'submission.retry': ({ ref, id, allow }, { tab }) => submissions.retry(tab, ref, id, allow),
    'submission.last': ({ ref }, { tab }) => submissions.last(tab, ref),
    'playbook.active': () => all.playbook(),
    'page.open': ({ page, section }) => nothing(all.openPage(page, section)),
    'connections.list': () => connections.list(),
    'connections.ways': () => all.ways(),
    'connections.check': ({ crm, key }) => connections.check(crm, key),
    'connections.save': ({ crm, key, person }) => connections.save(crm, key, person),
    'connections.begin': ({ crm, way, values }) => connections.begin(crm, way, values),
    'connections.finish': ({ pending, person }) => connections.finish(pending, person),
    'connections.again': ({ crm, account }) => connections.again(crm, account),
    'connections.person': ({ crm, account, person }) => connections.choosePerson(crm, account, person),
    'connections.people': ({ crm, account }) => connections.people(crm, account),
    'connections.remove': ({ crm, account }) => connections.remove(crm, account),
    'mapping.get': ({ crm, account }) => mappings.get(crm, account),
    'mapping.save': ({ crm, account, mapping }) => nothing(mappings.save(crm, account, mapping)),
  };
}
