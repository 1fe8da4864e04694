// Mails that no person wrote are told by subject, in eleven languages, by sender, and by the CRM's own mark.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { machineMail } from '@/lib/crm/shared/machine-mail';

const lines = (text: string) =>
  text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '');

const automatic = lines(`
  Automatic reply: Your offer
  Auto-Reply: hello
  Autoreply
  Auto Response - Request received
  Out of Office: Route planning
  Out of office Re: Route planning
  Out of Office AutoReply: Route planning
  I am out of the office until 12 January
  Currently out of office
  [OOO] Your question
  OOO: back on Monday
  On vacation until Friday
  On annual leave - back 3 June
  On parental leave
  Away from the office
  Vacation reply
  Automatische Antwort: Ihr Angebot
  Automatische Antwort auf: Angebot
  Abwesenheitsnotiz: Tourenplanung
  Abwesenheitsnachricht
  Abwesend bis 12.01.
  Nicht im Büro: Angebot
  Im Urlaub bis 3. August
  Réponse automatique : Votre offre
  Réponse automatique: devis
  Absence du bureau
  Absent du bureau : devis
  En congés jusqu'au 12
  Message d'absence
  Respuesta automática: Oferta
  Fuera de la oficina: Oferta
  Fuera de oficina
  Ausente hasta el lunes
  De vacaciones hasta agosto
  Resposta automática: Proposta
  Fora do escritório: Proposta
  Ausência temporária
  De férias até 12/01
  Risposta automatica: Offerta
  Fuori sede: Offerta
  Fuori ufficio
  In ferie fino al 20
  Automatisch antwoord: Offerte
  Automatische reactie
  Afwezig tot 3 mei
  Afwezigheidsbericht: offerte
  Buiten kantoor
  自动回复: 报价
  自动回复：报价
  自動回覆: 報價
  休假中，自动回复
  不在办公室
  自動返信: お見積り
  自動応答：お見積り
  不在通知
  不在のお知らせ
  休暇中のため
  رد تلقائي: عرض
  الرد التلقائي: عرض
  خارج المكتب
  Автоматический ответ: Предложение
  Автоответ: Предложение
  Вне офиса
  Я в отпуске до 3 июня
  Отсутствую на рабочем месте
  Delivery Status Notification (Delay)
  Delivery delayed: Your offer
  We have received your message
`);
const bounces = lines(`
  Undeliverable: Your offer
  Undelivered Mail Returned to Sender
  Delivery Status Notification (Failure)
  Mail delivery failed: returning message to sender
  Mail Delivery Failure
  Delivery failure notice
  Delivery has failed to these recipients
  Returned mail: see transcript for details
  failure notice
  Your message couldn't be delivered
  Address not found
  Message not delivered
  Unzustellbar: Ihr Angebot
  Nicht zustellbar: Angebot
  Zustellung fehlgeschlagen
  Unzustellbarkeitsbericht
  Non remis : Votre offre
  Échec de la remise
  Message non distribué
  No se puede entregar: Oferta
  Mensaje no entregado
  Error de entrega
  Não é possível entregar: Proposta
  Falha na entrega
  Mensagem não entregue
  Non recapitabile: Offerta
  Mancata consegna
  Onbestelbaar: Offerte
  Bezorging mislukt
  无法送达: 报价
  退信
  系统退信
  配信不能: お見積り
  配信エラー
  لم يتم التسليم: عرض
  تعذر التسليم
  Не удается доставить: Предложение
  Сообщение не доставлено
`);
const calendar = lines(`
  Accepted: Demo
  Accepted: Demo @ Mon Jan 12
  Declined: Demo
  Tentative: Demo
  Tentatively Accepted: Demo
  Canceled: Demo
  New Time Proposed: Demo
  Angenommen: Demo
  Zugesagt: Demo
  Abgelehnt: Demo
  Mit Vorbehalt: Demo
  Accepté : Démo
  Refusé: Démo
  Aceptado: Demo
  Rechazada: Demo
  Aceito: Demonstração
  Recusado: Demonstração
  Accettato: Demo
  Rifiutato: Demo
  Geaccepteerd: Demo
  Afgewezen: Demo
  已接受: 演示
  承諾: デモ
  تم القبول: عرض
  Принято: Демо
`);
const receipts = lines(`
  Read: Your offer
  Gelesen: Ihr Angebot
  Lu : Votre offre
  Leído: Oferta
  Lida: Proposta
  Letto: Offerta
  Gelezen: Offerte
  已读: 报价
  開封済み: お見積り
  Прочитано: Предложение
  Read receipt
`);
const people = lines(`
  Re: Your offer
  Your offer
  AW: Angebot
  Question about your automatic reply feature
  Sorry, was out of office. Re: Your offer
  Out of curiosity
  Out of office furniture for our new site
  Offices in Berlin
  Automatic doors for our warehouse
  Automatische Türen
  Absence management software
  Abwesenheitsmanagement mit SAP
  Vacation rentals
  Urlaubsplanung 2027
  Accepted
  We accepted your offer
  Accepted terms and next steps
  Invitation to tender
  Read me first
  Reading list
  Declined card, can you help?
  Delivery on Monday?
  Delivery failed twice at our warehouse
  Delivery times
  Undelivered pallets in May
  Lieferung fehlgeschlagen?
  Returned goods
  Failure rates of your sensors
  Ausente de la reunión, ¿me la resumes?
  Devis
  自动化方案
  退货政策
  自動車部品
  Автоматизация склада
  عرض سعر
`);
const said = (subject: string, from = '') => machineMail({ subject, from });

