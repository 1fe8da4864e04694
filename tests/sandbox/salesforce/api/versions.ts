// The versions of the API that an org speaks, by their releases' names, and those that are retired.

// 7.0 to 30.0 are retired, and REST answers 410 for them: https://help.salesforce.com/s/articleView?id=000354473
const OLDEST = 31;
const NEWEST = 68;
export const served = Array.from({ length: NEWEST - OLDEST + 1 }, (_, at) => OLDEST + at);

const seasons = ['Winter', 'Spring', 'Summer'] as const;

/** Three releases a year since Winter '11, which was 20.0: 66.0 is Spring '26. */
export function releaseName(version: number): string {
  const since = version - 20;
  return `${seasons[since % 3] ?? ''} '${11 + Math.floor(since / 3)}`;
}

/** Whether a version like v30.0 was served once and isn't any more. */
export function isRetired(version: string): boolean {
  const number = Number(version.slice(1));
  return number >= 7 && number < OLDEST;
}
