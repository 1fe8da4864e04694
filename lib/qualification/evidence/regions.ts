// Recognises a state or region however it was typed: by its name in English and its own language, or its code.
import { foldWords } from './places';

/** Of the countries whose regions CRMs most often hold. Code and names; "CA" alone is California, as CRMs write it. */
const table = [
  'US-AL|AL|Alabama, US-AK|AK|Alaska, US-AZ|AZ|Arizona, US-AR|AR|Arkansas, US-CA|CA|California, US-CO|CO|Colorado',
  'US-CT|CT|Connecticut, US-DE|DE|Delaware, US-DC|DC|District of Columbia|Washington DC, US-FL|FL|Florida',
  'US-GA|GA|Georgia, US-HI|HI|Hawaii, US-ID|ID|Idaho, US-IL|IL|Illinois, US-IN|IN|Indiana, US-IA|IA|Iowa',
  'US-KS|KS|Kansas, US-KY|KY|Kentucky, US-LA|LA|Louisiana, US-ME|ME|Maine, US-MD|MD|Maryland',
  'US-MA|MA|Massachusetts, US-MI|MI|Michigan, US-MN|MN|Minnesota, US-MS|MS|Mississippi, US-MO|MO|Missouri',
  'US-MT|MT|Montana, US-NE|NE|Nebraska, US-NV|NV|Nevada, US-NH|NH|New Hampshire, US-NJ|NJ|New Jersey',
  'US-NM|NM|New Mexico, US-NY|NY|New York, US-NC|NC|North Carolina, US-ND|ND|North Dakota, US-OH|OH|Ohio',
  'US-OK|OK|Oklahoma, US-OR|OR|Oregon, US-PA|PA|Pennsylvania, US-RI|RI|Rhode Island, US-SC|SC|South Carolina',
  'US-SD|SD|South Dakota, US-TN|TN|Tennessee, US-TX|TX|Texas, US-UT|UT|Utah, US-VT|VT|Vermont, US-VA|VA|Virginia',
  'US-WA|WA|Washington, US-WV|WV|West Virginia, US-WI|WI|Wisconsin, US-WY|WY|Wyoming',
  'CA-AB|AB|Alberta, CA-BC|BC|British Columbia, CA-MB|MB|Manitoba, CA-NB|NB|New Brunswick',
  'CA-NL|NL|Newfoundland and Labrador, CA-NS|NS|Nova Scotia, CA-ON|ON|Ontario, CA-PE|PE|Prince Edward Island',
  'CA-QC|QC|Quebec, CA-SK|SK|Saskatchewan',
  'DE-BW|BW|Baden-Württemberg|Baden-Wurttemberg, DE-BY|BY|Bayern|Bavaria, DE-BE|Berlin, DE-BB|Brandenburg',
  'DE-HB|Bremen, DE-HH|HH|Hamburg, DE-HE|Hessen|Hesse, DE-NI|Niedersachsen|Lower Saxony',
  'DE-MV|Mecklenburg-Vorpommern|Mecklenburg-Western Pomerania, DE-NW|NRW|Nordrhein-Westfalen|North Rhine-Westphalia',
  'DE-RP|RLP|Rheinland-Pfalz|Rhineland-Palatinate, DE-SL|Saarland, DE-SN|Sachsen|Saxony',
  'DE-ST|Sachsen-Anhalt|Saxony-Anhalt, DE-SH|Schleswig-Holstein, DE-TH|Thüringen|Thuringia',
];

/** Made when first asked for, as a worker's start must not wait for it. */
let known: Map<string, string> | null = null;

const made = () =>
  new Map(
    table
      .join(', ')
      .split(', ')
      .flatMap((row) => {
        const [code = '', ...names] = row.split('|');
        return [code, ...names].map((name) => [foldWords(name), code] as const);
      }),
  );

/** ISO 3166-2 of a region that we know ("US-CA", "DE-BY"), or null: then nothing can be said of it. */
export function regionOf(text: string): string | null {
  known ??= made();
  return known.get(foldWords(text)) ?? null;
}
