// Buying roles as orgs name them: who has a say by the built-in playbook, who has none, and whose role leaves it open.
import { describe, expect, it } from 'vitest';
import { defaultPlaybook } from '@/lib/playbook/builtin/default';
import { answered } from '@/lib/qualification';
import { fact, now, playbook, snapshot } from '../fixture';

const byRole = (role: string, text?: string) =>
  answered(defaultPlaybook, snapshot([fact('person.buyingRole', role, null, text)]), null, now).decides;
const byTitle = (title: string) =>
  answered(defaultPlaybook, snapshot([fact('person.title', title)]), null, now).decides;

describe('a buying role', () => {
  it.each([
    ...['Decision Maker', 'Decision-maker', 'DECISION_MAKER', 'Economic Decision Maker', 'decision‑maker'],
    ...['Economic Buyer', 'Budget Holder', 'Executive Sponsor', 'Contract Signatory'],
    ...[
      'Decision Maker / Influencer',
      'Main decision-maker',
      'Entscheider',
      'Entscheidungsträgerin',
      'Décideur',
    ],
    ...[
      'Responsable de la decisión',
      'Responsable de la decisión económica',
      'Comprador económico',
      'Decisor',
    ],
    ...[
      'Responsável pelas decisões',
      'Responsável pelas decisões econômicas',
      'Comprador econômico',
      'Beslisser',
    ],
    ...['Patrocinador executivo', 'Ejecutivo de patrocinios', 'Signataire', 'Decisore'],
  ])('%s has a say', (role) => expect(byRole(role)?.value).toBe('yes'));

  it.each([
    ...['Non-Decision Maker', 'Non-decision-maker', 'NON_DECISION_MAKER', 'Not a decision maker'],
    ...[
      'Not the Decision Maker',
      'No decision maker',
      'Kein Entscheider',
      'Nicht-Entscheider',
      'Non-décideur',
    ],
    ...['Pas décideur', 'No decisor', 'Não decisor', 'Non decisore', 'Geen beslisser', 'No buying authority'],
  ])('%s says that they have none', (role) => expect(byRole(role)?.value).toBe('no'));

  it.each([
    ...[
      'Influencer',
      'Evaluator',
      'Business User',
      'End User',
      'Gatekeeper',
      'Blocker',
      'Technical Buyer',
      'Other',
    ],
    ...[
      'Former decision maker',
      'Assistant to the decision maker',
      'Reports to decision maker',
      'Ex-champion',
    ],
    ...[
      'Influences the decision maker',
      'Decision maker?',
      'Potential decision maker',
      'Deputy of decision maker',
    ],
    ...[
      'Buyer',
      'Purchasing Agent',
      'Invoicing',
      'Influyente',
      'Avaliador',
      'Prescriptor',
      'Sales Championship',
    ],
  ])('%s leaves it open', (role) => expect(byRole(role)?.value).toBeNull());

  it.each(['Champion', 'CHAMPION', 'Project Champion', 'Internal Champion'])(
    '%s has the way to who decides, and no say by that',
    (role) => {
      const all = answered(defaultPlaybook, snapshot([fact('person.buyingRole', role)]), null, now);
      expect([all.connects?.value, all.decides?.value]).toEqual(['yes', null]);
    },
  );
  it.each(['Ex-champion', 'Sales Championship', 'Decision Maker'])('%s says nothing of a way', (role) => {
    const all = answered(defaultPlaybook, snapshot([fact('person.buyingRole', role)]), null, now);
    expect(all.connects?.value).toBeNull();
  });

  it('is read by its label as by its value', () => {
    expect(byRole('ROLE_7', 'Decision-maker')?.value).toBe('yes');
    expect(byRole('ROLE_8', 'Non-Decision Maker')?.value).toBe('no');
  });
  it('is told as a job title too', () => {
    expect(byTitle('Decision-maker')?.value).toBe('yes');
    expect(byTitle('Non-Decision Maker')?.value).toBe('no');
  });
});

describe('a team’s own phrase for a title', () => {
  const own = (title: string) =>
    answered(playbook, snapshot([fact('person.title', title)]), null, now).decides;
  it.each(['VP Sales', 'Head-of Sales', 'VP & Head of Sales'])('counts in %s', (title) =>
    expect(own(title)?.value).toBe('yes'),
  );
  it.each(['Assistant to the VP Sales', 'Former VP', 'Not a VP', 'Deputy Head of Sales', 'PA to the VP'])(
    'does not in %s',
    (title) => {
      expect(own(title)?.value).toBeNull();
      expect(own(title)?.evidence.map(({ state }) => state)).toEqual(['shown']);
    },
  );
});
