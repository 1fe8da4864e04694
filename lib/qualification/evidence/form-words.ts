// What the name of a form says about whoever sent it: asked for sales, engaged with content, took information, or neither.

export type FormKind = 'sales' | 'content' | 'information';

/** Phrases without accents, parted by commas; a * stands for any letters before or behind. */
const list = (...lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split(', '));

/**
 * Whole words in English, German, French, Spanish, Portuguese and Dutch, in the order in which they count. A form is
 * about what stands first here, whatever else its name mentions: a guide to prices is a guide.
 */
export const formWords = {
  /** They want less of us, or say what they think of it. Not even content beside it counts. */
  away: list(
    'unsubscribe*, cancel, cancels, canceled, cancelled, canceling, cancelling, cancellation*, reschedul*, preference, preferences, opt out, opting out, optout, survey*, feedback, nps, csat, questionnaire, satisfaction, report a bug, report bug, report a problem, report an issue, report abuse, confirmation, no show, postpone*, do not, delete my, remove me, stop emails',
    'abmeld*, *abmeldung, abbestell*, kundig*, kuendig*, stornier*, storno, stornierung, widerruf*, absage*, verschieb*, verschoben, umfrage*, *umfrage, *befragung, *zufriedenheit, einstellungen',
    'desinscri*, desabonn*, annuler, annulez, annulation*, deplacer, reporter, resili*, enquete*, sondage*',
    'cancelar, cancela, cancele, cancelacion*, cancelamento*, darse de baja, dar de baja, desuscri*, preferencias, encuesta*, satisfaccion, descadastr*, desinscrever*, pesquisa de, reprogram*, remarcar, adiar, aplazar, questionario, satisfacao',
    'uitschrijv*, afmeld*, opzeg*, annuleren',
  ),
  content: list(
    'webinar*, *webinar, ebook*, e book, e books, video, videos, podcast*, blog*, newsletter*, *newsletter, e news, course, courses, calculator*, toolkit, playbook*, handbook*, subscribe, subscribers, blog subscription, stay in touch, keep in touch, stay up to date, stay updated, stay informed, keep me posted, updates, alert, alerts, tips, insights, trends, strategy, strategies, best practices, how to, article*, magazine*, infographic*, quiz, slides, recording*, recorded, replay, on demand, ondemand, watch, interactive demo, self guided, workshop*, masterclass*, demo day, livestream*, live stream, virtual event, academy, comparison',
    'seminar*, rechner, *rechner, rundbrief, infobrief, abonnieren, aufzeichnung*, ansehen, anschauen, schulung*, akademie, kurs, kurse, *kurs, handbuch, vergleich, tipps',
    'webinaire*, infolettre*, lettre d information, cours, calculateur*, simulateur*, abonnez*, s abonner, regarder, voir la demo, comparatif*, atelier*',
    'webinario*, seminario*, boletin, boletines, boletim, curso, cursos, calculadora*, simulador*, suscrib*, suscripcion*, inscreva se, assine, assinar, ver demo, ver la demo, assistir, comparativa, comparativo, taller, oficina',
    'nieuwsbrief*',
  ),
  information: list(
    'download*, *download, template*, whitepaper*, white paper, white papers, report, reports, guide, guides, checklist*, brochure*, case study, case studies, study, studies, success story, success stories, datasheet*, data sheet, data sheets, factsheet*, fact sheet, fact sheets, spec sheet, spec sheets, one pager, cheat sheet, cheat sheets, catalog, catalogs, catalogue*, flyer, research, benchmark*, pdf',
    'herunterladen, vorlage*, *vorlage, *vorlagen, mustervertrag*, leitfaden, *leitfaden, ratgeber, broschure*, *broschure, broschuere*, checkliste*, *checkliste, studie, studien, *studie, fallstudie*, bericht, berichte, *bericht, katalog*, *katalog, prospekt, datenblatt, datenblatter',
    'livre blanc, livres blancs, modele*, etude*, telecharge*, plaquette, fiche technique, fiches techniques, rapport*',
    'guia, guias, plantilla*, modelo*, planilha*, informe, informes, folleto*, folheto*, libro blanco, livro branco, ficha tecnica, descarg*, baixar, baixe, estudio, estudios, estudo, estudos, caso de exito, caso de sucesso, catalogo*, relatorio*',
    'gids, sjabloon, sjablonen',
  ),
  /** For service, work, rights, partners and the like: no interest to buy, whatever it mentions. */
  service: list(
    'support, helpdesk, help desk, help center, ticket, tickets, customer service, customer care, incident, outage, repair*, bug, career, careers, job, jobs, join our team, work with us, internship*, vacanc*, recruit*, hiring, resume, cv, application, applications, applicant*, apply, terms, conditions, privacy, gdpr, cookie, cookies, consent, legal, data request, returns, return request, return form, request a return, return a, return an, return your, return label, product return, refund*, warrant*, rma, complaint*, reviews, write a review, leave a review, testimonial*, partner, partners, partnership*, partnering, reseller*, affiliate*, become a distributor, supplier*, vendor*, press, media inquiry, media request, investor*, sponsorship*, speaker*, call for, login, log in, sign in, password*, my account, create account, delete account, account deletion, account settings, invoice*, billing, payment*, donat*, giveaway*, sweepstake*, raffle, prize draw, contest, scholarship*, volunteer*, refer a friend, interview, interviews, dealer*, media quote, change of address, update your, clinical trial, clinical trials, price match, referral program',
    'kundendienst, kundenservice, hilfe, karriere, bewerb*, *bewerbung, stellen*, praktik*, ausbildung*, agb, datenschutz, impressum, rucksend*, ruecksend*, retour, retoure*, ruckgabe*, reklam*, beschwerde*, *partner, *partnerschaft, partnerprogramm, handler werden, haendler werden, vertriebspartner*, lieferant*, presse, *presse, passwort, gewinnspiel*, garantie*, gewahrleistung, storung*, rechnung*, serviceanfrage*, servicefall, wartung*, reparatur*, schaden*, kundenkonto',
    'assistance, sav, service client, service clients, service apres vente, carriere*, emploi, emplois, recrute*, recrutement, candidat*, demande de stage, offre de stage, postuler, cgv, cgu, mentions legales, retour produit, remboursement*, reclamation*, partenaire*, partenariat*, revendeur*, fournisseur*, concours, mot de passe, facture*, connexion',
    'soporte, ayuda, atencion al cliente, servicio tecnico, postventa, posventa, empleo*, trabaja con, trabaja en, trabaje con, bolsa de trabajo, curriculum, postul*, terminos, condiciones, privacidad, privacidade, devolucion*, devolucoes, devolucao, reembolso*, reclamacion*, reclamacao, reclamacoes, queja*, socio, socios, distribuidor*, proveedor*, prensa, sorteo, sorteio, concurso, factura, facturas, contrasena, garantia, garantias',
    'suporte, ajuda, atendimento ao cliente, ouvidoria, trabalhe conosco, vaga, vagas, emprego*, carreira*, curriculo, termos, condicoes, trocas, parceir*, parceria*, revendedor*, fornecedor*, imprensa, fatura, faturas, senha',
    'vacature*, sollicit*, werken bij, voorwaarden, retourneren, klacht*, klantenservice',
  ),
  /** Asks for a salesperson, an offer or a talk by these words alone. */
  sales: list(
    'contact sales, sales contact, sales inquiry, sales enquiry, sales request, talk to us, speak to us, speak with us, talk with us, talk to our team, speak to our team, speak with our team, callback, callbacks, call back, call me, rfp, rfq, request for proposal, request for a proposal, request for quote, request for a quote, request for quotes, request for quotation, meetings link, meeting link, trial signup, trial sign up, free trial, try for free, try it free, try free, discovery call, intro call, introductory call, sales call, strategy call, free quote, free consultation, buying inquiry, purchase inquiry',
    'ruckruf, ruckrufbitte, ruckrufservice, ruckrufformular, ruckrufwunsch, rueckruf*, angebotsanf*, angebotsformular, preisanf*, demoanf*, demotermin*, beratungsgesprach*, beratungsgespraech*, beratungstermin*, erstgesprach*, erstgespraech*, kostenvoranschlag*, vertriebsanfrage*, kaufanfrage*, kostenlos testen, gratis testen, terminvereinbarung, terminbuchung, terminanfrage',
    'devis, etre rappele, etre rappelee, rappelez moi, me rappeler, contact commercial, contacts commerciaux, essai gratuit, etre recontacte, etre recontactee, etre contacte, etre contactee, me contacter, proposition commerciale',
    'presupuesto, presupuestos, cotizacion, cotizaciones, cotiza, cotice, cotizar, llamame, llamenme, que me llamen, te llamamos, le llamamos, contacto comercial, contacto ventas, prueba gratis, prueba gratuita, orcamento, orcamentos, cotacao, cotacoes, contato comercial, contato vendas, me ligue, ligue para mim, ligamos para voce, teste gratis, teste gratuito, proposta comercial, propuesta comercial',
    'offerte, offertes, terugbelverzoek, bel mij, bel me',
  ),
  /** To ask: with a thing of `things`, or a person of `people`, it asks for sales. */
  asks: list(
    'request, requests, requesting, requested, book, booking, bookings, schedule, scheduling, arrange, get, order, reserve, ask for, asked for, asks for, wants, claim, start, try, contact us for, contact us about, contact for, inquiry, inquiries, enquiry, enquire, inquire',
    'anfordern, anforderung, anfragen, anfrage, buchen, buchung, vereinbaren, einholen, bestellen, holen, sichern, erhalten, beantragen, reservieren, starten, testen, bitte um, wunsche, wunschen',
    'demande, demander, demandez, obtenir, obtenez, recevoir, recevez, reserver, reservez, reservation, planifier, planifiez, prendre, prenez, prise, programmer, organiser, fixer, solliciter, essayer',
    'solicitar, solicita, solicite, solicitud, solicitacao, pedir, pide, pida, pedido, peca, obtener, obten, obtenga, obter, obtenha, quiero, quero, reservar, reserva, reserve, agendar, agenda, agende, programar, programe, concertar, conseguir, recibir, receber, receba, marcar, marque',
    'aanvragen, aanvraag, vraag, plannen, boeken, maken, inplannen',
  ),
  things: list(
    'demo, demos, demonstration, demonstrations, quote, quotes, quotation, pricing, price, prices, proposal, estimate, trial, pilot, poc, call, meeting, appointment, consultation, consult, visit, tour, walkthrough, session, conversation, test drive, price list',
    '*demo, angebot, preis, preise, preisliste, termin, beratung, *beratung, gesprach, gespraech, anruf, testversion, testzugang, testphase, vorfuhrung, vorfuehrung, produktvorfuhrung, probefahrt, prasentation, praesentation',
    'tarif, tarifs, prix, rendez vous, rdv, rappel, proposition, appel, entretien, essai, offre, creneau, grille tarifaire',
    'demostracion, demostraciones, demonstracao, demonstracoes, precio, precios, preco, precos, tarifa, tarifas, oferta, propuesta, proposta, reunion, reuniao, cita, llamada, llamado, ligacao, prueba, teste, asesoria, asesoramiento, consultoria, visita, apresentacao, presentacion, conversa, conversacion, prueba de manejo',
    'prijs, prijzen, gesprek, afspraak, belafspraak',
  ),
  /** To speak with someone: only with one of `people`. */
  talks: list(
    'contact, talk, talking, speak, chat, connect, meet, reach, reach out, email',
    'kontakt, kontaktieren, kontaktaufnahme, sprechen, reden, contacter, contactez, parler, parlez, joindre, echanger, discuter',
    'contactar, contacta, contacte, contacto, hablar, habla, hable, fale, falar, contato, contate, contatar, spreek, praten',
  ),
  people: list(
    'sales, salesperson, sales rep, rep, sales team, representative, specialist, expert, experts, advisor, adviser, consultant, account executive, account manager',
    'vertrieb, vertriebsteam, vertriebsmitarbeiter, verkauf, verkaufsteam, berater, beraterin, verkaufsberater, experte, experten',
    'commercial, commerciale, commerciaux, vente, ventes, vendeur, conseiller, conseillere, specialiste',
    'ventas, vendedor, vendedora, comercial, asesor, asesora, experto, experta, especialista, ejecutivo, vendas, consultor, consultora, verkoop',
  ),
  /** A plain wish to be in touch: shown and asked about, and the page that it stands on says nothing more. */
  contact: list(
    'contact, contact us, contact form, get in touch, inquiry, enquiry, question, questions, message, information, info, learn more, thank you, sign up for, register',
    'kontakt, kontaktformular, kontaktanfrage, kontaktieren, anfrage, nachricht, informationen, informationsanfrage, contactez, nous contacter, informations',
    'contacto, contactenos, contactanos, informacion, contato, fale conosco, contate nos, informacoes, consulta, mensagem, mensaje',
  ),
  /** They make a request, also beside words that we don't know: "Acme Cloud demo". */
  tries: list(
    'demo, demos, demonstration, trial, quote, quotation, *demo, angebot, testversion, testzugang, essai, demostracion, demonstracao',
  ),
  /** They make a request only where nothing else is said: a form "Pricing", and not "Pricing in 2026". */
  prices: list(
    'pricing, price, prices, estimate, price list, lista de precios, tabela de precos, grille tarifaire, proposal, consultation, appointment, meeting, preis, preise, preisliste, termin, beratung, tarif, tarifs, prix, rendez vous, rdv, rappel, precio, precios, tarifa, tarifas, cita, reunion, prueba, preco, precos, proposta, reuniao, prijs, prijzen, afspraak',
  ),
  /** Where a form stands: it says which page, and not what it asks for. */
  place: list('page, footer, header, sidebar, popup, pop up, banner, seite, pagina, homepage'),
  /** What says nothing beside a request. */
  filler: list(
    'form, forms, formular, formulaire, formulario, web, website, online, new, free, gratis, kostenlos, kostenlose, gratuit, gratuite, gratuito, gratuita, a, an, the, for, our, your, my, me, us, now, today, live, personal, personalized, and, to, with, mit, dem, den, einen, eine, ein, zum, de, un, una, une, um, uma, le, la, les, nos, au, con, com, avec, tu, su, en, us, uk, fr, es, pt, br, eu, emea, apac, dach, latam, global, hubspot, hs, short, long, main, custom, enterprise, business, plan, plans, team',
  ),
} as const satisfies Record<string, readonly string[]>;
