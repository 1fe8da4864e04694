// Whether a mail was written by a program: an automatic reply, a bounce, a calendar's reply, a receipt.
import { marked, openings, written } from './machine-words';

/** bounce: the address doesn't work. The others say that a mailbox, a calendar or a mail program is there. */
export type MachineMail = 'automatic' | 'bounce' | 'calendar' | 'receipt';

/** What a CRM says of a mail. `automatic` and `bounced`: its own marks, where it has them. */
export type Mail = { subject: string; from: string; automatic?: boolean; bounced?: boolean };

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/ß/g, 'ss')
    .replace(/\s+/g, ' ')
    .trim();

type Row = { phrase: string; kind: MachineMail; needs: RegExp };

/** What may stand behind an opening: nothing, a mark, or until when and in answer to what. */
const GOES_ON =
  /^(?:$| ?[:;,.!|()[\]"»«]| [-–—]|[-–—] | (?:until|till|from|for|on|due|back|this|next|today|tomorrow|re|aw|reply|autoreply|auto-reply|response|message|notification|notice|bis|vom|von|ab|seit|wegen|heute|jusqu.*|pour|hasta|desde|por|ate|fino|per|tot|van|vanaf|wegens|до|с|по)(?![\p{L}\p{N}])| (?:(?:de|du|do|da|del|dal|des|le|el|am) )?\p{N})/u;
const ANYTHING = /^/;
const COLON = /^ ?:/;

/** Made when first asked for; longer phrases first, so that "(delay)" is seen before what it stands behind. */
let known: readonly Row[] | null = null;
function rows(): readonly Row[] {
  const of = (phrases: readonly string[], kind: MachineMail, needs: RegExp): Row[] =>
    phrases.map((phrase) => ({ phrase: fold(phrase), kind, needs }));
  known ??= [
    ...of(openings.automatic, 'automatic', GOES_ON),
    ...of(openings.bounce, 'bounce', GOES_ON),
    ...of(openings.receipt, 'receipt', GOES_ON),
    ...of(written.automatic, 'automatic', ANYTHING),
    ...of(written.bounce, 'bounce', ANYTHING),
    ...of(marked.calendar, 'calendar', COLON),
    ...of(marked.receipt, 'receipt', COLON),
  ].sort((a, b) => b.phrase.length - a.phrase.length);
  return known;
}

/** "I am", "Ich bin derzeit": what people put before it when they write the text of their own automatic reply. */
const LEAD =
  /^(?:\[|\(|(?:i am|i'm|we are|currently|notice of|ich bin|derzeit|aktuell|zurzeit|zur zeit|je suis|actuellement|estoy|actualmente|estou|atualmente|sono|attualmente|ik ben|momenteel) )+/;
/** Re:, AW:, Re[2]:, 回复:, and marks that mail gateways put before a subject. */
const ANSWER =
  /^(?:(?:re|aw|antw|antwort|sv|vs|rv|res|resp|ref|rif|r|tr|fw|fwd|wg|enc|i|odp|ynt|отв|ha|на|пер|رد|回复|答复|回覆|答覆|返信|转发|轉寄) ?(?:\[\p{N}+\]|\(\p{N}+\))? ?: ?|\[[^\]]{1,20}\] ?(?=.))/u;

function bySubject(subject: string): MachineMail | null {
  let text = fold(subject.slice(0, 300));
  for (let turn = 0; turn < 8; turn += 1) {
    const bare = text.replace(LEAD, '');
    const row = rows().find(
      ({ phrase, needs }) => bare.startsWith(phrase) && needs.test(bare.slice(phrase.length)),
    );
    if (row) return row.kind;
    const shorter = text.replace(ANSWER, '');
    if (shorter === text) return null;
    text = shorter;
  }
  return null;
}

const SERVER = /^(mailerdaemon|postmaster|bounces?)(\+|$)/;
const NOBODY =
  /noreply|donotreply|dontreply|nichtantworten|nepasrepondre|noresponder|naoresponda|naoresponder|nonrispondere|autoreply|autorespon/;

function bySender(from: string): MachineMail | null {
  const address = /<([^<>]*)>\s*$/.exec(from)?.[1] ?? from;
  const name = address
    .toLowerCase()
    .slice(0, Math.max(0, address.lastIndexOf('@')))
    .replace(/[._-]/g, '');
  if (SERVER.test(name)) return 'bounce';
  return NOBODY.test(name) ? 'automatic' : null;
}

/** What kind of program wrote it; null where a person may have. The CRM's word on a bounce goes first, then the subject. */
export function machineMail({ subject, from, automatic, bounced }: Mail): MachineMail | null {
  if (bounced === true) return 'bounce';
  return bySubject(subject) ?? (automatic === true ? 'automatic' : bySender(from));
}
