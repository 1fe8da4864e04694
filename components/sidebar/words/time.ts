// Times as a person on a call reads them, in their own zone.

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/** "10:42" for an ISO time of today, else "3 Oct 2026". */
export function whenWords(iso: string, now: Date): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return '';
  return date.toDateString() === now.toDateString() ? clock.format(date) : day.format(date);
}

/** The ISO day this many days or months after now, as the person's own calendar has it. */
export function dayAfter(now: Date, step: { days: number } | { months: number }): string {
  const date = new Date(now);
  if ('days' in step) date.setDate(date.getDate() + step.days);
  else {
    const wanted = (date.getMonth() + step.months) % 12;
    date.setMonth(date.getMonth() + step.months);
    // 31 January plus one month is the last of February, not the third of March.
    if (date.getMonth() !== wanted) date.setDate(0);
  }
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
