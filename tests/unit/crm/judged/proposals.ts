// What may be proposed for each of the 14 orgs of the shared data, judged by hand before any proposal was looked at.

type Judged = {
  /** Any of these may be proposed for the stage or outcome in Lead.Status; [] where nothing there means it clearly. */
  status: Partial<
    Record<'lead' | 'prospect' | 'opportunity' | 'disqualified' | 'nurture', readonly string[]>
  >;
  /** The stages at which an opportunity may begin (the first one is written); [] likewise. */
  stage: Partial<Record<'prospect' | 'opportunity', readonly string[]>>;
  /** The targets for which something plainly fits, so that proposing nothing would be a miss. */
  must: readonly string[];
};

/** A converted status is right for an opportunity: it is set by converting. What is left out must get nothing. */
export const judged: Readonly<Record<string, Judged>> = {
  'org-01': {
    status: { lead: ['Open'], opportunity: ['Qualified', 'Employed'], disqualified: ['Unqualified'] },
    stage: { prospect: ['Prospecting'], opportunity: ['Scoping', 'Offering'] },
    must: ['status.lead', 'status.opportunity', 'status.disqualified', 'stage.prospect'],
  },
  'org-09': {
    status: {
      lead: ['New', 'Open - Not Contacted'],
      opportunity: ['Converted'],
      disqualified: ['Closed - Not Converted'],
    },
    stage: { opportunity: ['Qualification'] },
    must: ['status.lead', 'status.opportunity', 'status.disqualified', 'stage.opportunity'],
  },
  'org-04': {
    status: { lead: ['New'], opportunity: ['Qualified'], disqualified: ['Disqualified'] },
    stage: { opportunity: ['Proposing'] },
    must: ['status.lead', 'status.opportunity', 'status.disqualified'],
  },
  'org-05': {
    status: { lead: ['Open', 'New Lead'], opportunity: ['Qualification'], disqualified: ['Lost', 'Aborted'] },
    stage: {
      prospect: ['1. Prospect'],
      opportunity: ['Needs Assessment', '3. Needs Assessment'],
    },
    must: ['status.lead', 'status.opportunity', 'stage.prospect', 'stage.opportunity'],
  },
  'org-10': {
    status: { lead: ['Nuevo'], opportunity: ['Convertido'], disqualified: ['Perdido'] },
    stage: { prospect: ['Prospección'], opportunity: ['Evaluación Técnica', 'Cotización presentada'] },
    must: ['status.lead', 'status.opportunity', 'stage.prospect', 'stage.opportunity'],
  },
  'org-06': {
    status: {
      lead: ['New'],
      prospect: ['Qualified'],
      opportunity: ['ACD reçu', 'Convertie', 'Convention gagnée', 'RDV commercial pris'],
      disqualified: ['Hors Cible', 'Sans suite', 'Refusée'],
    },
    stage: { opportunity: ['En cours de traitement', 'Cotation disponible'] },
    must: ['status.lead', 'status.prospect', 'status.opportunity'],
  },
  'org-02': {
    status: { lead: ['Captação'], opportunity: ['Convertido'], disqualified: ['Lead Perdido'] },
    stage: { opportunity: ['Elaboração de proposta'] },
    must: ['status.opportunity', 'stage.opportunity'],
  },
  'org-03': {
    status: {
      lead: ['Em aberto'],
      prospect: ['Qualificado'],
      opportunity: ['Convertido em Opp'],
      disqualified: ['Não qualificado'],
    },
    stage: { opportunity: ['OPEN', 'QUALIFY'] },
    must: [
      'status.lead',
      'status.prospect',
      'status.opportunity',
      'status.disqualified',
      'stage.opportunity',
    ],
  },
  'org-07': {
    status: {
      lead: ['New'],
      prospect: ['Contact Made'],
      opportunity: ['Qualified'],
      disqualified: ['Unqualified'],
    },
    stage: { opportunity: ['Opportunity Qualification'] },
    must: ['status.lead', 'status.opportunity', 'status.disqualified', 'stage.opportunity'],
  },
  'org-08': {
    status: { lead: ['Open'], opportunity: ['Qualified'], disqualified: ['Unqualified'] },
    stage: { prospect: ['Prospecting'], opportunity: ['Value Proposition'] },
    must: ['status.lead', 'status.opportunity', 'status.disqualified', 'stage.prospect', 'stage.opportunity'],
  },
  'org-11': {
    status: {
      lead: ['New'],
      prospect: ['Working'],
      opportunity: ['Qualified'],
      disqualified: ['Unqualified'],
      nurture: ['Nurturing'],
    },
    stage: { opportunity: ['Qualifica'] },
    must: ['status.lead', 'status.opportunity', 'status.disqualified', 'status.nurture', 'stage.opportunity'],
  },
  'org-12': {
    status: {
      lead: ['Nuevo'],
      prospect: ['SQL'],
      opportunity: ['Convertido'],
      disqualified: ['Descartado'],
    },
    stage: { opportunity: ['Licitación'] },
    must: ['status.lead', 'status.prospect', 'status.opportunity', 'status.disqualified'],
  },
  'org-14': {
    status: {
      lead: ['New'],
      prospect: ['Working'],
      opportunity: ['Qualified'],
      disqualified: ['Unqualified'],
      nurture: ['Nurturing'],
    },
    stage: { opportunity: ['Qualification'] },
    must: ['status.lead', 'status.opportunity', 'status.disqualified', 'status.nurture', 'stage.opportunity'],
  },
  'org-13': {
    status: { lead: ['Nuevo/No Contactado'], opportunity: ['Convertido'], disqualified: ['Descartado'] },
    stage: { opportunity: [] },
    must: ['status.lead', 'status.opportunity', 'status.disqualified'],
  },
};
