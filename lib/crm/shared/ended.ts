// Whether an option's own words say that it ends something or turns somebody away: such a value is no step towards a deal.
import { foldWords } from '@/lib/util/fold';

/**
 * Whole words by the beginnings that their forms share ("perdid" is perdido and perdida), a language a line: English,
 * Spanish, Portuguese, French, Italian, German, Dutch, the Scandinavian ones, Polish and
 * Russian, Turkish, and a few words of Czech, Hungarian, Finnish and Romanian.
 */
const STEMS = [
  'closed lost dead disqualif unqualif reject denied deny declin refus cancel abort abandon inactiv archiv delet junk spam unwanted duplicat invalid unsubscrib bounce churn former expired discard dropped withdr terminat blacklist unrespons unreach nurtur recycl paused stalled won converted lapsed ineligib',
  'perdid ganad descartad descalific rechazad cancelad cerrad convertid inactiv invalid anulad eliminad parad desestimad fallid duplicad',
  'ganh rejeitad fechad inativ proibid negad recusad vencid encerrad excluid desqualif desistiu cancelad suspens',
  'perdu gagne refuse rejete annule disqualif abandon ferme clotur converti inactif doublon invalide ecarte',
  'squalific rifiutat annullat chius convertit inattiv scartat duplicat',
  'verloren abgelehnt abgesagt abgebrochen disqualifiz unqualifiz geschlossen gewonnen konvertiert inaktiv ungultig storniert geloscht archiviert dublett gesperrt erledigt ruhend',
  'gewonnen afgewezen geannuleerd gediskwalif gesloten geconverteerd inactief verlopen vervallen',
  'forlor tabt tapt avvis afvist lukket stangd avslut vunn vunnet vundet konverter',
  'stracon utracon odrzucon zamknie wygran przegran проигра выигра закрыт потеря отказ дисквалиф неквалиф спам дубл',
  'kaybed kazanil kapan kapat iptal reddedil',
  'ztracen prohran uzavren elveszett lezart havitty voitettu pierdut castigat inchis',
]
  .join(' ')
  .split(' ');

/** Words that would begin too many others. */
const WORDS = new Set([
  ...'won win loss sold pause blocked dnc dnq dq'.split(' '),
  ...'baja vendido vendida nutricion nutricao clos mort perso persa persi perse vinto vinta vinti vinte tot'.split(
    ' ',
  ),
]);

/** Said of somebody with whom it goes no further, or not now. */
const PHRASES = [
  'not qualified|non qualified|not a fit|no fit|bad fit|poor fit|not interested|no interest|no longer|opted out|opt out|do not contact|do not call|wrong number|wrong person|bad data|bad timing|bad lead|out of business|on hold|no response|no show|no budget|no need|not now|not a prospect|not a lead|non prospect|no opportunity|not converted',
  'no cualificado|no calificado|no interesad|no contactar|sin interes|sin respuesta|numero equivocado',
  'nao qualificad|nao interessad|sem interesse|sem resposta|fora do perfil',
  'non qualifie|pas qualifie|pas interesse|sans suite|hors cible|faux numero|sans reponse|en pause',
  'non qualificat|non interessat|fuori target',
  'nicht qualifiziert|kein interesse|kein bedarf|nicht interessiert|keine antwort|kein budget|falsche nummer',
  'niet gekwalificeerd|geen interesse|geen budget',
].flatMap((line) => line.split('|'));

/** Chinese, Japanese and Korean put no blanks between words. */
const SIGNS =
  /失注|受注|失単|終了|却下|対象外|無効|不合格|关闭|關閉|无效|無效|丢失|丢单|流失|输单|赢单|贏單|成交|拒绝|拒絕|실주|수주|종료|거절/u;

/**
 * True where a text says that it is over (won, lost, closed, converted), that somebody was turned away, or that it rests.
 * False is no promise: an org may call its end "Archive 7". Pure.
 */
export function saysEnded(text: string): boolean {
  const folded = foldWords(text);
  const words = folded.split(' ');
  return (
    words.some((word) => WORDS.has(word) || STEMS.some((stem) => word.startsWith(stem))) ||
    PHRASES.some((phrase) => ` ${folded}`.includes(` ${phrase}`)) ||
    SIGNS.test(text)
  );
}
