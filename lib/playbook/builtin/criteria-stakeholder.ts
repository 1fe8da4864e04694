// Questions on the person: can they decide, and is there money?
import type { Criterion } from '../schema';
import { DIFFERENCE, PROFILE, UPGRADE } from './sources';

const list = (text: string): string[] => text.split(', ');

/** Without accents, and with a space for a hyphen: so are phrases compared. As orgs name their buying roles. */
const DECIDING_ROLES = list(
  'decision maker, decisionmaker, decider, budget holder, budget owner, executive sponsor, economic buyer, signatory, entscheider, entscheiderin, entscheidungstrager, entscheidungstragerin, budgetverantwortlicher, budgetverantwortliche, decideur, decideuse, decisionnaire, acheteur economique, signataire, decisor, decisora, responsable de la decision, responsable de las decisiones, tomador de decisiones, comprador economico, patrocinador ejecutivo, ejecutivo de patrocinios, responsavel pelas decisoes, responsavel pela decisao, tomador de decisao, patrocinador executivo, signatario, decisore, responsabile decisionale, responsabile della decisione, acquirente economico, firmatario, beslisser, besluitvormer, budgethouder',
);
/** Roles that take us to who decides. HubSpot's buying roles have it beside "Decision Maker". */
const CHAMPIONS = ['champion', 'internal champion', 'fursprecher', 'fursprecherin', 'campeon', 'campeao'];
/** Of these the role itself says no. */
const NO_SAY = list(
  'non decision maker, not a decision maker, not the decision maker, not decision maker, no decision maker, no decision authority, no buying authority, no authority to decide, kein entscheider, keine entscheiderin, nicht entscheider, kein entscheidungstrager, non decideur, pas decideur, pas le decideur, non decisionnaire, pas decisionnaire, no decisor, no decisora, no responsable de la decision, no toma decisiones, nao decisor, nao decisora, non decisore, non responsabile della decisione, geen beslisser, niet beslisser, geen besluitvormer',
);

export const stakeholderCriteria: Criterion[] = [
  {
    id: 'decides',
    level: 'stakeholder',
    label: 'Decision maker',
    ask: 'Besides you, who has a say in a decision like this?',
    yes: 'They decide on it themselves, alone or with others.',
    no: 'Someone else decides, whether or not they can take us there.',
    kind: 'yesno',
    evidence: [
      { fact: 'person.buyingRole', when: { mentions: NO_SAY }, gives: 'no' },
      { fact: 'person.title', when: { mentions: NO_SAY }, gives: 'no' },
      { fact: 'person.buyingRole', when: { mentions: DECIDING_ROLES }, gives: 'yes' },
      // Whole titles in several languages; a product owner or a CEO's assistant isn't among them.
      { fact: 'person.authority', when: { is: 'decides' }, gives: 'yes' },
      { fact: 'person.authority', gives: null },
      { fact: 'person.title', gives: null },
      { fact: 'person.buyingRole', gives: null },
      { fact: 'person.seniority', gives: null },
    ],
    cites: [UPGRADE, PROFILE],
  },
  {
    id: 'connects',
    level: 'stakeholder',
    label: 'Way to who decides',
    ask: 'Could you bring me together with the one who decides on this?',
    yes: 'They can and will connect us to who decides. Whoever decides has the way as well.',
    no: 'They have no way to those who decide, or keep it to themselves.',
    kind: 'yesno',
    evidence: [
      // A champion speaks for us inside, and decides nothing by that.
      { fact: 'person.buyingRole', when: { mentions: CHAMPIONS }, gives: 'yes' },
      { fact: 'person.buyingRole', gives: null },
      { fact: 'person.title', gives: null },
    ],
    why: 'It opens the door to a decision, and is no purchasing authority.',
    cites: [UPGRADE, PROFILE],
  },
  {
    id: 'budget',
    level: 'stakeholder',
    label: 'Budget',
    ask: 'Is there money set aside for this, or a way to get it?',
    yes: 'There is a budget, or a person who can make one.',
    no: 'No money for it, and none in sight.',
    kind: 'yesno',
    evidence: [{ fact: 'company.revenue', gives: null }],
    cites: [UPGRADE, DIFFERENCE],
  },
];
