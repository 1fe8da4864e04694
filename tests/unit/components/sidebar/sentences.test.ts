// Which texts could reach a write by the keys alone, however slowly they are typed: every text is played against all that the sidebar may show.
import { expect, test } from 'vitest';
import { type KeySituation, keyAction } from '@/components/sidebar/keys/keymap';
import { pressKind } from '@/components/sidebar/keys/press';
import { chance } from '../../../e2e/support/words';
import { criteria } from './all-cards';

type View = KeySituation['view'];
/** A view with what is on its card, or a field that a key has opened, which takes whatever is typed. */
type At = { view: View; criterion: KeySituation['criterion'] } | 'field' | 'written';

const here = (view: View): At[] =>
  view === 'ask'
    ? [...criteria, null].map((criterion) => ({ view, criterion }))
    : [{ view, criterion: null }];
const ask = here('ask');

/** Where a key may lead from here: all that is possible, whatever is known of the record. Nothing: the keys are off from here on. */
function next(at: At, key: string, shift: boolean): At[] {
  if (at === 'written') return [at];
  if (at === 'field') return key === 'Enter' ? ask : [at];
  const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : '';
  const flags = { ctrl: false, meta: false, alt: false, repeat: false, composing: false };
  const press = { key, code, shift, ...flags };
  const situation = { ...at, typing: false, onControl: false, written: false };
  const action = keyAction(press, situation);
  const kind = pressKind(press, situation, action);
  if (kind === 'stray') return [];
  switch (action?.do) {
    case undefined:
      return [at];
    case 'confirm':
      return ['written'];
    case 'review':
      return here('review');
    case 'followUp':
    case 'findDecider':
      return [...here('review'), at];
    case 'disqualify':
    case 'nurture':
      return [...here('outcome'), at];
    case 'reason':
      return [...here('review'), at];
    case 'guidance':
      return here('guidance');
    case 'compare':
      return [...here('compare'), ...ask];
    case 'unfold':
      return [at, ...ask];
    case 'people':
      return [...here('members'), at];
    case 'member':
    case 'choose':
      return [...ask, at];
    case 'compact':
      return [...here('compact'), ...ask, ...here('review')];
    case 'keys':
      return [...here('keys'), at];
    case 'find':
    case 'quote':
    case 'type':
      return ['field', at];
    default:
      return at.view === 'ask' ? ask : [at];
  }
}

/** The places that a text may lead to from a question, whatever pauses its typist makes. */
function reached(text: string): At[] {
  let places: At[] = ask;
  for (const char of text) {
    const shift = char !== char.toLowerCase() || /[!"§$%&()=:;_@+*]/.test(char);
    const key = char === '\n' ? 'Enter' : char;
    const seen = new Map(places.flatMap((at) => next(at, key, shift)).map((at) => [JSON.stringify(at), at]));
    places = [...seen.values()];
  }
  return places;
}

/** Behind the text come an Enter, and as many more as somebody presses who sees nothing come of it. */
const mayWrite = (text: string, enters = 2) => reached(text + '\n'.repeat(enters)).includes('written');

const languages = {
  English:
    'the of and a to in is you that it he was for on are as with his they I at be this have from or one had by word but not what all were we when your can said there use an each which she do how their if will up other about out many then them these so some her would make like him into time has look two more go see number no way could people my than first water been call who oil its now find long down day did get come made may part',
  German:
    'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an er hat aus bei sind noch wie um so nach nur vor oder über man bis dann dass sie ich wir ihr du ja nein doch mal gut morgen heute Angebot Preis Termin Budget Kunde kein Problem gerne bitte danke wegen schon mehr',
  French:
    'le de un à être et en avoir que pour dans ce il qui ne sur se pas plus pouvoir par je avec tout faire son mettre autre on mais nous comme ou si leur y dire elle devoir avant deux même prendre aussi celui donner bien où fois vous oui non encore nouveau aller cela entre premier vouloir déjà grand mon me moins aucun lui temps',
  Spanish:
    'de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está mi porque qué sólo han yo hay vez puede todos así nos ni parte tiene él uno donde bien tiempo mismo ese ahora cada vida',
};
const names =
  'Anna Meyer,Jan Kowalski,Zoë Núñez,Kofi Okoye,Jeff Pool,Lou Kunz,Joon Jeong,Nuno Leme,Phil Fox,Emilio Quezada,Göran Öberg,Yoko Ono,Jenny Doe,Ludo Pezel'.split(
    ',',
  );

const next01 = chance(20261130);
const pick = (from: readonly string[]) => from[Math.floor(next01() * from.length)] ?? '';
const times = <T>(count: number, make: () => T) => Array.from({ length: count }, make);
const digits = (count: number) => times(count, () => String(Math.floor(next01() * 10))).join('');

/** Two thousand texts of each kind, the same in every run. */
const texts: Readonly<Record<string, () => string>> = {
  ...Object.fromEntries(
    Object.entries(languages).map(([language, words]) => {
      const of = words.split(' ');
      return [language, () => times(3 + Math.floor(next01() * 6), () => pick(of)).join(' ')];
    }),
  ),
  'two words': () => `${pick(languages.English.split(' '))} ${pick(languages.English.split(' '))}`,
  names: () => pick(names),
  'names in small letters': () => pick(names).toLowerCase(),
  addresses: () =>
    `${pick(names).toLowerCase().replace(' ', '.')}@${pick(['example.com', 'pool.de', 'lund.se'])}`,
  'phone numbers': () => `${pick(['+49', '0151', '0044', '(020)'])} ${digits(3)} ${digits(4)}`,
};

test.each(Object.entries(texts))('of two thousand texts (%s) none could reach a write', (_, make) => {
  expect(times(2000, make).filter((text) => mayWrite(text))).toEqual([]);
});

test('behind one more Enter it is those that begin with the key that opens a line for text', () => {
  const all = Object.values(texts).flatMap((make) => times(2000, make));
  expect(all.filter((text) => mayWrite(text, 3) && !text.startsWith('q'))).toEqual([]);
});

test('of the words that people answer with, these could be meant for the sidebar as well', () => {
  const replies =
    'y yes yep yup yeah ya ye yo n no nope nah nn nnn ok okay okey k kk sure fine good great cool done thanks thx ja nein jo jep doch klar gut passt danke oui non si sí vale bueno claro gracias bon merci voilà d accord hm hmm lol bye hi hello hey ping call later now up go on of me my we he it is so do you l f p g pm am 1 2 3 5 10 25 100'.split(
      ' ',
    );
  expect(replies.filter((text) => mayWrite(text)).join(' ')).toBe(
    'y yep yup ye yo n no nope nn nnn ok okey k kk cool done jo jep non d lol up on of me my do you l f p g pm 1 2 3 5 10 25 100',
  );
});
