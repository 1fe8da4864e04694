// Salesforce's ids: 15 characters where case counts, or 18 with a checksum that tells the case.
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** The three last characters of the 18: one for each five of the 15, a bit for each capital letter. */
function checksum(id: string): string {
  return [0, 5, 10]
    .map((start) => {
      const bits = [...id.slice(start, start + 5)].reduce(
        (sum, letter, at) => (/[A-Z]/.test(letter) ? sum | (1 << at) : sum),
        0,
      );
      return ALPHABET.charAt(bits);
    })
    .join('');
}

/** The 18 characters of an id of 15 or 18; null for anything else, a wrong checksum too. */
export function to18(id: string): string | null {
  if (!/^[0-9a-zA-Z]{15}([A-Z0-5]{3})?$/.test(id)) return null;
  const whole = id.slice(0, 15) + checksum(id.slice(0, 15));
  return id.length === 15 || id === whole ? whole : null;
}

/** An id of 18 characters: prefix of the object (3), the org's instance (2), a zero, and a number in base 62. */
export function makeId(prefix: string, instance: string, number: number): string {
  let digits = '';
  for (let rest = number; rest > 0; rest = Math.floor(rest / 62)) digits = DIGITS.charAt(rest % 62) + digits;
  const id = `${prefix}${instance}0${digits.padStart(9, '0')}`;
  return id + checksum(id);
}
