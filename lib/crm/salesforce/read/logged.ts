// Whether a task logs a mail or a call, by the words of its type: what such a task says may be anybody's.

/** Parts of words that stand for mail or for a telephone in the languages that orgs are set to, without their accents. */
const ANYWHERE =
  /e[\s._-]?mail|voicemail|e-post|\bmail|courriel|\bmel\b|correo|correio|posta elettronica|sahkoposti|wiadomosc|telef|telep|phone|anruf|ruckruf|llamada|chiamata|chamada|ligacao|gebeld|\bbellen|opkald|puhelu|polaczen|メール|電話|电话|邮件|通话|이메일|메일|통화|전화|письмо|почт|звонок/u;
const WHOLE = /(?<!\p{L})(calls?|called|calling|callback|appels?|samtal)(?!\p{L})/u;

/**
 * The value of a task's type is an org's own text. Whoever logs mails picks it, not the mail's writer; so it is enough to
 * know the usual words. An org that names its mails "Touchpoint 3" is not found out by this.
 */
export function isLogged(type: string): boolean {
  const words = type
    .slice(0, 300)
    .normalize('NFKD')
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replaceAll('_', ' ')
    .replaceAll('ł', 'l')
    .normalize('NFC')
    .toLowerCase();
  return ANYWHERE.test(words) || WHOLE.test(words);
}
