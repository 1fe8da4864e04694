// What became of a meeting or an event, by the words of an org: they came, or they did not.
import { foldLine, wordsOf } from '@/lib/util/fold';

/** English, German, French, Spanish, Portuguese, Italian, Dutch; without accents. */
const CAME = wordsOf(
  'attended|visited|participated|showed|came|was there|met|joined|present|checked in|booth|held|took place|complete|completed|done|happened',
  'teilgenommen|besucht|anwesend|erschienen|war da|war dabei|stattgefunden|durchgefuhrt|abgehalten|erledigt|gehalten',
  'participe|assiste|presente|venu|venue|a eu lieu|eu lieu|effectue|effectuee|realise|realisee|termine|terminee',
  'asistio|asistido|ha asistido|participo|acudio|vino|realizado|realizada|celebrado|celebrada|completado|completada',
  'participou|compareceu|assistiu|esteve|veio|realizou|concluido|concluida|ha partecipato|partecipato|avvenuto|svolto|completato',
  'aanwezig|deelgenomen|gehouden|voltooid|plaatsgevonden',
);
/** They said no, left, or the mail never came: no reaction to be glad of. */
const REFUSED = wordsOf(
  'declined|refused|rejected|opted out|opt out|opt-out|optout|unsubscribed|unsubscribe|bounced|bounce|hard bounce|not interested|do not contact|withdrawn|withdrew|invalid',
  'abgelehnt|abgesagt|abgemeldet|zuruckgezogen|kein interesse|nicht interessiert|unzustellbar',
  'refuse|refusee|decline|desinscrit|desinscrite|desabonne|desabonnee|pas interesse|pas interessee',
  'rechazado|rechazada|declinado|declinada|baja|dado de baja|no interesado|no interesada|cancelo|rebotado',
  'recusado|recusada|recusou|descadastrado|descadastrada|sem interesse|nao interessado|desistiu',
  'rifiutato|rifiutata|disiscritto|non interessato|afgewezen|afgemeld|uitgeschreven|geen interesse',
);
const CALLED_OFF = wordsOf(
  'cancel+ed|cancelled|canceled|postponed|rescheduled|moved|called off|deferred',
  'storniert|abgebrochen|verschoben|verlegt|ausgefallen|annule|annulee|reporte|reportee|deplace|deplacee',
  'cancelado|cancelada|aplazado|aplazada|pospuesto|reprogramado|reprogramada|adiado|adiada|remarcado|remarcada|reagendado|reagendada|annullato|annullata|rinviato|rimandato|geannuleerd|verplaatst|uitgesteld',
);
const STAYED_AWAY = wordsOf(
  'no ?shows?|no-shows?|missed|absent|non attendee|non-attendee|nicht erschienen|ferngeblieben|abwesend|ausente|absente|no asistio|nao compareceu|assente|faltou|afwezig|niet verschenen',
);
const NOT = wordsOf(
  "not|never|no|non|nobody|none|didn'?t|did not|hasn'?t|wasn'?t|without|to be|will|planned|invited|expected|scheduled|should",
  'nicht|nie|kein|keine|ohne|geplant|eingeladen|pas|jamais|sans|prevu|prevue|invite|invitee|nunca|sin|invitado|invitada|previsto|prevista|nao|sem|convidado|convidada|mai|invitato|niet|geen|nooit|uitgenodigd|false',
);

const clausesOf = (text: string) => text.split(/[,;:()|/–—]|\s-\s/u).map((one) => one.trim());

/** Whether one of these words is said and not denied: "Attended, not interested" is, "Attended: no" isn't. */
function affirmed(what: RegExp, text: string): boolean {
  const clauses = clausesOf(text);
  if (clauses.some((clause) => /^(?:no|non|nein|nao|nee|false|0|n)$/.test(clause))) return false;
  return clauses.some((clause) => {
    const at = clause.search(what);
    return at >= 0 && !NOT.test(clause.slice(0, at));
  });
}

/** Said no, opted out or bounced: neither a response nor a registration. */
export const refused = (status: string): boolean => {
  const text = foldLine(status);
  return REFUSED.test(text) || CALLED_OFF.test(text);
};

/** They came: to an event, or to a meeting that took place. Never where anything in the text says otherwise. */
export function came(status: string): boolean {
  const text = foldLine(status);
  return !STAYED_AWAY.test(text) && !CALLED_OFF.test(text) && affirmed(CAME, text);
}

/** A meeting that did not take place, or without them: canceled, moved, no show. */
export function missed(outcome: string): boolean {
  const text = foldLine(outcome);
  if (came(outcome)) return false;
  return (
    STAYED_AWAY.test(text) ||
    CALLED_OFF.test(text) ||
    REFUSED.test(text) ||
    (CAME.test(text) && NOT.test(text)) ||
    /(?:did not|didn'?t) (?:show|attend|come|happen)/.test(text)
  );
}

/** They clicked, and the status does not say that they didn't. */
export const clicked = (status: string): boolean =>
  affirmed(
    wordsOf(
      'click|clicked|clicked through|clickthrough|click-through|geklickt|clique|clic|clicado|clicou|hizo clic|cliccato|geklikt',
    ),
    foldLine(status),
  ) && !refused(status);
