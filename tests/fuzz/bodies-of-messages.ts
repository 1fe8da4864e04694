// One sound body for every message, to be spoilt.
import type { RequestBody, RequestName } from '@/lib/protocol/messages';
import type { Draft } from '@/lib/qualification/answers/draft';
import type { Submission } from '@/lib/qualification/plan/submission';

const ref = { crm: 'hubspot', account: '24680135', object: 'contacts', id: '501' };
const at = '2026-11-21T10:00:00.000Z';
const playbook = { id: 'default', version: '1.0.0', hash: '0123456789abcdef' };
const person = { id: '1', name: 'Rae', email: 'rae@example.com' };
const deal = { create: true, name: 'Acme', pipeline: 'p', stage: 's', amount: 100, closeDate: '2026-12-31' };
const next = {
  kind: 'followUp' as const,
  label: 'Follow up',
  subject: 'Call',
  body: 'Ask.',
  dueOn: '2026-12-01',
};
const id = '5c5cd4b0-1111-4111-8111-000000000000';
const one = { crm: 'hubspot', account: '24680135' };

const draft: Draft = {
  ref,
  playbook,
  answers: { budget: { value: 'yes', at, by: person, quote: 'We have it.' } },
  about: { ref, name: 'Ada' },
  noteText: 'Text',
  decision: { kind: 'outcome', outcome: 'nurture', reason: 'r', comment: '', returnOn: null },
  deal,
  next,
  extra: { city: 'Bern' },
  form: { convert: { account: 'x' } },
  listed: { name: 'Ada', company: 'Acme', stage: null, next: 'lead', missing: 2, unknown: ['a'] },
  call: { startedAt: at, lastAt: at, pausedAt: null, pausedMs: 0 },
  revision: 7,
  startedAt: at,
  updatedAt: at,
};
const change = { field: 'f', label: 'F', from: '', fromText: '', to: 'x', toText: 'X', backward: false };
const submission: Submission = {
  id,
  ref,
  recordName: 'Ada',
  by: person,
  at,
  playbook,
  answers: { budget: 'yes', size: 3, other: null },
  supported: 'lead',
  decision: { kind: 'stage', stage: 'lead', override: { reason: 'seen' } },
  steps: [
    {
      id: 'a',
      write: { kind: 'fields', changes: [change], extra: {} },
      state: 'waiting',
      result: null,
      problem: null,
    },
    { id: 'b', write: { kind: 'deal', deal }, state: 'waiting', result: null, problem: null },
    { id: 'c', write: { kind: 'task', task: next }, state: 'waiting', result: null, problem: null },
    { id: 'd', write: { kind: 'note', body: 'Note.' }, state: 'waiting', result: null, problem: null },
  ],
  state: 'waiting',
  finishedAt: null,
};

export const sound: { [N in RequestName]: RequestBody<N> } = {
  'page.hello': {},
  'page.frame': { word: '3f0c1b9e-5a52-4b3c-9f0a-2b6d1c7e8a90' },
  'panel.hello': { word: '3f0c1b9e-5a52-4b3c-9f0a-2b6d1c7e8a90' },
  'page.layout': { layout: { open: true, width: 300 } },
  'panel.layout': { layout: { side: 'left', launcherY: 0.5 } },
  'panel.leave': {},
  'panel.close': {},
  'record.read': { ref },
  'record.kept': { ref },
  'record.follow': { ref, submission: id },
  'members.read': { ref },
  'draft.load': { ref },
  'draft.save': { draft, base: 6 },
  'draft.drop': { ref, revision: 7 },
  'review.options': { ref, decision: 'lead' },
  'review.fields': { ref, fields: ['city'] },
  'submission.send': { submission },
  'submission.retry': { ref, id, allow: ['duplicates'] },
  'submission.last': { ref },
  'submission.open': { ref },
  'submission.get': { ref, id },
  'submission.withdraw': { ref, id, unsent: submission },
  'submission.replace': { ref, id, submission },
  'outbox.wake': {},
  'outbox.read': {},
  'outbox.retry': { id },
  'outbox.withdraw': { id },
  'outbox.dismiss': { id },
  'playbook.active': {},
  'playbooks.all': {},
  'playbook.choose': { id: 'default' },
  'page.open': { page: 'console', section: 'mapping', account: one },
  'queue.read': { day: { from: at, to: at } },
  'queue.open': { ref },
  'queue.here': { reload: false },
  'connections.list': {},
  'connections.ways': {},
  'connections.check': { crm: 'hubspot', key: 'a-key' },
  'connections.save': { crm: 'hubspot', key: 'a-key', person },
  'connections.begin': { crm: 'salesforce', way: 'oauth', values: { host: 'acme' } },
  'connections.finish': { pending: id, person },
  'connections.again': one,
  'connections.person': { ...one, person },
  'connections.people': one,
  'connections.left': one,
  'connections.remove': { ...one, also: 'over' },
  'connections.test': one,
  'diagnostics.read': {},
  'diagnostics.error': {
    row: {
      level: 'error',
      name: 'TypeError',
      message: 'not a function',
      where: 'view.render',
      stack: ['draw chunks/sidebar-a1.js:1:204'],
      at: '2026-11-21T10:00:00.000Z',
    },
  },
  'diagnostics.clear': {},
  'everything.clear': {},
  'mapping.get': one,
  'mapping.save': { ...one, mapping: { lead: [{ field: 'f', value: 'v' }] } },
};
