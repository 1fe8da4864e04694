// How subjects of mails begin that no person wrote, in the languages that business is done in most.

const list = (...lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split(', '));

/**
 * After one of these the subject ends, goes on behind a mark, or says until when: "Out of office until Monday", and not
 * "Out of office furniture". English, German, French, Spanish, Portuguese, Italian, Dutch, Russian, Arabic.
 */
export const openings = {
  automatic: list(
    'automatic reply, automatic response, automated reply, automated response, auto reply, auto-reply, autoreply, auto response, auto-response, autoresponse, autoresponder, out of office, out of the office, out-of-office, ooo, away from the office, away from office, away from my desk, on vacation, on holiday, on holidays, on leave, on annual leave, on parental leave, on maternity leave, on paternity leave, on sick leave, on pto, annual leave, vacation reply, vacation notice, vacation message, holiday notice, absence notice, we have received your message, we have received your email, we have received your request, we have received your inquiry, we received your message, we received your request, your request has been received, your message has been received, delivery status notification (delay), delivery delayed, delivery is delayed, message delayed, message delivery delayed, undelivered mail (delay)',
    'automatische antwort, automatische antwort auf, automatische ruckmeldung, abwesenheitsnotiz, abwesenheitsnachricht, abwesenheitsmeldung, abwesenheitsassistent, abwesenheit, abwesend, nicht im buro, ausser haus, im urlaub, in urlaub, in elternzeit, nicht im haus, zustellung verzogert, eingangsbestatigung, wir haben ihre nachricht erhalten, wir haben ihre anfrage erhalten, ihre nachricht ist eingegangen, ihre anfrage ist eingegangen',
    "reponse automatique, message automatique, absence du bureau, absent du bureau, absente du bureau, absent, absente, message d'absence, avis d'absence, en conges, en conge, en vacances, hors du bureau, remise retardee, nous avons bien recu votre message, nous avons bien recu votre demande",
    'respuesta automatica, contestacion automatica, fuera de la oficina, fuera de oficina, ausente, ausente de la oficina, de vacaciones, en vacaciones, aviso de ausencia, mensaje de ausencia, entrega retrasada, hemos recibido su mensaje, hemos recibido su solicitud, hemos recibido tu mensaje',
    'resposta automatica, fora do escritorio, fora de escritorio, ausencia temporaria, aviso de ausencia, mensagem de ausencia, de ferias, em ferias, entrega atrasada, recebemos sua mensagem, recebemos a sua mensagem',
    'risposta automatica, fuori sede, fuori ufficio, fuori dall ufficio, assente, assenza dall ufficio, in ferie, consegna ritardata, abbiamo ricevuto il tuo messaggio, abbiamo ricevuto la sua richiesta',
    'automatisch antwoord, automatische reactie, automatisch bericht, afwezig, afwezigheid, afwezigheidsbericht, afwezigheidsmelding, niet aanwezig, buiten kantoor, niet op kantoor, op vakantie, met vakantie, met verlof',
    'автоматический ответ, автоответ, автоответчик, вне офиса, отсутствую на рабочем месте, отсутствую, нет на месте, отсутствие на рабочем месте, нет в офисе, в отпуске, я в отпуске, на больничном, в командировке',
    'رد تلقائي, الرد التلقائي, رد آلي, الرد الآلي, خارج المكتب, أنا خارج المكتب, في إجازة, أنا في إجازة',
  ),
  bounce: list(
    "undeliverable, undeliverable mail, undelivered mail, undelivered mail returned to sender, delivery status notification, delivery failure, delivery failure notice, mail delivery failed, mail delivery failure, mail delivery system, mail system error, delivery failed, delivery has failed to these recipients, delivery has failed to these recipients or groups, delivery to the following recipient failed, delivery to the following recipients failed, returned mail, returned to sender, failure notice, mail failure, non-delivery report, nondeliverable, non deliverable, your message couldn't be delivered, your message could not be delivered, your message wasn't delivered, message not delivered, message undeliverable, message could not be delivered, message delivery failure, message blocked, address not found, recipient address rejected, mailbox unavailable, mailbox full",
    'unzustellbar, unzustellbare nachricht, nicht zustellbar, nachricht nicht zustellbar, zustellung fehlgeschlagen, unzustellbarkeitsbericht, unzustellbarkeitsnachricht, zustellungsfehler, nachricht nicht zugestellt, ihre nachricht konnte nicht zugestellt werden, benachrichtigung zum zustellungsstatus, adresse nicht gefunden',
    "non remis, non distribuable, non delivre, echec de la remise, echec de remise, echec de la distribution, echec de distribution, echec de livraison du message, message non distribue, message non remis, courrier non distribue, avis de non-remise, avis de non remise, notification d'etat de remise, notification d'etat de la remise, adresse introuvable",
    'no se puede entregar, no se pudo entregar, no se ha podido entregar, no entregado, no entregable, mensaje no entregado, correo no entregado, correo devuelto, mensaje devuelto, error de entrega, error en la entrega, fallo de entrega, fallo en la entrega, notificacion de estado de entrega, notificacion del estado de entrega, direccion no encontrada',
    'nao e possivel entregar, nao foi possivel entregar, nao entregue, nao entregavel, falha na entrega, falha de entrega, falha na entrega da mensagem, mensagem nao entregue, mensagem devolvida, notificacao de status de entrega, notificacao do status de entrega, endereco nao encontrado',
    'non recapitabile, mancata consegna, mancato recapito, impossibile recapitare, impossibile recapitare il messaggio, recapito non riuscito, consegna non riuscita, messaggio non recapitato, messaggio non consegnato, errore di consegna, notifica sullo stato della consegna, indirizzo non trovato',
    'onbestelbaar, onbestelbaar bericht, niet te bezorgen, niet bezorgd, bezorging mislukt, bericht niet bezorgd, bezorgfout, kan niet worden bezorgd, adres niet gevonden',
    'не доставлено, недоставлено, недоставленное сообщение, не удается доставить, не удалось доставить, сообщение не доставлено, ошибка доставки, письмо не доставлено, адрес не найден',
    'لم يتم التسليم, لم يتم تسليم, غير قابل للتسليم, تعذر التسليم, تعذر تسليم, فشل التسليم, فشل تسليم, لم يتم العثور على العنوان',
  ),
  receipt: list('read receipt, delivery status notification (success), delivery status notification (relay)'),
} as const;

