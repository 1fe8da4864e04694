// What a sign-in may not see, or not search by, each in turn: only that is left out, it is said, and nothing is called none.
// What is tried comes from the sandbox's own record of what was asked, so that a new query is tried by itself.
import { beforeAll, describe, expect, it } from 'vitest';
import type { CrmSession, People } from '@/lib/crm/shared/crm';
import type { Fact, Snapshot } from '@/lib/record/snapshot';
import type { ObjectName } from '../../../sandbox/salesforce/model';
import type { Asked, Use } from '../../../sandbox/salesforce/soql/asked';
import { sandboxOrg } from './sandbox';

const org = sandboxOrg();
let lead = '';
let contact = '';
let deal = '';
let account = '';
let loser = '';

/** Some hundred reads, one after the other. */
const LONG = 600_000;
const DAY = 86_400_000;
const start = Math.floor(Date.now() / 1000) * 1000;
const at = (days: number) => new Date(start - days * DAY).toISOString();

/** A person with one sign of each kind. */
function signsOn(id: string, key: 'LeadId' | 'ContactId') {
  const { create } = org.salesforce;
  const call = { WhoId: id, Subject: 'Call', Status: 'Completed', TaskSubtype: 'Call' };
  create('Task', { ...call, CallType: 'Outbound', CallDisposition: 'No answer' });
  create('Task', { ...call, CallType: 'Inbound', CallDisposition: 'Connected' });
  create('Event', { WhoId: id, Subject: 'Meeting', StartDateTime: at(3), DurationInMinutes: 30 });
  for (const Incoming of [true, false]) {
    const mail = create('EmailMessage', { Subject: 'Offer', Incoming, Status: '0', MessageDate: at(2) });
    create('EmailMessageRelation', {
      ...{ EmailMessageId: mail.id, RelationId: id, RelationType: 'FromAddress' },
    });
  }
  const campaign = create('Campaign', { Name: 'Web form', Type: 'Web' });
  create('CampaignMember', { CampaignId: campaign.id, [key]: id, Status: 'Responded' });
  create('MessagingSession', {
    ...{ [key === 'LeadId' ? 'LeadId' : 'EndUserContactId']: id, ChannelType: 'WhatsApp' },
    Origin: 'InboundInitiated',
  });
}

beforeAll(() => {
  const { create } = org.salesforce;
  const name = `Unseen ${crypto.randomUUID()}`;
  account = create('Account', { Name: name, Website: 'https://unseen.example' }).id;
  contact = create('Contact', { LastName: 'Seen', Email: 'ada@unseen.example', AccountId: account }).id;
  deal = create('Opportunity', {
    ...{ Name: 'Rollout', StageName: 'Prospecting', CloseDate: '2027-01-31', AccountId: account },
  }).id;
  create('OpportunityContactRole', {
    ...{ OpportunityId: deal, ContactId: contact, Role: 'Decision Maker', IsPrimary: true },
  });
  lead = create('Lead', { LastName: 'Seen', Company: name, Email: 'ada@unseen.example' }).id;
  loser = create('Lead', { LastName: 'Nobody', Company: `Other ${crypto.randomUUID()}` }).id;
  signsOn(lead, 'LeadId');
  signsOn(contact, 'ContactId');
});

type Question = { value: string; help: string; offered: number } | null;
type Form = { account: Question; person: Question };

async function formOf(session: CrmSession, id: string): Promise<Form> {
  const { forms = [] } = await session.reviewOptions(org.ref('Lead', id), 'convert');
  const fields = forms.flatMap((form) => form.fields);
  const shown = (found: (typeof fields)[number] | undefined): Question =>
    found ? { value: found.value, help: found.help, offered: found.options.length } : null;
  return {
    account: shown(fields.find((one) => one.id === 'account')),
    person: shown(fields.find((one) => one.id.startsWith('contact-'))),
  };
}

/** Hundreds of reads may be slow together; none of them is judged by its time. */
const open = () => org.open('lena', { timeoutMs: LONG });
const read = (object: string, id: string) => open().read(org.ref(object, id), () => undefined);

const factsOf = ({ facts }: Snapshot) => facts.map(({ name, value, field }) => ({ name, value, field }));
/** Told by several objects together. */
const isShared = ({ field }: Pick<Fact, 'field'>) => field.includes(',');

