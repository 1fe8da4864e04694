// Names of forms that ask for no salesperson, judged by hand: content, free information, and what says neither.
const lines = (text: string) =>
  text
    .split(/[;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** Engaged with content: a webinar, a video, a newsletter. Sales words beside them are its topic, or the page's. */
export const content = lines(`
  Pricing: Newsletter sign-up; Pricing | Acme: Newsletter sign-up; Pricing | Newsletter; Demo: Subscribe to our blog
  Book a demo | Acme: Newsletter: footer form; Contact sales: Newsletter; Demo video; Watch the demo
  On-demand demo; Demo webinar; Webinar: cold chain basics; Webinar: Pricing strategies for 2026; Webinar | Demo
  E-book: How to price a trial; Ebook - Sales demo mistakes; Quote calculator; Pricing calculator; ROI calculator
  Price comparison; Podcast: Talk to sales teams; Course: Book more meetings
  Demo recording; Trial tips newsletter; Blog subscription; Partner webinar
  Stay in touch; Pricing: Stay up to date; Workshop: Request a quote faster; Demo day registration
  Preise: Newsletter Anmeldung; Demo-Video; Preisrechner; Webinar: Angebote richtig schreiben
  Angebot anfordern: Newsletter; Demo ansehen; Online-Seminar Preisgestaltung; Schulung: Angebote schreiben
  Tarifs: Infolettre; Vidéo de démonstration; Webinaire: Réussir vos devis; Calculateur de prix
  Devis: Inscription à la newsletter; Replay de la démo; Comparatif des prix
  Precios: Boletín; Vídeo de la demo; Seminario web: precios; Calculadora de precios
  Solicitar demo: Suscríbete al boletín; Curso de ventas
  Preços: Newsletter; Vídeo de demonstração; Webinário: como vender
  Calculadora de preços; Orçamento: Assine a newsletter
`);

/** Took free information: a guide, a white paper, a template, a download. */
export const information = lines(`
  Proposal template; Quote template; Request for proposal template; Templates: Contact sales scripts
  Angebotsvorlage; Vorlagen zum Download; Modèle de devis; Plantilla de presupuesto; Planilha de orçamento
  Modelo de proposta; Sjabloon offerte; Pricing guide download; Pricing guide; Guide to route planning: download; Free trial checklist; Demo checklist
  White paper: the price of waiting; Whitepaper Demo Culture; Pricing report 2026; Contact sales: Brochure download
  Case study: how Globex cut prices; Price list download; Datasheet; Catalogue request; Request a brochure
  Demo | Acme: Guide download; Quote | Acme: Download the report; Buyer's guide: Request pricing the right way
  Leitfaden Tourenplanung; Preisleitfaden; Preisstudie herunterladen; Checkliste Angebotsvergleich Download
  Broschüre anfordern; Katalog anfordern; Whitepaper: Was eine Demo zeigen muss; Angebot: Broschüre
  Livre blanc 2026; Livre blanc: le prix de l'attente; Guide des tarifs; Télécharger la brochure; Fiche technique
  Guía de precios; Descargar guía; Informe de precios 2026; Libro blanco; Ficha técnica; Folleto
  Guia de preços; Baixar guia; Relatório de preços; Estudo de caso; Ficha técnica do produto
`);

/** Says neither: service, work, rights, opinions, partners, and every plain "contact us". */
export const neither = lines(`
  Contact us; Contact; Contact form; Get in touch; Home | Acme: Contact us; Pricing: Contact form
  Request a demo | Acme: Contact us; Demo | Acme: Contact us; Pricing | Acme; Contact us: web form
  Cancel demo; Cancel my trial; Cancel subscription; Cancellation request; Reschedule a demo; Reschedule meeting
  Unsubscribe; Unsubscribe from pricing newsletter; Demo: Unsubscribe; Email preferences; Subscription preferences
  Opt out; Support; Support request; Pricing: Support request; Support callback; Open a ticket; Help desk
  Support: Request a callback; Customer service; Report a bug; Report a problem with the demo; Careers
  Careers: Apply now; Job application; Pricing analyst job application; Sales jobs; Join our team; Book a demo: Careers
  Sales representative application; Internship; Terms and conditions; Pricing terms; Privacy request; Cookie consent
  Returns; Return request; Request a return; Refund request; Warranty claim; Complaint form; Demo survey
  Post-demo feedback; Trial survey; NPS survey; Customer satisfaction; Webinar feedback; Newsletter survey
  Partner application; Become a partner; Partner program; Reseller application; Supplier registration
  Vendor registration; Request a demo: Partner application; Press inquiry; Investor relations; Call for papers
  Clinical trial; Clinical trials enrollment; Login; Password reset; Forgot password; Invoice request; Billing question
  Giveaway; Sweepstakes; Democracy now; Demographics; Form 12; Web form; New form (March 12, 2026); Lead form
  Sign up; Register; signup-form; Waitlist; Request information; More information; Volunteer sign-up
  Abmelden; Newsletter abbestellen; Kündigung; Demo stornieren; Karriere; Bewerbung; Stellenangebote
  Initiativbewerbung Vertrieb; AGB; Datenschutz; Rücksendung; Retoure; Reklamation; Umfrage zur Demo
  Kundenzufriedenheit; Partner werden; Lieferantenanfrage; Händler werden; Kontakt; Kontaktformular; Support-Anfrage
  Preise: Kontakt; Demo buchen: Kontakt; Serviceanfrage; Reparatur; Gewinnspiel; Passwort vergessen; Kontaktanfrage
  Désinscription; Se désabonner; Annuler la démo; Résiliation; Candidature; Candidature commercial; Recrutement
  Offres d'emploi; CGV; Mentions légales; Retour produit; Réclamation; Enquête de satisfaction; Devenir partenaire
  Devenir revendeur; Service après-vente; Assistance; Contactez-nous; Nous contacter; Tarifs: Contact
  Darse de baja; Cancelar suscripción; Cancelar demo; Empleo; Trabaja con nosotros; Trabaja en ventas con nosotros
  Enviar currículum; Términos y condiciones; Devoluciones; Reclamación; Encuesta; Encuesta sobre la demo
  Hazte distribuidor; Soporte; Soporte técnico; Atención al cliente; Contacto; Contáctanos; Precios: Contacto
  Descadastrar; Cancelar assinatura; Cancelar demonstração; Trabalhe conosco; Vagas; Vaga de vendas; Termos de uso
  Devolução; Trocas e devoluções; Reclamação do cliente; Pesquisa de satisfação; Seja um parceiro; Seja um revendedor
  Suporte; Suporte técnico; Fale conosco; Contato; Preços: Contato; Ouvidoria
`);
