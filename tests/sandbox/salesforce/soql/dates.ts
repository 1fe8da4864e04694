// Date literals: which stretch of time TODAY or LAST_N_DAYS:30 means. Days are those of UTC.
import { malformed } from '../problem';

export type Span = { from: string; to: string };
type Unit = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';

const DAY = 86_400_000;

function startOf(unit: Unit, now: Date, by: number): Date {
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()];
  const today = Date.UTC(year, month, now.getUTCDate());
  if (unit === 'DAY') return new Date(today + by * DAY);
  if (unit === 'WEEK') return new Date(today + (by * 7 - now.getUTCDay()) * DAY);
  if (unit === 'MONTH') return new Date(Date.UTC(year, month + by, 1));
  if (unit === 'QUARTER') return new Date(Date.UTC(year, Math.floor(month / 3) * 3 + by * 3, 1));
  return new Date(Date.UTC(year + by, 0, 1));
}

function span(unit: Unit, now: Date, from: number, to: number): Span {
  return { from: startOf(unit, now, from).toISOString(), to: startOf(unit, now, to).toISOString() };
}

const one: Record<string, [Unit, number]> = {
  YESTERDAY: ['DAY', -1],
  TODAY: ['DAY', 0],
  TOMORROW: ['DAY', 1],
};
for (const unit of ['WEEK', 'MONTH', 'QUARTER', 'YEAR'] as const) {
  one[`LAST_${unit}`] = [unit, -1];
  one[`THIS_${unit}`] = [unit, 0];
  one[`NEXT_${unit}`] = [unit, 1];
}

/** The half-open span (from included, to not) of a literal like THIS_MONTH or LAST_N_DAYS:30. */
export function spanOf(literal: string, now: Date): Span {
  const name = literal.toUpperCase();
  const simple = one[name];
  if (simple) return span(simple[0], now, simple[1], simple[1] + 1);
  if (name === 'LAST_90_DAYS') return span('DAY', now, -90, 1);
  if (name === 'NEXT_90_DAYS') return span('DAY', now, 1, 91);
  const counted = /^(LAST|NEXT)_N_(DAY|WEEK|MONTH|QUARTER|YEAR)S:(\d+)$/.exec(name);
  const ago = /^N_(DAY|WEEK|MONTH|QUARTER|YEAR)S_AGO:(\d+)$/.exec(name);
  const unit = unitOf(counted?.[2] ?? ago?.[1]);
  if (!unit) throw malformed(`unexpected token: '${literal}'`);
  const count = Number(counted?.[3] ?? ago?.[2]);
  if (ago) return span(unit, now, -count, -count + 1);
  // The last n days end with today; the last n weeks, months and years with the one before this.
  if (counted?.[1] === 'LAST') return span(unit, now, -count, unit === 'DAY' ? 1 : 0);
  return span(unit, now, 1, count + 1);
}

function unitOf(text: string | undefined): Unit | null {
  const units: Unit[] = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'];
  return units.find((unit) => unit === text) ?? null;
}
