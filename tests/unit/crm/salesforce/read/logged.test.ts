// Whether a task logs a mail or a call is told by its type too, in the words of any language that orgs are set to.
import { expect, it } from 'vitest';
import { isLogged } from '@/lib/crm/salesforce/read/logged';

it.each([
  ...['Email', 'E-mail', 'email', 'Send Email', 'Email: Inbound', 'Sent_Email', 'Mail', 'Mailing', 'Call'],
  ...['Cold Call', 'Phone call', 'Callback', 'Phone', 'Gong Call', 'Voicemail', 'Outreach Email'],
  ...['E‑Mail', 'Ｅｍａｉｌ', 'ＣＡＬＬ', 'E\u00admail', 'E mail', 'e.mail'],
  ...['Anruf', 'Rückruf', 'Telefonat', 'Telefon', 'Nachricht per E-Mail'],
  ...['Courriel', 'Appel', 'Appel téléphonique', 'Mél', 'Téléphone'],
  ...['Correo', 'Correo electrónico', 'Llamada', 'Teléfono'],
  ...['Telefonata', 'Chiamata', 'Posta elettronica', 'Bellen', 'Telefoongesprek', 'Gebeld'],
  ...[
    'Ligação',
    'Chamada',
    'Telefonema',
    'Correio eletrônico',
    'メール',
    '電話',
    '邮件',
    '通话',
    '이메일',
    '통화',
  ],
  ...[
    'Письмо',
    'Звонок',
    'Samtal',
    'E-post',
    'Opkald',
    'Puhelu',
    'Sähköposti',
    'Połączenie',
    'Wiadomość e-mail',
  ],
])('%s logs one', (type) => expect(isLogged(type)).toBe(true));

it.each([
  ...[
    '',
    'Task',
    'To-do',
    'Meeting',
    'Other',
    'Note',
    'Qualification',
    'Technically',
    'Local visit',
    'Recall',
  ],
  ...['Aufgabe', 'Besprechung', 'Réunion', 'Rappel', 'Tarea', 'Taak', 'Compito', 'Reunião', 'Follow-up'],
])('%s does not', (type) => expect(isLogged(type)).toBe(false));
