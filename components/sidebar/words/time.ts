// Times as a person on a call reads them, in their own zone.
import { dayWords } from '@/lib/util/dates';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/** "10:42" for an ISO time of today, else "3 Oct 2026". */
export function whenWords(iso: string, now: Date): string {
  // A day without a time is that day in every zone.
  if (/^\d{4}-\d\d-\d\d$/.test(iso)) return dayWords(iso);
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return '';
  return date.toDateString() === now.toDateString() ? clock.format(date) : day.format(date);
}

/** "just now", "12 min ago", "3 h ago", "2 days ago"; '' for no time. A clock that was put back makes nothing newer than now. */
export function agoWords(iso: string, now: Date): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - Date.parse(iso)) / 60_000));
  if (Number.isNaN(minutes)) return '';
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${hours} h ago`;
  return `${Math.floor(hours / 24)} days ago`;
}

/** "4:07", "1:02:30" for whole seconds. */
export function clockWords(seconds: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
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

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** "Monday. " for an ISO day; '' for what is none. */
export function weekday(iso: string): string {
  const at = new Date(`${iso}T00:00:00Z`).getUTCDay();
  const name = days[at];
  return name === undefined ? '' : `${name}. `;
}
