// Lead sources judged by hand: the right answer for each, written down before any code was asked. '' is unknown.
import type { SourceKind } from '@/lib/crm/shared/source-kinds';

const lines = (text: string) =>
  text
    .split(/[;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** As orgs write them. What may be several things, or says only by which means, is unknown. */
export const judgedSources: Readonly<Record<SourceKind | '', readonly string[]>> = {
  inbound: lines(`
    Web; Website; Webform; WebLead; Web Form (MACS); Web form (IDFS Contacts); Web_espanya; Sitio Web; Site web
    Internet; Inbound / Call; Inbound / Mail; Inbound / Web; Incoming Call; Lead appel entrant; Phone Inquiry
    Demande de contact site; PAGINA DE PLANOS; Content Piece; Newsletter; Bot; Chatbot; Live chat; Relações públicas
    Public Relations; Organic Search; Organic; SEO; Google; Direct traffic; Direct Traffic; Inbound email; Inbound e-mail
    Incoming email; Email inquiry; Web inquiry; Web referral; Website referral; Referral site; Referral traffic
    Referring website; Contact form; Kontaktformular; Webseite; Landing page; Inbound
  `),
  paid: lines(`
    Advertisement; Anúncio; Google Adwords; Google AdWords; Google Ads; Paid_Social; Paid Social; Paid Search; PAID_SEARCH
    LinkedIn Ads; Facebook Ad; Facebook Lead Ads; Social ads; Sponsored post; PPC; Banner; Publicidad; Publicité; Werbung
    Anzeige; Retargeting
  `),
  social: lines(
    'Facebook; Instagram; LinkedIn; Twitter; Youtube; Social Media; Social_Media; Organic Social; Redes sociales',
  ),
  event: lines(`
    Event; Event / Conference; Evento; Evento Externo; Evento Interno; Customer Event; Trade Show; Tradeshow; Salon
    Seminar; Seminar - Internal; Seminar - Partner; Seminário - Interno; Seminário - Parceiro; Webinar; Conferencia
    Exposición; Feira ou convenção; Messe; Fachmesse; Congreso; Congrès; Konferenz; Partner webinar; Sponsored event
  `),
  referral: lines(`
    Referral; Employee Referral; Customer Referral; External Referral; Partner Referral; Partner; External Partner
    Strategic Partner; Parceiro; Partner- / Co-Marketing; Word of mouth; Word of Mouth; Word of mouth/recommendation
    Boca a boca; Bouche à oreille; Indicação de funcionário; Indicação externa; Recomendación; Recommandation
    Apporteur Affaires; Empfehlung; Mundpropaganda; Client referral; Friend referral
  `),
  boughtList: lines(`
    Purchased List; Apollo; Cognism; ZoomInfo; Data.com; Ellisphere; Ellisphere Import; Corporama; Sparklane
    Gekaufte Liste; Liste achetée; Lista comprada; Bought list
  `),
  subscription: lines('Fournisseur de leads; Lead provider; Lead service; Lead vendor'),
  response: lines(`
    Email; Emailing; Correo Electronico; E-Mail; Mailing; Email Campaign; Cold Call; Cold calling; Cold email; Outbound
    Outbound / Sales Lead Generation Team; Llamada outbound; Prospección; Prospection terrain
    Prospection téléphonique; Prospection téléphonique hebdomadaire; Telemarketing; Kaltakquise; Direct mail
  `),
  list: lines(`
    Fichier de lancement; Fichier de prospection - UW; Import; Imported List; Email list May; Mailing list; Own list
    Database; CSV import
  `),
  other: lines('Other; Autre; Outros; Otros; Altro; Sonstiges'),
  '': lines(`
    PEP'S; 7.4; 7.5; Activación en calle; Administración pública; ANDREZIEUX FOOT; Articel; BD Prospect; Bim Objects
    BIMSA BR; BIMSA Visitas; BIMSA; BLC Network; Call Center; Camionetas; Cellule RDV; Chatbot/Indicação Interna Unimed-BH
    Cliente Existente; CMIC; Coalis; Consoneo; Construdatos; Consultation MP; Convenio; Country Manager; Cross-selling
    CSC Sales; Customer Success; Data CARTEGIR; Detailer; Direct Sales; eGuide; Empleado; Entidad colaboradora
    Espectacular; Existing Customer; Fachada de la tienda; FEURS FOOT; HUBCP CEvent; HubSpot; IATA Colleague
    IATA Consulting; International; Keobra; LE CÈDRE; Letter; Marketing Campaign; Mercado Libre; Negobit; Networking
    Onssen; Padmalink; Periódico; Personal Contact; Phone; Prescripteur; Prescriptor; Presencial; Producteurs primaires
    Professional Services; Public Relations / Referral; QR; Radio; Reattribution AP; Renouvellement ADE
    Renouvellement ADE - Endesa; Renouvellement ADE - Fichier Jade; Renouvellement ADE - Primeo Energie; Revistas
    Réseau personnel; Sales Development Resource; Salesforce AE; SalesNav; Self Generated; Source Campaign; Spotify
    SUBSTENCIEL; Survey; Target; Teléfono; TIDS Qantas Pilot 2019; TV; Viral Campaign; Virtual Lounge; Visita comercial
    Visitas O&P; Visitas Tiendas; Whats app; Astrology; Subscription; Webster Fairfield; constructor; Search / Social
  `),
};