/** The same in writing that has no blanks between words: whatever follows. */
export const written = {
  automatic: list(
    '自动回复, 自动答复, 自动回覆, 自動回覆, 自動回復, 自動答覆, 外出自动, 外出回复, 外出通知, 休假, 年假中, 不在办公室, 不在辦公室, 出差中, 自動返信, 自動応答, 自動送信, 不在通知, 不在の, 不在に, 不在中, 不在です, 休暇, 外出中, 出張中, 配信遅延, 传递延迟',
  ),
  bounce: list(
    '无法送达, 無法送達, 未送达, 未送達, 未能送达, 无法投递, 無法投遞, 未传递, 未傳遞, 无法传递, 無法傳遞, 投递失败, 投遞失敗, 退信, 系统退信, 系統退信, 邮件被退回, 郵件被退回, 传递状态通知, 傳遞狀態通知, 配信不能, 配信不可, 配信エラー, 配信失敗, 配信できません, 未配信, 配達不能, 配達できません, 宛先不明',
  ),
} as const;

/** What a calendar or a reader's program writes: always with a colon behind it. */
export const marked = {
  calendar: list(
    'accepted, declined, tentative, tentatively accepted, canceled, cancelled, canceled event, cancelled event, new time proposed, proposed new time, invitation, updated invitation, invitation with note, updated invitation with note, meeting forward notification',
    'angenommen, zugesagt, zusage, abgelehnt, abgesagt, absage, mit vorbehalt, mit vorbehalt angenommen, mit vorbehalt zugesagt, unter vorbehalt, vorlaufig angenommen, neuer zeitvorschlag, neue zeit vorgeschlagen, neue uhrzeit vorgeschlagen, einladung, aktualisierte einladung, abgesagter termin, termin abgesagt',
    'accepte, acceptee, refuse, refusee, decline, provisoire, accepte provisoirement, provisoirement accepte, annule, annulee, nouvelle heure proposee, nouvel horaire propose, invitation mise a jour, evenement annule',
    'aceptado, aceptada, rechazado, rechazada, provisional, aceptado provisionalmente, provisionalmente aceptado, tentativo, cancelado, cancelada, nueva hora propuesta, invitacion, invitacion actualizada, evento cancelado',
    'aceito, aceita, aceite, recusado, recusada, provisorio, aceito provisoriamente, tentativa, novo horario proposto, nova hora proposta, convite, convite atualizado',
    'accettato, accettata, rifiutato, rifiutata, provvisorio, accettato provvisoriamente, annullato, annullata, nuovo orario proposto, nuova ora proposta, invito, invito aggiornato, evento annullato',
    'geaccepteerd, afgewezen, geweigerd, voorlopig, voorlopig geaccepteerd, geannuleerd, nieuwe tijd voorgesteld, uitnodiging, bijgewerkte uitnodiging',
    'принято, отклонено, под вопросом, предварительно принято, отменено, предложено новое время, приглашение, обновленное приглашение',
    'تم القبول, مقبول, تمت الموافقة, تم الرفض, مرفوض, مبدئي, تم الإلغاء, ملغى, دعوة',
    '已接受, 接受, 已拒绝, 已拒絕, 已谢绝, 已謝絕, 拒绝, 暂定, 暫定, 已取消, 邀请, 邀請, 承諾, 承諾済み, 辞退, 仮承諾, 仮の予定, キャンセル, 招待',
  ),
  receipt: list(
    'read, not read, gelesen, ungelesen geloscht, nicht gelesen, lu, non lu, leido, no leido, lido, lida, nao lida, letto, non letto, gelezen, niet gelezen, прочитано, تمت القراءة, قراءة, 已读, 已讀, 開封済み, 既読',
  ),
} as const;
