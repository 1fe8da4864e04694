// Which tasks of Salesforce's give earlier answers: those that a user of the org made, in our exact form.
import { describe, expect, it } from 'vitest';
import { formatRecordLine } from '@/lib/qualification/record-line/record-line';
import { sandboxOrg } from '../sandbox';
import { sealedBy } from '../seals';

const org = sandboxOrg();
const now = (ms = 0) => new Date(org.salesforce.now().getTime() + ms).toISOString();

/** A lead of its own for each test. */
const lead = () => org.salesforce.create('Lead', { LastName: 'Okafor', Company: 'Northwind' }).id;
const user = (alias: string) => {
  const { id, values } = org.salesforce.user(alias);
  return { id, name: String(values.Name) };
};
const text = (
  id: string,
  by: { id: string; name: string },
  { value = 'yes', at = now() } = {},
  of: { object: string; id: string }[] = [],
) =>
  `Lead: yes to Pain.\n\nEvidence (Stagecheck)\nDecision: Lead\n${formatRecordLine({
    ...{ id, at, by: by.name, owner: by.id, supported: null },
    of: of.map((one) => ({ crm: 'salesforce', ...one })),
    playbook: { id: 'default', version: '1.0.0', hash: 'x' },
    decision: { kind: 'stage', stage: 'lead', override: null },
    answers: { pain: { value, from: 'rep', at, by: by.name } },
  })}`;
const objectOf = (id: string) => (id.startsWith('00Q') ? 'Lead' : 'Contact');
type Values = Parameters<typeof org.salesforce.create>[1];
async function task(
  who: string,
  maker = 'marcus',
  more: Values = {},
  said = user('marcus'),
  claim = {},
  seal: (plain: string) => string | Promise<string> = (plain) => sealedBy(org, maker, plain),
) {
  const id = crypto.randomUUID();
  const plain = text(id, said, claim, [{ object: objectOf(who), id: who }]);
  return org.salesforce.create(
    'Task',
    {
      ...{ WhoId: who, Status: 'Completed', Subject: `Stagecheck: lead (id=${id})` },
      ...{ Description: await seal(plain), ...more },
    },
    'acme',
    maker,
  ).id;
}
async function read(who: string) {
  const { earlier, advice } = await org.open().read(org.ref('Lead', who), () => undefined);
  return { earlier, says: advice?.map((one) => one.text) ?? [], advice };
}

describe('a task of ours', () => {
  it('counts as the word of the user who made it, by Salesforce’s own time', async () => {
    const who = lead();
    const id = await task(who, 'marcus', {}, user('marcus'), { at: now(86_400_000) });
    const made = String(org.salesforce.record('Task', id)?.values.CreatedDate);
    const { earlier, says } = await read(who);
    const at = new Date(made.replace('+0000', 'Z')).toISOString();
    const via = 'dated by Salesforce, for it names a later time';
    expect(earlier).toMatchObject([{ criterion: 'pain', value: 'yes', by: user('marcus').name, at, via }]);
    expect(says).toEqual([]);
  });
  it('says whose word it is by Salesforce, where the text names another, and who changed it since', async () => {
    const other = lead();
    // What it names itself by is the rep's choice; who made it is not.
    await task(other, 'marcus', {}, { id: user('marcus').id, name: user('lena').name });
    const via = `written by ${user('marcus').name} in Salesforce`;
    expect((await read(other)).earlier).toMatchObject([{ by: user('lena').name, via }]);
    const edited = lead();
    const id = await task(edited);
    org.salesforce.patch('Task', id, { Priority: 'High' }, 'acme', 'lena');
    const since = `changed since by ${user('lena').name} in Salesforce`;
    expect((await read(edited)).earlier).toMatchObject([{ by: user('marcus').name, via: since }]);
  });
});

