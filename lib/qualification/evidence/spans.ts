// Reads a span of numbers as CRMs offer them to choose from: "25-50", "1,000+", "fewer than 10", "51 to 200 employees".

/** Both ends included; Infinity where it is open. */
export type Span = { least: number; most: number };

const WORDS =
  '(?:employees|people|staff|persons?|mitarbeiter(?:innen)?|empleados|employés|dipendenti|medewerkers|funcionários)?';
/** A number with blanks, points or commas between its thousands, and nothing else: "1.5" is none of these. */
const NUMBER = String.raw`(\d{1,3}(?:[.,'’\s]\d{3})+|\d{1,15})`;
const between = new RegExp(String.raw`^${NUMBER}\s*(?:-|–|—|to|bis|à|a|until)\s*${NUMBER}\s*${WORDS}$`, 'iu');
const above = new RegExp(
  String.raw`^(?:${NUMBER}\s*(?:\+|or more|and more|and above|und mehr|et plus|o más)|(?:>=|≥|at least|from|ab)\s*${NUMBER})\s*${WORDS}$`,
  'iu',
);
const over = new RegExp(
  String.raw`^(?:>|more than|over|above|über|mehr als|plus de|más de)\s*${NUMBER}\s*${WORDS}$`,
  'iu',
);
const below = new RegExp(String.raw`^(?:<=|≤|up to|bis(?: zu)?)\s*${NUMBER}\s*${WORDS}$`, 'iu');
const under = new RegExp(
  String.raw`^(?:<|less than|fewer than|under|below|unter|weniger als|moins de|menos de)\s*${NUMBER}\s*${WORDS}$`,
  'iu',
);

const number = (text: string | undefined): number => Number((text ?? '').replace(/\D/g, ''));

/** null for what is no span, a plain number too. */
export function spanOf(text: string): Span | null {
  const line = text.trim().slice(0, 80);
  const [, from, to] = between.exec(line) ?? [];
  if (from !== undefined && to !== undefined) {
    const span = { least: number(from), most: number(to) };
    return span.least <= span.most ? span : null;
  }
  const least = above.exec(line);
  if (least) return { least: number(least[1] ?? least[2]), most: Number.POSITIVE_INFINITY };
  const more = over.exec(line);
  if (more) return { least: number(more[1]) + 1, most: Number.POSITIVE_INFINITY };
  const most = below.exec(line);
  if (most) return { least: 0, most: number(most[1]) };
  const fewer = under.exec(line);
  return fewer ? { least: 0, most: number(fewer[1]) - 1 } : null;
}
