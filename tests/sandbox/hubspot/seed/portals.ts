// Seeds both portals: definitions, people, companies, the cast, the crowd.

import type { Random } from '../../common/random';
import { castPeople, type People } from '../cast';
import { contactProperties } from '../definitions/contacts';
import { options } from '../definitions/define';
import { otherProperties } from '../definitions/others';
import { dealPipelines, leadPipelines } from '../definitions/pipelines';
import type { Owner, PortalInfo, PropertyDefinition, TypeName } from '../model';
import { PortalState, type Store } from '../store';
import { Builder } from './builder';
import { crowd } from './crowd';
import { firms } from './firms';
import { owners } from './owners';
import { mainPortal, otherPortal } from './places';

const CROWD = 300;
const FIRMS = 84;

/** Fills the store. The same seed and present give the same records, ids and all. */
export function seedPortals(store: Store, random: Random, now: Date): People {
  const team = owners('harbourlane.example', 71_200_411);
  const main = open(store, mainPortal, team, (property) => property);
  const builder = new Builder(store, main.info.id, now);
  const small = open(store, otherPortal, owners('fjordlys.example', 88_100_020, 4), ownStages);
  const other = new Builder(store, small.info.id, now, 900_000);
  const present = (state: PortalState) =>
    state.owners.filter((item) => !item.archived).map((item) => item.id);

  const people = castPeople(builder, other, present(main), present(small));
  crowd(builder, random, CROWD, firms(builder, random, FIRMS), present(main));
  crowd(other, random, 14, firms(other, random, 5), present(small));
  tidyOther(other);
  return people;
}

function open(
  store: Store,
  info: PortalInfo,
  team: Owner[],
  change: (property: PropertyDefinition) => PropertyDefinition,
): PortalState {
  const state = new PortalState(info, team, { deals: dealPipelines, leads: leadPipelines });
  store.portals.set(info.id, state);
  const put = (type: TypeName, definitions: PropertyDefinition[]) => {
    for (const property of definitions) {
      const definition = change(withPipelines(type, property));
      store.load([{ kind: 'property', portal: info.id, type, definition }]);
    }
  };
  put('contacts', contactProperties);
  for (const type of [
    'companies',
    'deals',
    'leads',
    'notes',
    'tasks',
    'calls',
    'meetings',
    'emails',
    'communications',
  ] as const) {
    put(type, otherProperties[type]);
  }
  return state;
}

/** Pipeline and stage properties take their options from the pipelines. */
function withPipelines(type: TypeName, property: PropertyDefinition): PropertyDefinition {
  const pipelines = type === 'leads' ? leadPipelines : type === 'deals' ? dealPipelines : [];
  const pairs = (list: { id: string; label: string }[]) =>
    options(list.map((item): [string, string] => [item.id, item.label]));
  if (['pipeline', 'hs_pipeline'].includes(property.name)) return { ...property, options: pairs(pipelines) };
  if (!['dealstage', 'hs_pipeline_stage'].includes(property.name)) return property;
  return { ...property, options: pairs(pipelines.flatMap((pipeline) => pipeline.stages)) };
}

/** The small portal's own ladder, without a qualified stage and without any lead status. */
export const otherStages: [string, string][] = [
  ['subscriber', 'Newsletter'],
  ['lead', 'New name'],
  ['58123401', 'Talking'],
  ['opportunity', 'Opportunity'],
  ['customer', 'Client'],
  ['58123402', 'Former client'],
];

function ownStages(property: PropertyDefinition): PropertyDefinition {
  if (property.name === 'lifecyclestage') return { ...property, options: options(otherStages) };
  return property.name === 'hs_lead_status' ? { ...property, options: [] } : property;
}

/** The crowd is made by the main portal's words; what the small one doesn't have is taken out. */
function tidyOther(builder: Builder) {
  const state = builder.store.portal(builder.portal);
  const known = new Set(otherStages.map(([value]) => value));
  for (const type of ['contacts', 'companies'] as const) {
    for (const record of state.all(type)) {
      const history = { ...record.history };
      delete history.hs_lead_status;
      history.lifecyclestage = (history.lifecyclestage ?? []).map((version) =>
        known.has(version.value) ? version : { ...version, value: '58123401' },
      );
      builder.put({ ...record, history });
    }
  }
}