describe('a subject', () => {
  it.each([
    ['automatic', automatic],
    ['bounce', bounces],
    ['calendar', calendar],
    ['receipt', receipts],
  ] as const)('is %s', (kind, subjects) =>
    expect(subjects.filter((one) => said(one) !== kind).map((one) => `${one}: ${said(one)}`)).toEqual([]),
  );
  it('is a person’s', () =>
    expect(people.filter((one) => said(one) !== null).map((one) => `${one}: ${said(one)}`)).toEqual([]));
  it('says the same after any sign of an answer', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...automatic, ...bounces, ...calendar, ...people),
        fc.array(
          fc.constantFrom(
            'Re: ',
            'RE:',
            'AW: ',
            'Antw: ',
            'RV: ',
            'RES: ',
            'TR : ',
            'R: ',
            '回复: ',
            '[EXTERNAL] ',
            'Re[2]: ',
          ),
          { maxLength: 3 },
        ),
        (subject, signs) => {
          expect(said(`${signs.join('')}${subject}`)).toBe(said(subject));
        },
      ),
      { seed: 20_261_130, numRuns: 500 },
    ));
  it('never makes it throw', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (subject) => {
        expect([null, 'automatic', 'bounce', 'calendar', 'receipt']).toContain(said(subject));
      }),
      { seed: 20_261_130, numRuns: 300 },
    ));
});

describe('a sender', () => {
  it.each([
    ['MAILER-DAEMON@mx.acme.example', 'bounce'],
    ['postmaster@acme.example', 'bounce'],
    ['Mail Delivery Subsystem <mailer-daemon@googlemail.example>', 'bounce'],
    ['bounces+123@acme.example', 'bounce'],
    ['no-reply@acme.example', 'automatic'],
    ['noreply@acme.example', 'automatic'],
    ['noreply-crm@acme.example', 'automatic'],
    ['do_not_reply@acme.example', 'automatic'],
    ['donotreply@acme.example', 'automatic'],
    ['nicht-antworten@acme.example', 'automatic'],
    ['autoreply@acme.example', 'automatic'],
    ['ada@noreply.example', null],
    ['norbert.replyman@acme.example', null],
    ['ada.okafor@acme.example', null],
    ['', null],
  ])('%s', (from, kind) => expect(said('Your offer', from)).toBe(kind));
  it('who is a mail server may also write that it goes on trying', () =>
    expect(said('Delivery Status Notification (Delay)', 'mailer-daemon@acme.example')).toBe('automatic'));
});

it('the CRM’s own mark counts, whatever the subject says', () => {
  expect(machineMail({ subject: 'Gone fishing', from: '', automatic: true })).toBe('automatic');
  expect(machineMail({ subject: 'Your offer', from: '', bounced: true })).toBe('bounce');
});
