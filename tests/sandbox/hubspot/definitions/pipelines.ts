// The pipelines of deals and leads that the sandbox's portals have.
import type { Pipeline, PipelineStage } from '../model';

const dealStages = (rows: [string, string, number][]): PipelineStage[] =>
  rows.map(([id, label, probability], displayOrder) => ({
    id,
    label,
    displayOrder,
    metadata: {
      probability: probability.toFixed(1),
      isClosed: String(probability === 0 || probability === 1),
    },
  }));

const leadStages = (rows: [string, string, string][]): PipelineStage[] =>
  rows.map(([id, label, leadState], displayOrder) => ({ id, label, displayOrder, metadata: { leadState } }));

export const dealPipelines: Pipeline[] = [
  {
    id: 'default',
    label: 'Sales Pipeline',
    displayOrder: 0,
    stages: dealStages([
      ['appointmentscheduled', 'Appointment Scheduled', 0.2],
      ['qualifiedtobuy', 'Qualified To Buy', 0.4],
      ['presentationscheduled', 'Presentation Scheduled', 0.6],
      ['decisionmakerboughtin', 'Decision Maker Bought-In', 0.8],
      ['contractsent', 'Contract Sent', 0.9],
      ['closedwon', 'Closed Won', 1],
      ['closedlost', 'Closed Lost', 0],
    ]),
  },
  {
    id: '75400112',
    label: 'Partner Pipeline',
    displayOrder: 1,
    stages: dealStages([
      ['151200301', 'Introduced', 0.1],
      ['151200302', 'Joint proposal', 0.5],
      ['151200303', 'Won with partner', 1],
      ['151200304', 'Lost', 0],
    ]),
  },
];

export const leadPipelines: Pipeline[] = [
  {
    id: 'lead-pipeline-id',
    label: 'Lead pipeline',
    displayOrder: 0,
    stages: leadStages([
      ['new-stage-id', 'New', 'NEW'],
      ['attempting-stage-id', 'Attempting', 'IN_PROGRESS'],
      ['connected-stage-id', 'Connected', 'IN_PROGRESS'],
      ['qualified-stage-id', 'Qualified', 'QUALIFIED'],
      ['unqualified-stage-id', 'Disqualified', 'UNQUALIFIED'],
    ]),
  },
];
