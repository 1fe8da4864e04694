// What a call's outcome says, by its words: they spoke with the contact, with somebody else, or with nobody.
import { foldLine, wordsOf } from '@/lib/util/fold';

/** English, German, French, Spanish, Portuguese, Italian, Dutch; without accents. */
const TALKED = wordsOf(
  'connected|spoke|spoken|talked|answered|reached(?! out)|had a (?:call|chat|talk)',
  'gesprochen|erreicht|telefoniert|verbunden|gesprach gefuhrt|gesprach stattgefunden',
  'joint|jointe|parle|echange|contact etabli|a repondu|repondu|decroche',
  'contactado|contactada|hablado|hable|hablo|contesto|contesta|atendio|atendida|conectado|conectada',
  'falou|falei|falado|falamos|atendeu|atendido|contatado|contatada',
  'parlato|risposto|raggiunto|raggiunta|gesproken|bereikt|verbonden',
);
const TALK = wordsOf('conversation|conversacion|conversa|conversazione|gesprek');
const NOT = wordsOf(
  "not|never|no|nobody|none|without|unable|failed|didn'?t|couldn'?t|wasn'?t|can'?t|tried|trying|to be",
  'nicht|nie|niemand|niemanden|kein|keine|keinen|keiner|ohne|non|pas|personne|jamais|aucun|aucune|sans',
  'nadie|nunca|ningun|ninguna|sin|nao|ninguem|nenhum|nenhuma|sem|nessuno|nessuna|mai|senza|niet|geen|nooit|zonder',
);

/** Another person took the call, or the number is another's: nothing is said of the contact. */
const SOMEBODY_ELSE = wordsOf(
  'gate ?keeper|receptionist|reception|front desk|switchboard|operator|assistant|assistants|secretary|pa|ea|colleague|co ?worker|somebody else|someone else|another person|other person|third party|wrong (?:number|person|contact|party|company)|not the right (?:person|contact)|incorrect (?:number|contact)|spouse|wife|husband|partner answered|live message|no longer (?:there|with|at|works?|employed).*|left (?:the )?company|contact left',
  'assistenz|assistentin|assistent|sekretariat|sekretarin|sekretaerin|sekretar|empfang|zentrale|telefonzentrale|vorzimmer|kollege|kollegin|kollegen|falsche (?:nummer|person)|falscher (?:ansprechpartner|kontakt)|nicht mehr im unternehmen|jemand anders|jemand anderem|andere person',
  'assistante|secretaire|secretariat|accueil|standardiste|le standard|au standard|collegue|barrage|faux numero|mauvais (?:numero|contact|interlocuteur)|mauvaise personne|autre personne|numero errone',
  'asistente|secretaria|secretario|recepcion|recepcionista|centralita|telefonista|colega|companero|companera|numero (?:equivocado|erroneo|incorrecto)|persona equivocada|otra persona',
  'recepcao|assistente|numero errado|pessoa errada|outra pessoa|segretaria|segretario|centralino|collega|numero sbagliato|persona sbagliata|altra persona',
  'secretaresse|receptie|receptioniste|verkeerd nummer|verkeerde persoon|iemand anders',
);
/** A machine took it. */
const MACHINE = wordsOf(
  'voice ?mails?|vm|lvm|answering (?:machine|service)|answer(?:ed|ing)? by machine|machine|ivr|auto ?attendant|phone tree|bot|robot|fax',
  'mailbox|anrufbeantworter|ab|messagerie|repondeur|boite vocale|buzon(?: de voz)?|contestador|contestadora|caixa postal|correio de voz|secretaria eletronica|segreteria(?: telefonica)?|antwoordapparaat',
);
const NOBODY = wordsOf(
  "left (?:a )?message|message left|no ?answer|not answered|unanswered|no reply|no ?(?:body|one) (?:answered|reached|there)|no response|no contact|no connection|no pick ?up|not picked up|did(?: not|n'?t) (?:answer|pick up|connect|reach)|could(?: not|n'?t) (?:reach|connect)|busy|engaged|line busy|disconnected|unreachable|unreached|unavailable|not available|not (?:yet )?(?:reached|connected|in service)|missed|rang out|ring out|ringing|call failed|failed|canceled|cancelled|attempted|attempt|(?:bad|invalid|dead|disconnected) (?:number|line)|number (?:disconnected|invalid|not in service)|out of service",
  'nicht (?:erreicht|erreichbar|abgenommen|angenommen|verbunden)|niemand(?:en)? (?:erreicht|abgenommen)|keine antwort|keiner abgenommen|besetzt|nachricht hinterlassen|kein anschluss.*|ungultige nummer|verpasst',
  "pas de reponse|sans reponse|aucune reponse|ne repond pas|n'?a pas repondu|pas joint|non joint|injoignable|occupe|ligne occupee|message laisse|numero (?:invalide|non attribue)|appel manque",
  'sin respuesta|no (?:contesta|contesto|responde|respondio|atendio|atiende|contactado|localizado|disponible)|ocupado|comunicando|mensaje dejado|deje mensaje|numero invalido|llamada perdida',
  'sem resposta|nao (?:atende|atendeu|atendida|respondeu|contatado|disponivel)|deixei recado|recado deixado|mensagem deixada|indisponivel|chamada perdida',
  'nessuna risposta|non (?:risponde|ha risposto|raggiunto|raggiungibile)|occupato|messaggio lasciato|geen gehoor|geen antwoord|niet bereikt|niet bereikbaar|bezet|in gesprek|bericht achtergelaten|gemist',
);

/** "Connected, no budget" says that they spoke, "not connected" doesn't: what is denied stands in the same clause. */
function talkedIn(clause: string): boolean {
  const at = clause.search(TALKED);
  if (at >= 0) return !NOT.test(clause.slice(0, at));
  return TALK.test(clause) && !NOT.test(clause);
}

/** Whether somebody other than the contact took the call: an assistant, a gatekeeper, whoever has the wrong number. */
export const somebodyElse = (outcome: string): boolean => SOMEBODY_ELSE.test(foldLine(outcome));

/** "Connected" says that they spoke, "Not connected" doesn't, nor "Connected to voicemail" or "Spoke with assistant". */
export function spoke(outcome: string): boolean {
  const text = foldLine(outcome);
  if (SOMEBODY_ELSE.test(text) || MACHINE.test(text)) return false;
  return text.split(/[,;:()|/–—]|\s-\s/u).some(talkedIn);
}

/** A message was left, nobody or a machine took the call, or it was somebody else: our side only. */
export function notReached(outcome: string): boolean {
  const text = foldLine(outcome);
  return !spoke(outcome) && (SOMEBODY_ELSE.test(text) || MACHINE.test(text) || NOBODY.test(text));
}
