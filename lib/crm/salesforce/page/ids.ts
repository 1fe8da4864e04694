// Salesforce's record ids: 15 characters whose letter case counts, or 18 whose last three say the case of the others.

const CODE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** An id of 15 or 18 characters in its 18-character form; '' where it is no id, or its last three don't fit. */
export function longId(id: string): string {
  if (!/^[^\W_]{15}/.test(id)) return '';
  const short = id.slice(0, 15);
  let long = short;
  for (let chunk = 0; chunk < 15; chunk += 5) {
    let bits = 0;
    for (let at = 0; at < 5; at++) if (/[A-Z]/.test(short.charAt(chunk + at))) bits |= 1 << at;
    long += CODE.charAt(bits);
  }
  return id === short || id === long ? long : '';
}
