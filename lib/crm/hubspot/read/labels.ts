// The portal's own words for options whose values say nothing: a persona is stored as persona_3.
import { reported } from '@/lib/diagnostics/report';
import type { Fact } from '@/lib/record/snapshot';
import type { HubSpotObject } from '../client/shapes';
import type { Portal } from '../setup/portal';

const PROPERTY = 'hs_persona';
const FACT = 'person.persona';

/** Value to label for the contact's persona; empty where it has none or HubSpot won't say: the value does as well. */
export async function personaLabels(portal: Portal, contact: HubSpotObject): Promise<Map<string, string>> {
  if ((contact.properties[PROPERTY] ?? '') === '') return new Map();
  const property = await portal.property('contacts', PROPERTY).catch(reported('hubspot.labels', null));
  return new Map(property?.options.map(({ value, label }) => [value, label]) ?? []);
}

/** The facts with the persona's label as its text. */
export function withLabels(facts: Fact[], labels: Map<string, string>): Fact[] {
  return facts.map((fact) => {
    const text = fact.name === FACT ? labels.get(String(fact.value)) : undefined;
    return text === undefined ? fact : { ...fact, text };
  });
}
