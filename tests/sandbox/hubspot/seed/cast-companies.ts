// The companies that the cast works for.
import type { CrmRecord } from '../model';
import type { Builder } from './builder';

export type CompanyName =
  | 'northwind'
  | 'harbourside'
  | 'twinworks'
  | 'blank'
  | 'script'
  | 'tiny'
  | 'empty'
  | 'fjord';
export type CastCompanies = Record<CompanyName, CrmRecord>;

const markup = '<img src=x onerror="window.__harm=1"><script>window.__harm=1</script>';

/** A fitting one, a big one, one with only placeholders, one full of markup, one too small, one without people. */
export function castCompanies(main: Builder, other: Builder): CastCompanies {
  const add = (builder: Builder, values: Record<string, string>) => builder.add('companies', values, 400);
  return {
    northwind: add(main, {
      name: 'Northwind Logistics',
      domain: 'northwind-logistics.example',
      website: 'https://northwind-logistics.example',
      industry: 'LOGISTICS_AND_SUPPLY_CHAIN',
      numberofemployees: '240',
      annualrevenue: '38000000',
      country: 'Germany',
      state: 'Hamburg',
      city: 'Hamburg',
      lifecyclestage: 'lead',
    }),
    harbourside: add(main, {
      name: 'Harbourside Foods Group',
      domain: 'harbourside-foods.example',
      industry: 'FOOD_BEVERAGES',
      numberofemployees: '1200',
      annualrevenue: '310000000',
      country: 'United Kingdom',
      city: 'Bristol',
      lifecyclestage: 'opportunity',
    }),
    twinworks: add(main, {
      name: 'Twinworks Machinery',
      domain: 'twinworks.example',
      industry: 'MACHINERY',
      numberofemployees: '120',
      country: 'Austria',
      city: 'Linz',
      lifecyclestage: 'lead',
    }),
    blank: add(main, {
      name: 'TBD',
      domain: 'placeholder.example',
      country: 'N/A',
      city: '-',
      state: 'unknown',
    }),
    script: add(main, {
      name: `Acme ${markup}`,
      domain: 'markup.example',
      industry: 'RETAIL',
      numberofemployees: '85',
      country: `Italy ${markup}`,
      city: `<b>Turin</b>`,
      state: `"><svg onload=window.__harm=1>`,
      description: markup,
    }),
    tiny: add(main, {
      name: 'Corner Bakery',
      domain: 'corner-bakery.example',
      industry: 'HOSPITALITY',
      numberofemployees: '3',
      country: 'France',
      city: 'Lyon',
    }),
    empty: add(main, { name: 'Quiet Holdings', domain: 'quiet-holdings.example', country: 'Ireland' }),
    fjord: add(other, {
      name: 'Havn og Last',
      domain: 'havnoglast.example',
      industry: 'LOGISTICS_AND_SUPPLY_CHAIN',
      numberofemployees: '310',
      country: 'Norway',
      city: 'Bergen',
    }),
  };
}
