// The seal on a task's line: Stagecheck makes it, whoever writes only mails can't, and where it can't be told that is said.
import { describe, expect, it } from 'vitest';
import { parseNote } from '@/lib/qualification/note/note';
import { formatRecordLine } from '@/lib/qualification/record-line/record-line';
import { sealedLineIn } from '@/lib/qualification/record-line/record-parse';
import { problemOf } from '../../portal';
import { sandboxOrg, submit, whole } from '../sandbox';
import { sealedBy } from '../seals';

const org = sandboxOrg();
const user = (alias: string) => {
  const { id, values } = org.salesforce.user(alias);
  return { id, name: String(values.Name) };
};
const newLead = () => org.salesforce.create('Lead', { LastName: 'Kunde', Company: 'Northwind' }).id;

/** The text of an evidence task in a user's name, with every id right. */
function text(id: string, who: string, by: { id: string; name: string }, value = 'yes') {
  const at = org.salesforce.now().toISOString();
  return `Evidence (Stagecheck)\nDecision: Lead\n${formatRecordLine({
    ...{ id, at, by: by.name, owner: by.id.slice(0, 15), supported: null },
    of: [{ crm: 'salesforce', object: 'Lead', id: who.slice(0, 15) }],
    playbook: { id: 'default', version: '1.0.0', hash: 'x' },
    decision: { kind: 'stage', stage: 'lead', override: null },
    answers: { pain: { value, from: 'rep', at, by: by.name } },
  })}`;
}
function task(who: string, id: string, Description: string, alias = 'lena') {
  const values = { WhoId: who, Status: 'Completed', TaskSubtype: 'Task', Description };
  return org.salesforce.create('Task', { ...values, Subject: `Stagecheck: lead (id=${id})` }, 'acme', alias);
}
async function read(who: string, session = org.open('marcus')) {
  const { earlier, advice } = await session.read(org.ref('Lead', who), () => undefined);
  return {
    values: earlier.map(({ value }) => value),
    via: earlier.map(({ via }) => via),
    says: advice?.map((one) => one.text) ?? [],
  };
}
const refused = {
  ...{ values: [], via: [] },
  says: [expect.stringContaining('they don’t carry the seal of your org’s own Stagecheck')],
};
/** Writes as the product does: the evidence of one decision. */
async function write(who: string, alias: 'lena' | 'marcus' = 'lena', session = org.open(alias)) {
  const [submission, step] = submit(org.ref('Lead', who), whole());
  const body = text(submission.id, who, user(alias));
  await session.write(submission, { ...step, write: whole({ body }) });
  return String(org.salesforce.tasks(who)[0]?.values.Description);
}
const hideOrganization = () =>
  org.salesforce.faults.arm({
    ...{ path: /FROM(%20|\+)Organization/, times: 99 },
    do: {
      status: 400,
      body: [{ errorCode: 'INVALID_TYPE', message: "sObject type 'Organization' is not supported" }],
    },
  });

describe('what Stagecheck writes', () => {
  it('carries the seal at its end, is read as before, and counts for colleagues', async () => {
    const who = newLead();
    const written = await write(who);
    expect(written).toMatch(/; end=[0-9a-f]{8}; seal=[0-9a-f]{16};$/);
    expect(parseNote(written)?.answers.pain?.value).toBe('yes');
    expect(await read(who)).toEqual({ values: ['yes'], via: [undefined], says: [] });
  });
  it('asks for what the seal is made of once', async () => {
    const session = org.open('lena');
    await write(newLead(), 'lena', session);
    org.salesforce.clearRequests();
    await write(newLead(), 'lena', session);
    const asked = org.salesforce.requests.map(({ query }) => new URLSearchParams(query).get('q') ?? '');
    expect(asked.filter((soql) => /FROM (Organization|User)/.test(soql))).toEqual([]);
  });
  it('waits where that can’t be asked just now, and nothing is written', async () => {
    const who = newLead();
    org.salesforce.faults.arm({ path: /FROM(%20|\+)(Organization|User)/, times: 99, do: 'drop' });
    expect((await problemOf(write(who))).kind).toBe('offline');
    expect(org.salesforce.tasks(who)).toEqual([]);
  });
});

describe('what counts for nothing, and is said', () => {
  it('a line with every id right and no seal: a customer’s mail, logged as the rep’s own plain task', async () => {
    const who = newLead();
    const id = crypto.randomUUID();
    task(who, id, `Hello Lena, as discussed\n\n${text(id, who, user('lena'))}`);
    expect(await read(who)).toEqual(refused);
  });
  it.each([
    ['a seal that was guessed', async (plain: string) => `${plain} seal=${'0'.repeat(16)};`],
    ['a colleague’s seal', (plain: string) => sealedBy(org, 'marcus', plain)],
    [
      'the seal of another line',
      async (plain: string) => {
        const other = await sealedBy(org, 'lena', text('1', newLead(), user('lena')));
        return `${plain} seal=${sealedLineIn(other)?.seal};`;
      },
    ],
    [
      'a line that was changed under its seal, checksum and all',
      async (plain: string) => {
        const seal = sealedLineIn(await sealedBy(org, 'lena', plain))?.seal;
        const { id = null, of = [] } = parseNote(plain) ?? {};
        return `${text(String(id), of[0]?.id ?? '', user('lena'), 'no')} seal=${seal};`;
      },
    ],
  ])('%s', async (_, seal) => {
    const who = newLead();
    const id = crypto.randomUUID();
    task(who, id, await seal(text(id, who, user('lena'))));
    expect(await read(who)).toEqual(refused);
  });
  it('and it hides none that is right, nor has its place asked for', async () => {
    const who = newLead();
    await write(who);
    for (let one = 0; one < 12; one += 1) {
      const id = crypto.randomUUID();
      task(who, id, text(id, newLead(), user('lena'), 'no'));
    }
    expect(await read(who)).toMatchObject({ values: ['yes'] });
  });
});

describe('where a sign-in may not read what the seal is made of', () => {
  it('answers count, with a word beside each that someone else may have made them', async () => {
    const who = newLead();
    const id = crypto.randomUUID();
    task(who, id, text(id, who, user('lena')));
    hideOrganization();
    const via = 'may have been made by someone else';
    expect(await read(who)).toEqual({ values: ['yes'], via: [via], says: [] });
  });
  it('it writes without the seal, and colleagues who can tell hear why it doesn’t count', async () => {
    const who = newLead();
    hideOrganization();
    expect(await write(who)).toMatch(/; end=[0-9a-f]{8};$/);
    org.salesforce.faults.clear();
    expect(await read(who)).toEqual(refused);
  });
  it('connecting goes on all the same, by the org’s host', async () => {
    hideOrganization();
    expect((await org.open().check()).name).toBe(org.salesforce.orgs.acme.api);
  });
});
