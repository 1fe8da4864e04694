// A call's outcome in an org's or portal's own words: they spoke with the contact, nobody was reached, or it doesn't say.
import { describe, expect, it } from 'vitest';
import { notReached, somebodyElse, spoke } from '@/lib/crm/shared/call-words';

const lines = (text: string) =>
  text
    .split(/[;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
const said = (outcome: string) =>
  spoke(outcome) ? 'spoke' : notReached(outcome) ? 'not reached' : 'neither';
const wrong = (outcomes: readonly string[], right: string) =>
  outcomes.filter((one) => said(one) !== right).map((one) => `${one}: ${said(one)}`);

const talks = lines(`
  Connected; Connected - Not Interested; Connected: no budget; Spoke, not a fit for now; Answered (no need)
  Had a conversation; Talked; Spoke with contact; Spoke to prospect; Reached; Connected/Meeting booked; CONNECTED
  Kunde erreicht, kein Bedarf; Gesprochen; Erreicht; Telefoniert; Mit Kunde gesprochen
  Contact joint; Client joint - pas de besoin; A répondu; J'ai parlé avec le client
  Contactado; Contestó; Hablé con el cliente; Conversación
  Falei com o cliente; Atendeu; Conversa; Contatado; Ha risposto; Gesproken; Bereikt, geen interesse
`);
const away = lines(`
  Not connected; No one answered; Not yet connected; Call not answered; Connected to voicemail
  Connected with gatekeeper; Spoke with the gatekeeper; Connected - wrong number; Left voicemail; Disconnected
  No answer; NO_ANSWER; No Answer/Busy; Busy; Wrong number; Left live message; Left message with assistant
  Spoke to the assistant; Spoke to assistant; Talked to receptionist; Answered by secretary; Reached voicemail
  Reached gatekeeper; Reached the switchboard; Spoke with a colleague; Connected with someone else; Answering machine
  Answered by machine; Left VM; LVM; Voice mail; No longer with company; Left company; Missed; Canceled; Failed
  Unable to connect, no answer; Didn’t answer; Did not pick up; Could not reach; Line busy; Invalid number; No contact
  Nicht erreicht; Besetzt; Mailbox; Anrufbeantworter; Mit Sekretariat gesprochen; Assistenz erreicht; Zentrale erreicht
  Kollegen gesprochen; Falsche Nummer; Falscher Ansprechpartner erreicht; Nachricht hinterlassen; Keine Antwort
  Messagerie; Répondeur; Assistante jointe; Parlé à la secrétaire; Standardiste; Faux numéro; Mauvais numéro
  Pas de réponse; N'a pas répondu; Non joint; Occupé; Message laissé; Injoignable
  Buzón de voz; Contestador; Hablé con la secretaria; Hablado con recepción; Número equivocado; No contesta; No contestó
  Sin respuesta; Ocupado; Otra persona contestó; No contactado
  Caixa postal; Falei com a secretária; Recepção atendeu; Número errado; Não atendeu; Sem resposta; Não atende
  Segreteria telefonica; Parlato con la segretaria; Numero sbagliato; Non risponde
  Geen gehoor; Niet bereikt; Secretaresse gesproken; Verkeerd nummer; Voicemail ingesproken
`);
const untold = lines(`
  Completed; Never spoke; Follow up; Did not have a conversation; Scheduled a callback; Meeting scheduled
  Interested; Call logged; Reached out; Nachfassen; À rappeler; Volver a llamar; Retornar
`);

describe('the outcome of a call', () => {
  it('says that they spoke', () => expect(wrong(talks, 'spoke')).toEqual([]));
  it('says that the contact was not reached', () => expect(wrong(away, 'not reached')).toEqual([]));
  it('says neither', () => expect(wrong(['', ...untold], 'neither')).toEqual([]));
  it('names somebody else', () => {
    for (const one of [
      'Spoke to the assistant',
      'Wrong number',
      'Sekretariat',
      'Gatekeeper',
      'Left live message',
    ])
      expect(somebodyElse(one), one).toBe(true);
    for (const one of ['Left voicemail', 'Connected', 'No answer'])
      expect(somebodyElse(one), one).toBe(false);
  });
});