/** What is wrong with a record as it was read without `lacking`. */
function inSnapshot(before: Snapshot, after: Snapshot, lacking: readonly ObjectName[]): string[] {
  const without = (all: Snapshot, those: Snapshot) => {
    const known = factsOf(those).map((one) => JSON.stringify(one));
    return factsOf(all).filter((one) => !known.includes(JSON.stringify(one)));
  };
  const [lost, made] = [without(before, after), without(after, before)];
  const names = (all: { name: string }[]) => all.map(({ name }) => name).join(', ');
  const others = [...lost, ...made].filter(
    (one) =>
      !isShared(one) && !lacking.some((object) => one.field.startsWith(`${object}.`) || one.field === object),
  );
  const odd = after.gaps.filter(({ why }) => !/admin/.test(why));
  return [
    ...(lost.length + made.length > 0 && after.gaps.length === 0
      ? [`${names([...lost, ...made])} differ, and nothing is said`]
      : []),
    ...(others.length > 0 ? [`${names(others)} differ too`] : []),
    ...made.filter(({ value }) => value === 0).map(({ name }) => `${name} is none`),
    ...odd.map(({ why }) => `who can change it is not said: ${why}`),
  ];
}

function inPeople(before: People, after: People): string[] {
  const fewer = after.members.length < before.members.length;
  return fewer && (after.unknown !== true || !after.gaps?.length)
    ? ['people are missing, and it is not said']
    : [];
}

function inForm(before: Form, after: Form): string[] {
  const { account, person } = after;
  if (!account || !before.account) return ['no account is asked for'];
  return [
    ...(account.offered < before.account.offered && !/could (not )?be looked up/.test(account.help)
      ? [`an account is not found, and it is not said: ${account.help}`]
      : []),
    ...(account.value === '' ? [] : ['an account is preset']),
    ...(account.offered === before.account.offered && person?.value !== '' ? ['a contact is preset'] : []),
  ];
}

/** What a rep looks at, each with what it gives and its judge. */
type Look = (lacking: readonly ObjectName[]) => Promise<string[]>;
const LOOKS: Record<string, () => Promise<{ clean: boolean; again: Look }>> = {
  contact: () => record('Contact', contact),
  lead: () => record('Lead', lead),
  opportunity: () => record('Opportunity', deal),
  'people of an account': () => people('Account', account),
  'people of an opportunity': () => people('Opportunity', deal),
  async conversion() {
    const before = await formOf(open(), lead);
    return {
      clean: before.account?.offered === 2 && before.person?.offered === 2,
      again: async () => inForm(before, await formOf(open(), lead)),
    };
  },
};
async function record(object: string, id: string) {
  const before = await read(object, id);
  return {
    clean: before.gaps.length === 0,
    again: async (lacking: readonly ObjectName[]) => inSnapshot(before, await read(object, id), lacking),
  };
}
async function people(object: string, id: string) {
  const before = await open().members(org.ref(object, id));
  return {
    clean: before.members.length === 1 && before.gaps === undefined,
    again: async () => inPeople(before, await open().members(org.ref(object, id))),
  };
}

/** The most there is to see first. */
const RECORDS: readonly string[] = ['contact', 'opportunity', 'lead'];
type Tried = { what: string; again: Look; asked: Asked[] };
const all: Tried[] = [];
beforeAll(async () => {
  for (const [what, look] of Object.entries(LOOKS)) {
    org.salesforce.clearRequests();
    const { clean, again } = await look();
    if (!clean) throw new Error(`The ${what} could not be read whole.`);
    all.push({ what, again, asked: org.salesforce.asked() });
  }
}, LONG);

