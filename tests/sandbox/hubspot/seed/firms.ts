// The companies of the crowd: names, trades, sizes and places.

import type { Random } from '../../common/random';
import { industries } from '../definitions/others';
import type { CrmRecord } from '../model';
import type { Builder } from './builder';
import { cultures, placeholders } from './names';

const first =
  'Alder Beacon Copperfield Delta Eastgate Fernhill Granite Hollow Ironbridge Juniper Kestrel Larkspur Meridian Nordhaven Orchard Pinnacle Quarry Redwood Silverline Tidewater Umber Vantage Westbrook Yarrow Zephyr Amberlight Bluestone Cobalt Driftwood Evergreen'.split(
    ' ',
  );
const second: [string, string][] = [
  ['Freight', 'LOGISTICS_AND_SUPPLY_CHAIN'],
  ['Haulage', 'TRANSPORTATION_TRUCKING_RAILROAD'],
  ['Software', 'COMPUTER_SOFTWARE'],
  ['Systems', 'INFORMATION_TECHNOLOGY_AND_SERVICES'],
  ['Machinery', 'MACHINERY'],
  ['Automation', 'INDUSTRIAL_AUTOMATION'],
  ['Capital', 'FINANCIAL_SERVICES'],
  ['Mutual', 'INSURANCE'],
  ['Clinics', 'HOSPITAL_HEALTH_CARE'],
  ['Devices', 'MEDICAL_DEVICES'],
  ['Stores', 'RETAIL'],
  ['Wholesale', 'WHOLESALE'],
  ['Foods', 'FOOD_BEVERAGES'],
  ['Solar', 'RENEWABLES_ENVIRONMENT'],
  ['Build', 'CONSTRUCTION'],
  ['College', 'HIGHER_EDUCATION'],
  ['Trust', 'NON_PROFIT_ORGANIZATION_MANAGEMENT'],
  ['Hotels', 'HOSPITALITY'],
];
const sizes = [3, 8, 14, 25, 40, 65, 90, 120, 180, 240, 310, 480, 750, 1200, 2600, 5400, 18_000];

/** Adds `count` companies, some of them with gaps and placeholders. */
export function firms(builder: Builder, random: Random, count: number): CrmRecord[] {
  const known = industries.map(([value]) => value);
  return Array.from({ length: count }, (_, index) => {
    const [trade, industry] = random.pick(second);
    const word = random.pick(first);
    const { country, city } = random.pick(cultures);
    const people = random.pick(sizes);
    const messy = random.chance(0.12);
    const name = `${word} ${trade}${index % 3 === 0 ? ' Group' : ''}`;
    const domain = `${word}-${trade}${index}.example`.toLowerCase();
    const values: Record<string, string> = {
      name,
      domain,
      website: `https://${domain}`,
      country,
      city: messy ? random.pick(placeholders) : city,
      lifecyclestage: random.pick(['lead', 'lead', 'opportunity', 'customer']),
    };
    if (!messy) values.industry = known.includes(industry) ? industry : 'RETAIL';
    if (!messy || random.chance(0.5)) values.numberofemployees = String(people);
    if (random.chance(0.6)) values.annualrevenue = String(people * random.int(60, 240) * 1000);
    return builder.add('companies', values, random.int(200, 1400));
  });
}
