// Job titles by language: who decides by their office, who leads a part, and what takes a title out of both.

/** Folded as authority.ts folds: lower case, no accents, no marks, no "and". Whole titles, not words in them. */
export type TitleList = { language: string; decides: readonly string[]; leads: readonly string[] };

const list = (text: string): string[] => text.split(',').map((one) => one.trim());

/**
 * `decides`: runs or owns the company, or holds its purse. `leads`: the beginning of titles of people who lead an area
 * and often need somebody else's signature. docs/signals.md shows the lists; a team that sees it otherwise writes its
 * own rule on person.title.
 */
export const titleLists: readonly TitleList[] = [
  {
    language: 'English',
    decides: list(
      'ceo, chief executive, chief executive officer, co ceo, founder, co founder, cofounder, founding partner, founding director, founder director, founding member, solo founder, startup founder, technical founder, technical co founder, technical cofounder, owner, co owner, sole owner, part owner, joint owner, majority owner, business owner, small business owner, company owner, firm owner, agency owner, shop owner, store owner, restaurant owner, practice owner, studio owner, salon owner, hotel owner, franchise owner, owner operator, owner manager, owner director, proprietor, proprietress, sole proprietor, sole trader, president, co president, executive president, president ceo, chairman, chairwoman, chairperson, executive chairman, executive chairwoman, executive chair, chairman of the board, chairwoman of the board, chairperson of the board, chair of the board, chairman of the board of directors, chair of the board of directors, managing director, general manager, managing partner, senior partner, equity partner, name partner, general partner, managing member, managing principal, partner, cfo, chief financial officer, chief finance officer, finance director, financial director, coo, chief operating officer, chief operations officer, cto, chief technology officer, chief technical officer, cio, chief information officer, cmo, chief marketing officer, cro, chief revenue officer, cco, chief commercial officer, cpo, chief procurement officer, chief purchasing officer, chief product officer, chief people officer, cso, chief sales officer, chief strategy officer, cdo, chief digital officer, cgo, chief growth officer, chief business officer, cao, chief administrative officer, chro, chief human resources officer, school principal, high school principal, elementary school principal, primary school principal, headmaster, headmistress, headteacher, head teacher, decision maker, final decision maker, key decision maker, main decision maker, sole decision maker, primary decision maker, economic buyer, budget holder, budget owner',
    ),
    leads: list(
      'vp, svp, evp, senior vp, executive vp, regional vp, area vp, vice president, senior vice president, executive vice president, corporate vice president, group vice president, global vice president, regional vice president, area vice president, head of, global head of, group head of, director of, director, senior director, executive director, group director, global director, regional director, sales director, marketing director, commercial director, operations director, it director, hr director, procurement director, purchasing director, technical director',
    ),
  },
  {
    language: 'German',
    decides: list(
      'geschaftsfuhrer, geschaftsfuhrerin, geschaftsfuhrung, mitglied der geschaftsfuhrung, vorsitzender der geschaftsfuhrung, vorsitzende der geschaftsfuhrung, sprecher der geschaftsfuhrung, sprecherin der geschaftsfuhrung, geschaftsleiter, geschaftsleiterin, geschaftsleitung, mitglied der geschaftsleitung, geschaftsfuhrender gesellschafter, geschaftsfuhrende gesellschafterin, geschaftsfuhrender inhaber, geschaftsfuhrende inhaberin, geschaftsfuhrender partner, geschaftsfuhrende partnerin, gesellschafter geschaftsfuhrer, gesellschafterin geschaftsfuhrerin, geschaftsinhaber, geschaftsinhaberin, alleingeschaftsfuhrer, alleininhaber, alleininhaberin, inhaber, inhaberin, mitinhaber, mitinhaberin, firmeninhaber, firmeninhaberin, betriebsinhaber, praxisinhaber, praxisinhaberin, eigentumer, eigentumerin, miteigentumer, miteigentumerin, vorstand, vorstandin, alleinvorstand, vorstandsvorsitzender, vorstandsvorsitzende, vorsitzender des vorstands, vorsitzende des vorstands, vorstandssprecher, vorstandssprecherin, vorstandsmitglied, mitglied des vorstands, kaufmannischer geschaftsfuhrer, kaufmannische geschaftsfuhrerin, technischer geschaftsfuhrer, technische geschaftsfuhrerin, finanzvorstand, finanzvorstandin, grunder, grunderin, mitgrunder, mitgrunderin, firmengrunder, firmengrunderin, grundungspartner, prokurist, prokuristin, generaldirektor, generaldirektorin, prasident, prasidentin, verwaltungsratsprasident, verwaltungsratsprasidentin, prasident des verwaltungsrats, prasidentin des verwaltungsrats, delegierter des verwaltungsrats, delegierte des verwaltungsrats, unternehmensinhaber, unternehmensinhaberin, unternehmensgrunder, unternehmensgrunderin, entscheider, entscheiderin, entscheidungstrager, entscheidungstragerin',
    ),
    leads: list(
      'vizeprasident, vizeprasidentin, leiter, leiterin, leitung, bereichsleiter, bereichsleiterin, abteilungsleiter, abteilungsleiterin, vertriebsleiter, vertriebsleiterin, einkaufsleiter, einkaufsleiterin, betriebsleiter, betriebsleiterin, werkleiter, werkleiterin, werksleiter, werksleiterin, kaufmannischer leiter, kaufmannische leiterin, technischer leiter, technische leiterin, direktor, direktorin',
    ),
  },
  {
    language: 'French',
    decides: list(
      'pdg, president directeur general, presidente directrice generale, directeur general, directrice generale, directeur general delegue, directrice generale deleguee, dg, gerant, gerante, cogerant, cogerante, co gerant, co gerante, gerant associe, gerante associee, proprietaire, coproprietaire, fondateur, fondatrice, cofondateur, cofondatrice, co fondateur, co fondatrice, president, presidente, president fondateur, presidente fondatrice, president executif, presidente executive, president du directoire, presidente du directoire, president du conseil d administration, presidente du conseil d administration, associe, associee, associe gerant, associee gerante, associe fondateur, associee fondatrice, avocat associe, avocate associee, dirigeant, dirigeante, codirigeant, codirigeante, co dirigeant, co dirigeante, dirigeant fondateur, dirigeante fondatrice, chef d entreprise, cheffe d entreprise, directeur financier, directrice financiere, directeur administratif financier, directrice administrative financiere, daf, decideur, decideuse, decisionnaire',
    ),
    leads: list(
      'vice president de, vice presidente, directeur, directrice, responsable, chef de service, cheffe de service, chef du service',
    ),
  },
  {
    language: 'Spanish',
    decides: list(
      'director general, directora general, director gerente, directora gerente, director ejecutivo, directora ejecutiva, consejero delegado, consejera delegada, gerente general, gerente propietario, gerente propietaria, propietario, propietaria, copropietario, copropietaria, dueno, duena, fundador, fundadora, cofundador, cofundadora, co fundador, co fundadora, presidente, presidenta, presidente ejecutivo, presidenta ejecutiva, presidente del consejo de administracion, presidenta del consejo de administracion, administrador unico, administradora unica, socio, socia, socio fundador, socia fundadora, socio director, socia directora, director financiero, directora financiera, decisor, decisora, tomador de decisiones, tomadora de decisiones',
    ),
    leads: list(
      'vicepresidente, vicepresidenta, director, directora, gerente, jefe de, jefa de, responsable de',
    ),
  },
  {
    language: 'Dutch',
    decides: list(
      'algemeen directeur, algemeen directrice, algemene directie, statutair directeur, statutair bestuurder, directeur eigenaar, eigenaar directeur, directrice eigenaresse, eigenaar, eigenares, eigenaresse, mede eigenaar, medeeigenaar, mede eigenares, bestuurder, bestuursvoorzitter, voorzitter raad van bestuur, voorzitter van de raad van bestuur, lid raad van bestuur, zaakvoerder, zaakvoerster, gedelegeerd bestuurder, afgevaardigd bestuurder, oprichter, oprichtster, medeoprichter, medeoprichtster, mede oprichter, mede oprichtster, vennoot, directeur grootaandeelhouder, dga, financieel directeur, financieel directrice, beslisser, besluitvormer, budgethouder',
    ),
    // "Manager" alone is no Dutch word more than an English one; with a Dutch area it is.
    leads: list(
      'hoofd, teamleider, afdelingshoofd, bedrijfsleider, manager inkoop, manager verkoop, manager bedrijfsvoering, manager financien, manager productie, manager logistiek, manager personeelszaken',
    ),
  },
  {
    language: 'Italian',
    decides: list(
      'amministratore delegato, amministratrice delegata, amministratore unico, amministratrice unica, socio amministratore, socia amministratrice, titolare, contitolare, socio titolare, proprietario, proprietaria, comproprietario, fondatore, fondatrice, cofondatore, cofondatrice, co fondatore, co fondatrice, socio fondatore, socia fondatrice, presidente, presidente esecutivo, presidente del consiglio di amministrazione, presidente del cda, direttore generale, direttrice generale, direttore finanziario, direttrice finanziaria, legale rappresentante, decisore, responsabile decisionale',
    ),
    leads: list('direttore, direttrice, responsabile'),
  },
  {
    language: 'Portuguese',
    decides: list(
      'diretor geral, diretora geral, director geral, diretor presidente, diretora presidente, diretor executivo, diretora executiva, presidente, presidente executivo, presidente do conselho de administracao, proprietario, proprietaria, dono, dona, fundador, fundadora, cofundador, cofundadora, socio proprietario, socia proprietaria, socio gerente, socia gerente, gerente geral, socio diretor, socia diretora, socio administrador, socia administradora, administrador delegado, administradora delegada, diretor financeiro, diretora financeira, tomador de decisao, tomadora de decisao',
    ),
    leads: list('diretor, diretora, gerente, chefe de'),
  },
];