/** Each look again, without what it has asked for, one after the other. */
async function tried(lack: (one: Asked) => (() => unknown) | null): Promise<string[]> {
  const wrong: string[] = [];
  const doneFor: Record<string, Set<string>> = {};
  for (const { what, again, asked } of all) {
    // Records are read alike: what one has tried, the others need not.
    const kind = RECORDS.includes(what) ? 'record' : what;
    const done = doneFor[kind] ?? new Set<string>();
    doneFor[kind] = done;
    for (const one of asked) {
      const without = lack(one);
      // Whose roles can't be read, an opportunity has no person: that is tried by itself.
      const own = what === 'opportunity' && one.object === 'OpportunityContactRole' ? `${what}: ` : '';
      const name = `${own}${one.object}.${one.field} for ${one.use}`;
      if (!without || done.has(name)) continue;
      done.add(name);
      org.salesforce.resetSettings();
      without();
      // With its relation an email goes, and with its campaign a form.
      const beside: Partial<Record<ObjectName, ObjectName[]>> = {
        EmailMessageRelation: ['EmailMessage'],
        Campaign: ['CampaignMember'],
        Opportunity: ['OpportunityContactRole'],
      };
      const lacking = [one.object, ...(beside[one.object] ?? [])];
      const found = await again(lacking).catch((error: unknown) => [String(error)]);
      // By its roles an opportunity knows its person, and with the person all that is known of them goes.
      const ofRoles = what === 'opportunity' && one.object === 'OpportunityContactRole';
      const told = ofRoles ? found.filter((fault) => !fault.endsWith('differ too')) : found;
      wrong.push(...told.map((fault) => `${what} without ${name}: ${fault}`));
    }
  }
  return wrong;
}

/** Whoever uses Salesforce sees these; where one is refused all the same, what needs it says so. */
const SET_UP: readonly ObjectName[] = ['LeadStatus', 'TaskStatus', 'OpportunityStage', 'RecordType'];

describe('each field that is asked for', () => {
  it('is told of by the sandbox, with what for', () => {
    const uses = new Set(all.flatMap(({ asked }) => asked.map(({ use }) => use)));
    expect([...uses].sort()).toEqual(['filter', 'select', 'sort']);
  });

  const setting = (use: Use, name: 'hidden' | 'unfilterable' | 'unsortable', secretly = false) =>
    tried(({ object, field, use: own }) =>
      own === use && field !== 'Id' && !SET_UP.includes(object)
        ? () => {
            org.salesforce.settings.secretly = secretly;
            org.salesforce.settings[name].push({ object, field });
          }
        : null,
    );
  it(
    'hidden by field-level security',
    async () => expect(await setting('select', 'hidden')).toEqual([]),
    LONG,
  );
  it(
    'that nothing can be looked for by',
    async () => expect(await setting('filter', 'unfilterable')).toEqual([]),
    LONG,
  );
  it(
    'that nothing can be ordered by',
    async () => expect(await setting('sort', 'unsortable')).toEqual([]),
    LONG,
  );
  it(
    'that is refused though the org’s description says nothing of it',
    async () => expect(await setting('filter', 'unfilterable', true)).toEqual([]),
    LONG,
  );
});

/** What nobody can do without: the record itself, and who is signed in. */
const OWN: readonly ObjectName[] = ['User', 'Lead', 'Contact', 'Opportunity', 'Account'];
/** One that a user may not see at all looks like one that the org does not have. */
const OPTIONAL: readonly ObjectName[] = ['MessagingSession'];

it(
  'each object that is asked for, refused as a whole',
  async () => {
    const wrong = await tried(({ object, field, use }) =>
      [...OWN, ...OPTIONAL, ...SET_UP].includes(object) || use !== 'select' || !/Id$/.test(field)
        ? null
        : () => org.salesforce.settings.noAccess.push({ object }),
    );
    expect(wrong).toEqual([]);
  },
  LONG,
);

it('accounts that may not be read are not none: a conversion says so and presets nothing', async () => {
  org.salesforce.settings.noAccess.push({ object: 'Account' });
  const form = await formOf(open(), lead);
  expect(form.account).toMatchObject({ value: '', offered: 1 });
  expect(form.account?.help).toMatch(/could not be looked up: this sign-in may not read accounts; an admin/);
});

it('a lead that matches nothing is offered a new account as before', async () => {
  expect((await formOf(open(), loser)).account).toMatchObject({ value: 'new', help: '' });
});

it('what was learned is asked for once, not at each record', async () => {
  org.salesforce.settings.hidden.push({ object: 'Task', field: 'CallDisposition' });
  const session = org.open();
  const look = () => session.read(org.ref('Lead', lead), () => undefined);
  const first = await look();
  expect(first.gaps.map(({ what }) => what)).toEqual(['Tasks (call disposition)']);
  org.salesforce.clearRequests();
  expect((await look()).gaps).toEqual(first.gaps);
  expect(org.salesforce.requests.map(({ path }) => path.split('/').at(-1))).toEqual(['composite']);
});
