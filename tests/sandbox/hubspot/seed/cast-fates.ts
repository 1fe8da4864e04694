// Roles that were merged or deleted, or live in the other portal.
import { answered, type Role, sent } from './cast-role';

export const fates = {
  survivor: {
    what: 'another contact was merged into this one',
    company: 'harbourside',
    values: {
      firstname: 'Eleanor',
      lastname: 'Hughes',
      email: 'e.hughes@harbourside-foods.example',
      jobtitle: 'Operations Director',
    },
    events: [sent(26), answered(13)],
  },
  mergedAway: {
    what: 'was merged into survivor: its id answers with that one',
    values: { firstname: 'Ellie', lastname: 'Hughes', email: 'ellie.hughes@mail.example' },
  },
  archived: {
    what: 'has been deleted: 404',
    values: { firstname: 'Walter', lastname: 'Gone', email: 'walter.gone@mail.example' },
  },
  elsewhere: {
    what: 'lives in the other portal, with its own lifecycle stages',
    company: 'fjord',
    elsewhere: true,
    values: {
      firstname: 'Kari',
      lastname: 'Nordmann',
      email: 'kari@havnoglast.example',
      jobtitle: 'Daglig leder',
    },
    events: [sent(21), answered(12)],
  },
} satisfies Record<string, Role>;
