// One write of each kind that makes something in HubSpot, for tests of what is found again.
import type { Write } from '@/lib/qualification/plan/submission';

export const writes = {
  notes: { kind: 'note', body: 'What was found.' },
  tasks: {
    kind: 'task',
    task: { kind: 'followUp', label: 'Follow up', subject: 'Call', body: 'Ask.', dueOn: '2027-01-18' },
  },
  deals: {
    kind: 'deal',
    deal: {
      create: true,
      name: 'Berg rollout',
      pipeline: 'default',
      stage: 'appointmentscheduled',
      amount: null,
      closeDate: '2027-01-31',
    },
  },
} as const satisfies Record<string, Write>;
