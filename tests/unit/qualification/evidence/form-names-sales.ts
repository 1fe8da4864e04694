// Names of forms that ask for sales, judged by hand, in the order page title: form name where both are there.
const lines = (text: string) =>
  text
    .split(/[;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** Whoever sent one of these wants a salesperson, an offer, a price, a demo or a talk. */
export const asksForSales: Readonly<Record<string, readonly string[]>> = {
  english: lines(`
    Contact sales; Contact Sales - EMEA; Home | Acme: Contact sales; Talk to sales; Talk to a sales rep
    Speak with a sales representative; Speak to a specialist; Chat with sales; Connect me with sales
    Request a quote; Request a Quote (US); Get a quote; Quote request; Free quote; RFQ form; RFP
    Request for proposal; Request for quotation; Request a proposal; Proposal request; Request pricing
    Get pricing; Pricing request; Pricing inquiry; Pricing; Pricing form; Price enquiry
    Book a demo; Book a Demo: web form; Demo; Demo Request - LATAM; demo-request; request_demo; RequestDemo
    Schedule a demo; Schedule your live demo; Product demo; Free demo; Blog | Acme: Demo request
    Book a call; Book a 30 minute call; Schedule a call; Request a call back; Callback; Call me back
    Request a callback; Book a meeting; Schedule a meeting with us; Meeting request; Book an appointment
    Book a consultation; Free consultation; Request a consultation; Book a video call
    Meetings Link: jane-doe; Meetings Link: jane-doe/intro-30; Meetings Link: team/support-round-robin
    Free trial; Start your free trial; Trial sign-up; Request a trial; Start trial: footer
    Talk to us; Talk to our team; Talk to an expert; Sales inquiry; Sales enquiry form
    Newsletter: Request a demo; Case study Globex | Acme: Book a call; White papers: Contact sales
    Webinar thank-you page: Get a quote; Contact sales: pricing page; Talk to sales: Form 12
    Acme: The routing company: Request a demo; Contact us: Request a quote: heavy machines
    Request a demo | Acme; Careers in logistics | Acme: Book a demo; Support | Acme: Request a quote
  `),
  german: lines(`
    Angebot anfordern; Angebotsanfrage; Angebot einholen; Kostenloses Angebot; Preisanfrage; Preise anfragen
    Rückruf; Rueckruf anfordern; Rückrufbitte; Rückrufservice; Bitte um Rückruf; Demo buchen
    Demo vereinbaren; Demo anfragen; Demotermin; Produktdemo anfordern; Live-Demo buchen
    Beratungsgespräch; Beratungstermin vereinbaren; Kostenlose Beratung anfordern; Termin vereinbaren
    Termin buchen; Erstgespräch buchen; Vertrieb kontaktieren; Kontakt zum Vertrieb; Mit dem Vertrieb sprechen
    Vertriebsanfrage; Kostenvoranschlag anfordern; Testversion anfordern; Kostenlos testen
    Startseite | Acme: Angebot anfordern; Newsletter: Rückruf anfordern; Ratgeber | Acme: Demo anfordern
  `),
  french: lines(`
    Demander un devis; Demande de devis; Devis gratuit; Obtenir un devis; Demander une démo
    Demande de démonstration; Réserver une démo; Planifier une démo; Contacter un commercial
    Parler à un commercial; Contacter l'équipe commerciale; Parler à un expert; Être rappelé
    Demande de rappel; Rappelez-moi; Prendre rendez-vous; Prise de rendez-vous; Demander un rendez-vous
    Demander nos tarifs; Tarifs; Demande de tarif; Essai gratuit; Demander un essai
    Accueil | Acme: Demande de devis; Livre blanc: Demander une démo; Contact: Être rappelé
  `),
  spanish: lines(`
    Solicitar presupuesto; Pedir presupuesto; Presupuesto; Solicitar una demo; Solicita una demostración
    Agendar una demo; Agenda tu demo; Reservar una demo; Solicitar cotización; Cotización; Cotiza ahora
    Hablar con ventas; Habla con un asesor; Contactar con ventas; Contacto comercial; Quiero que me llamen
    Te llamamos; Llámame; Solicita llamado; Solicitar llamada; Agendar reunión; Pedir cita
    Solicitar precios; Precios; Prueba gratis; Prueba gratuita; Solicitar una prueba
    Inicio | Acme: Solicitar una demo; Boletín: Solicitar presupuesto; Blog: Hablar con ventas
  `),
  portuguese: lines(`
    Solicitar orçamento; Pedir orçamento; Orçamento; Peça um orçamento; Solicitar uma demonstração
    Agendar demonstração; Agende uma demo; Fale com vendas; Falar com vendas; Fale com um consultor
    Fale com um especialista; Contato comercial; Solicitar cotação; Cotação; Solicitar proposta
    Agendar reunião; Marcar reunião; Solicitar ligação; Ligamos para você; Me ligue; Preços
    Solicitar preços; Teste grátis; Teste gratuito; Início | Acme: Solicitar orçamento
    Blog: Fale com vendas; E-book: Solicitar demonstração
  `),
  dutch: lines('Offerte aanvragen; Demo aanvragen; Afspraak maken; Terugbelverzoek; Bel mij terug'),
};
