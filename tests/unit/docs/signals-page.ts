// docs/signals.md, made from the facts, the tables that read them and the built-in playbooks' evidence.
import { byDetail, bySource } from '@/lib/crm/hubspot/read/source';
import { byLeadSource } from '@/lib/crm/salesforce/read/source';
import { sourceWords } from '@/lib/crm/shared/source-kinds';
import { sharedCriteria } from '@/lib/playbook/builtin/criteria';
import type { EvidenceRule } from '@/lib/playbook/schema';
import { formWords } from '@/lib/qualification/evidence/form-words';
import { titleLists } from '@/lib/qualification/evidence/titles';
import { isSharedFact, sharedFacts } from '@/lib/record/facts';
import { where } from './signals-where';

const rows = (head: string[], body: string[][]) =>
  [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** "yes", "value" as "as it is", an option by its label. */
function given(gives: EvidenceRule['gives'], options: { id: string; label: string }[] | undefined): string {
  if (gives === 'value') return 'as it is';
  return options?.find((one) => one.id === gives)?.label ?? String(gives);
}

/** What the built-in playbooks' shared questions take from a fact. */
function counts(fact: string): string {
  const answers = new Set<string>();
  const shown = new Set<string>();
  for (const { label, evidence, options } of sharedCriteria)
    for (const rule of evidence.filter((one) => one.fact === fact)) {
      const days = rule.freshDays === undefined ? '' : `, ${rule.freshDays} days`;
      if (rule.gives === null) shown.add(label);
      else answers.add(`${label}: ${given(rule.gives, options)}${days}`);
    }
  const beside = [...shown].filter((label) => ![...answers].some((one) => one.startsWith(`${label}:`)));
  return [
    ...(answers.size > 0 ? [[...answers].join('; ')] : []),
    ...(beside.length > 0 ? [`only shown: ${beside.join(', ')}`] : []),
  ].join('; ');
}

const groups: [string, RegExp][] = [
  ['What passes between them and us', /^engagement\./],
  ['Forms, campaigns, events, social media', /^(web|campaign|event|social)\./],
  ['Where they come from and what kind of lead they are', /^(source|lead)\./],
  ['The person', /^person\./],
  ['The company and its fit', /^(company\.|market)/],
  ['Deals', /^deals\./],
];

function factTable(which: RegExp): string {
  const names = Object.keys(sharedFacts)
    .filter(isSharedFact)
    .filter((name) => which.test(name));
  return rows(
    ['Signal', 'HubSpot', 'Salesforce', 'What it answers in the built-in playbooks'],
    names.map((name) => {
      const [hubspot, salesforce] = where[name];
      return [
        `${sharedFacts[name].label}<br>\`${name}\``,
        hubspot || 'not told',
        salesforce || 'not told',
        counts(name) || 'nothing by itself',
      ];
    }),
  );
}

const sourceTables = () => [
  rows(
    ['HubSpot source', 'Kind'],
    [
      ...Object.entries(bySource).map(([value, kind]) => [`\`${value}\``, kind]),
      ...Object.entries(byDetail).map(([value, kind]) => [`\`OFFLINE\`, \`${value}\``, kind]),
    ],
  ),
  rows(
    ['Salesforce lead source', 'Kind'],
    Object.entries(byLeadSource).map(([value, kind]) => [value, kind]),
  ),
  rows(
    ['Words in a source', 'Kind'],
    sourceWords.map(({ kind, words }) => [words.join(', '), kind]),
  ),
];

const authorityTable = () =>
  rows(
    ['Language', 'Decides by office', 'Leads an area'],
    titleLists.map(({ language, decides, leads }) => [language, decides.join(', '), leads.join(', ')]),
  );

const formRows: readonly [keyof typeof formWords, string][] = [
  ['away', 'nothing: they want less of us, or say what they think'],
  ['content', 'engaged with content: MQL'],
  ['information', 'took free information: IQL'],
  ['service', 'nothing: service, work, rights, partners'],
  ['sales', 'asked for sales: SRL'],
  ['asks', 'asked for sales, where one of the things or people below is named too'],
  ['things', 'things to ask for'],
  ['talks', 'asked for sales, where one of the people below is named too'],
  ['people', 'people to ask for'],
  ['contact', 'nothing: a plain wish to be in touch'],
  ['tries', 'asked for sales'],
  ['prices', 'asked for sales, where the name says nothing else'],
];

const formTable = () =>
  rows(
    ['A form whose name says', 'Means'],
    formRows.map(([list, means]) => [formWords[list].join(', ').replaceAll('*', '…'), means]),
  );

export function signalsPage(): string {
  return `${[
    '# Signals: what counts as what',
    'What Stagecheck reads in HubSpot and Salesforce, and what it makes of it. The tables are made from the code; a playbook may use any signal otherwise.',
    '- **Fresh.** A signal with a limit counts for so many days from its own date. Older, or without a date, it is shown and answers nothing.\n- **Overruled.** Your own answer goes before every signal. Of two signals that say different things the newer counts; one with a date before one without; else the one that the playbook names first. Both sides stay visible (≠), go into the note and into the record of what was written.\n- **Not guessed.** A value that no table here knows is shown in the CRM’s own words. Placeholders (TBD, N/A, -) never count.\n- **In the sidebar** press **E** for every piece with its date, its link, how fresh it is and what would overrule it.',
    ...groups.flatMap(([title, which]) => [`## ${title}`, factTable(which)]),
    '## Source and its kind',
    'HubSpot’s own source decides; for OFFLINE the name of the list or event in its details is read first (bought list, subscription service, event, referral). “Subscription” alone is no kind: it may be a newsletter or a service that sells leads. In Salesforce the table’s values decide, then the words.',
    ...sourceTables(),
    '## Lead type',
    'Derived, and its evidence says from what. **SRL**: a form asks for sales. **SQL**: a form, a talk after it, and a sign that they want to decide (an open deal, or a meeting that lies ahead). **MQL** and **IQL**: by the form. **MSRL**: the source is a lead subscription service and there is no form.',
    'A form’s own name decides; of “page title: form name” that is the last part. The title counts only where the form’s name says nothing (“Book a demo: Form 12”). Of these rows the first that fits wins, so a pricing guide is a guide; … stands for any letters.',
    formTable(),
    '## Authority by title',
    'Whole titles only, without accents and gender forms; a title with assistant, deputy, former and the like says nothing. Who leads an area is shown, and answers nothing. Buying roles and contact roles count before that.',
    authorityTable(),
    '## Target market',
    'The playbook’s profile: industries, countries, regions (states, provinces), number of people, revenue. One part outside makes it no; yes needs every part. What is not known, or might go by another name, leaves it open. A span of numbers (51-200, 10K+, less than 50) counts where all of it lies on one side of the bound; 0 people, seven billion or a revenue of 1 are unknown. Regions of the United States, Canada and Germany are known by names and codes; any other counts where it is written as in the profile.',
    '## How long it has hurt, and why now',
    'No CRM has a field for it by itself. Where your team keeps one, name it in the playbook as evidence: `{ "fact": "hubspot:contacts.pain_since", "gives": "value" }` on a question that takes a day, or one rule for each value on a question with options. For Salesforce the name is `salesforce:Lead.Pain_Since__c`.',
    '## Not read',
    'Marketing events of HubSpot’s own (attendance at them): they need a permission of their own. Clicks in single emails in Salesforce: it keeps none. Who wrote a logged WhatsApp, LinkedIn or SMS message in HubSpot, unless the app that logged it says so.',
  ].join('\n\n')}\n`;
}
