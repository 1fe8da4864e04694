// What became of a meeting or an event, in an org's own words: they came, stayed away, said no, or it doesn't say.
import { describe, expect, it } from 'vitest';
import { came, clicked, missed, refused } from '@/lib/crm/shared/meeting-words';

const lines = (text: string) =>
  text
    .split(/[;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

const there = lines(`
  Attended; Attended - not interested; Attended, no budget; Visited booth; Participated; Showed up; Was there
  Attended: yes; Checked in; Held; Completed; Took place; Joined live; Attended (late)
  Teilgenommen; Besucht; Anwesend; Hat teilgenommen; Stattgefunden; War dabei
  A participé; Présent; Venu; A assisté; A eu lieu
  Asistió; Ha asistido; Participó; Acudió; Realizada
  Participou; Compareceu; Esteve presente; Realizada; Ha partecipato; Aanwezig; Deelgenomen
`);
const notThere = lines(`
  Did not attend; Didn't attend; Didn’t attend; Not attended; Never attended; No show; No-show; NoShow; No_Show
  Registered (didn't attend); Registered - did not attend; Registered; Invited; Planned to attend; Attended: no
  Declined; Opted out; Opted Out; Unsubscribed; Canceled; Cancelled; Rescheduled; Postponed; Absent; Missed; Sent
  Invited, not attended; Non attendee; Not held; Has not attended; Will attend; To be held
  Nicht teilgenommen; Hat nicht teilgenommen; Nicht erschienen; Angemeldet; Angemeldet, nicht teilgenommen; Abgesagt
  Abgemeldet; Verschoben; Nicht anwesend; Ferngeblieben; Eingeladen
  N'a pas participé; Non présent; Pas venu; Absent; Inscrit; Inscrit (non venu); Annulé; Désinscrit; Refusé; Reporté
  No asistió; No ha asistido; Ausente; Inscrito; Registrado (no asistió); Cancelado; Rechazado; Dado de baja; Aplazada
  Não compareceu; Não participou; Ausente; Faltou; Inscrito; Inscrito (não compareceu); Cancelada; Recusou; Adiada
  Descadastrado; Non ha partecipato; Niet aanwezig; Afgemeld
`);

describe('a status', () => {
  it('says that they came', () => expect(there.filter((one) => !came(one))).toEqual([]));
  it('never says so where they did not', () => expect(notThere.filter(came)).toEqual([]));
  it('says that they refused', () => {
    const no =
      'Declined; Opted out; Unsubscribed; Bounced; Canceled; Abgesagt; Abgemeldet; Désinscrit; Refusé; Rechazado; Dado de baja; Recusou; Descadastrado; Cancelado; Not interested';
    expect(lines(no).filter((one) => !refused(one))).toEqual([]);
    expect(['Registered', 'Responded', 'Attended', 'No show', 'Did not attend'].filter(refused)).toEqual([]);
  });
  it('says that a meeting was missed', () => {
    const no =
      'No show; No-show; Canceled; CANCELED; Rescheduled; RESCHEDULED; Not held; Did not show up; Missed; Declined; Nicht erschienen; Abgesagt; Verschoben; Annulé; Reporté; Non présenté: absent; No asistió; Cancelada; Reprogramada; Não compareceu; Adiada; Faltou';
    expect(lines(no).filter((one) => !missed(one))).toEqual([]);
    expect(['Held', 'COMPLETED', 'SCHEDULED', 'Scheduled', '', 'Teilgenommen'].filter(missed)).toEqual([]);
  });
  it('says that they clicked', () => {
    expect(
      ['Clicked', 'Clicked through', 'Email clicked', 'Geklickt', 'Clic'].filter((one) => !clicked(one)),
    ).toEqual([]);
    expect(
      ['Not clicked', 'Did not click', 'Clicked unsubscribe', 'Nicht geklickt', 'Sent'].filter(clicked),
    ).toEqual([]);
  });
});