describe('where a rep may not see the types of tasks', () => {
  it('a task of ours counts all the same, and that is asked for once', async () => {
    org.salesforce.settings.hidden.push({ object: 'Task', field: 'Type' });
    const who = lead();
    await task(who);
    const session = org.open();
    const once = await session.read(org.ref('Lead', who), () => undefined);
    expect(once.earlier).toMatchObject([{ value: 'yes' }]);
    expect(once.gaps).toEqual([]);
    org.salesforce.clearRequests();
    const { earlier } = await session.read(org.ref('Lead', who), () => undefined);
    expect(earlier).toMatchObject([{ value: 'yes' }]);
    expect(org.salesforce.requests).toHaveLength(1);
  });
});

describe('what counts for nothing, and is said', () => {
  it('a task whose text is another’s than the user’s who made it, or nobody’s', async () => {
    const { name } = user('marcus');
    // An outsider knows a name from a mail, and no user's id.
    for (const said of [user('lena'), { id: '', name }, { id: '1', name }, { id: '005', name: '' }]) {
      const who = lead();
      await task(who, 'marcus', {}, said);
      const { earlier, says } = await read(who);
      expect(earlier).toEqual([]);
      expect(says).toEqual([
        expect.stringContaining('says that another user made it than its text names by'),
      ]);
    }
  });
  const cases: [string, string, Values, string][] = [
    ['by a visitor of a site', 'guest', {}, 'a visitor of a website made it'],
    ['by an automatic process', 'autoproc', {}, 'an automatic process made it'],
    ['by a partner', 'partner', {}, 'no user of your own org made it'],
    ['of an email', 'marcus', { TaskSubtype: 'Email' }, 'it came from an email'],
    ['of a list email', 'marcus', { TaskSubtype: 'List Email' }, 'it came from an email'],
    ['whose type is an email', 'marcus', { Type: 'Email' }, 'it logs an email or a call'],
    ['whose type is a call', 'marcus', { Type: 'Call' }, 'it logs an email or a call'],
    ['of a call', 'marcus', { TaskSubtype: 'Call' }, 'it logs something else'],
    [
      'with another subject',
      'marcus',
      { Subject: 'Stagecheck question from the website' },
      'it is not named',
    ],
    ['with another submission’s id', 'marcus', { Subject: 'Stagecheck: lead (id=1)' }, 'it is not named'],
    ['with more in its subject', 'marcus', { Subject: 'Stagecheck: lead (id=1) Re: hi' }, 'it is not named'],
  ];
  it.each(cases)('a task %s', async (_, maker, more, why) => {
    const who = lead();
    await task(who, maker, more);
    const { earlier, says, advice } = await read(who);
    expect(earlier).toEqual([]);
    expect(says).toEqual([expect.stringContaining(`but Salesforce says that ${why}`)]);
    expect(advice?.[0]).toMatchObject({ title: 'A task is not counted', link: { label: 'See the task' } });
  });
  it('a question that holds a line, in a task of any user', async () => {
    const who = lead();
    const id = crypto.randomUUID();
    const line = text(id, user('marcus')).split('\n').at(-1) ?? '';
    await task(who, 'marcus', {
      Subject: `Stagecheck: lead (id=${id})`,
      Description: `A form asks: ${line}`,
    });
    const { earlier, says } = await read(who);
    expect(earlier).toEqual([]);
    expect(says).toEqual([expect.stringContaining('where Stagecheck writes them')]);
  });
  it('and none of them hides a task of ours that is older, nor says in a list what was decided', async () => {
    const who = lead();
    await task(who);
    await task(who, 'guest', {}, user('lena'), { value: 'no' });
    expect((await read(who)).earlier).toMatchObject([{ value: 'yes' }]);
    const { id: contact } = org.salesforce.people.buyer;
    await task(contact, 'marcus');
    await task(contact, 'guest', { Subject: 'Stagecheck: opportunity (id=1)' });
    const { members } = await org.open().members(org.ref('Account', org.salesforce.people.account.id));
    expect(members.find(({ ref }) => ref.id === contact)?.recorded?.decision).toBe('lead');
  });
});