/** What follows "director" in a craft that leads nobody's budget. */
export const crafts: readonly string[] = list(
  'of photography, of first impressions, artistique, de la photographie, de la photo, de these, artistico, artistica, artistiek, de arte, de fotografia, de cine, de foto, della fotografia, di orchestra, d orchestre, de orquesta, de projet, de projets',
);

/** Anywhere in the title: then it is the office of somebody else, of a stand-in, or none. */
export const otherThan = new Set(
  list(
    'assistant, assistants, assistance, asst, assist, secretary, aide, office, pa, ea, deputy, dep, dpty, intern, interns, internship, trainee, apprentice, student, students, graduate, acting, aspiring, wannabe, future, prospective, potential, possible, maybe, probably, designate, elect, candidate, incoming, outgoing, honorary, not, non, no, never, isn, report, reports, reporting, staff, support, liaison, behalf, wife, husband, spouse, son, daughter, widow, friend, adjoint, adjointe, adjoints, assistante, secretaire, secretariat, stagiaire, apprenti, apprentie, etudiant, etudiante, alternant, alternante, pas, futur, aupres, bureau, suppleant, suppleante, assistent, assistentin, assistenz, sekretar, sekretarin, sekretariat, buro, buero, stellvertretender, stellvertretende, stellvertreter, stellvertreterin, stellv, stv, praktikant, praktikantin, werkstudent, werkstudentin, azubi, auszubildende, auszubildender, angehender, angehende, kommissarischer, kommissarische, nicht, kein, keine, referent, referentin, designierter, designierte, asistente, asistenta, secretaria, secretario, vize, adjunto, adjunta, suplente, becario, becaria, pasante, practicante, estudiante, oficina, despacho, assistente, segretaria, segretario, segreteria, stagista, tirocinante, studente, studentessa, ufficio, vice, viceconsejero, vicedirector, vicedirectora, vicedirettore, aiuto, ondersteuner, ondersteuning, secretaresse, secretariaat, stagiair, plaatsvervangend, waarnemend, adjunct, kantoor, niet, geen, estagiario, estagiaria, estudante, escritorio, nao, substituto, substituta',
  ),
);

/** Over, or only for a while: takes out its own title and those behind it; alone ("CEO, retired") those before it too. */
export const over = new Set(
  list(
    'former, formerly, ex, exdirector, previous, previously, past, retired, ret, emeritus, emerita, interim, ancien, ancienne, anciennement, retraite, retraitee, ehemaliger, ehemalige, ehemals, ehem, fruherer, fruhere, pensioniert, pensionierter, pensionierte, vormals, antiguo, antigua, anterior, jubilado, jubilada, exceo, aposentado, aposentada, pensionato, pensionata, precedente, vormalig, voormalig, voormalige, gepensioneerd, gepensioneerde',
  ),
);

/** An office may be told with where it is: "CEO Europe". Countries are known beside these. */
export const areas = new Set(
  list(
    'emea, dach, apac, latam, mena, benelux, nordics, europe, europa, eu, us, americas, america, asia, africa, north america, uk ireland, global, worldwide, international, group, holding',
  ),
);
