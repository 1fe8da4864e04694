// Job titles by language: who decides by their office, who leads a part, and what takes a title out of both.

/** Folded as authority.ts folds: lower case, no accents, no marks. Whole titles, not words in them. */
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
      'ceo, chief executive, chief executive officer, group ceo, co ceo, founder, co founder, cofounder, founding partner, owner, co owner, business owner, proprietor, president, president ceo, chairman, chairwoman, chair of the board, managing director, general manager, managing partner, cfo, chief financial officer, coo, chief operating officer, cto, chief technology officer, cio, chief information officer, cmo, chief marketing officer, cro, chief revenue officer, cpo, chief procurement officer, cso, chief sales officer, chro, chief human resources officer',
    ),
    leads: list(
      'vp, svp, evp, vice president, senior vice president, executive vice president, head of, director of, director, senior director',
    ),
  },
  {
    language: 'German',
    decides: list(
      'geschaftsfuhrer, geschaftsfuhrerin, geschaftsfuhrender gesellschafter, geschaftsfuhrende gesellschafterin, gesellschafter geschaftsfuhrer, geschaftsinhaber, geschaftsinhaberin, alleingeschaftsfuhrer, inhaber, inhaberin, eigentumer, eigentumerin, vorstand, vorstandin, vorstandsvorsitzender, vorstandsvorsitzende, vorstandsmitglied, mitglied des vorstands, kaufmannischer geschaftsfuhrer, kaufmannische geschaftsfuhrerin, technischer geschaftsfuhrer, technische geschaftsfuhrerin, finanzvorstand, grunder, grunderin, mitgrunder, mitgrunderin, prokurist, prokuristin, generaldirektor, generaldirektorin',
    ),
    leads: list(
      'leiter, leiterin, leitung, bereichsleiter, bereichsleiterin, abteilungsleiter, abteilungsleiterin, vertriebsleiter, vertriebsleiterin, einkaufsleiter, einkaufsleiterin, betriebsleiter, betriebsleiterin, werkleiter, werksleiter, direktor, direktorin',
    ),
  },
  {
    language: 'French',
    decides: list(
      'pdg, president directeur general, presidente directrice generale, directeur general, directrice generale, dg, gerant, gerante, proprietaire, fondateur, fondatrice, cofondateur, cofondatrice, co fondateur, co fondatrice, president, presidente, associe gerant, associee gerante, dirigeant, dirigeante, chef d entreprise, directeur financier, directrice financiere, daf',
    ),
    leads: list('directeur, directrice, responsable, chef de service, chef du service'),
  },
  {
    language: 'Spanish',
    decides: list(
      'director general, directora general, director ejecutivo, directora ejecutiva, consejero delegado, consejera delegada, gerente general, propietario, propietaria, dueno, duena, fundador, fundadora, cofundador, cofundadora, presidente, presidenta, administrador unico, administradora unica, socio director, socia directora, director financiero, directora financiera',
    ),
    leads: list('director, directora, gerente, jefe de, jefa de, responsable de'),
  },
  {
    language: 'Dutch',
    decides: list(
      'algemeen directeur, directeur eigenaar, eigenaar, eigenares, bestuurder, bestuursvoorzitter, zaakvoerder, zaakvoerster, gedelegeerd bestuurder, oprichter, medeoprichter, mede oprichter, directeur grootaandeelhouder, dga, financieel directeur',
    ),
    leads: list('hoofd, teamleider, afdelingshoofd, manager'),
  },
  {
    language: 'Italian',
    decides: list(
      'amministratore delegato, amministratrice delegata, amministratore unico, titolare, proprietario, proprietaria, fondatore, fondatrice, cofondatore, presidente, direttore generale, direttrice generale, direttore finanziario',
    ),
    leads: list('direttore, direttrice, responsabile'),
  },
  {
    language: 'Portuguese',
    decides: list(
      'diretor geral, diretora geral, diretor executivo, diretora executiva, presidente, proprietario, proprietaria, fundador, fundadora, socio gerente, socia gerente, socio administrador, administrador delegado, diretor financeiro',
    ),
    leads: list('diretor, diretora, gerente, chefe de'),
  },
];

/** Anywhere in the title: then it is the office of somebody else, or no office any more. */
export const otherThan = new Set(
  list(
    'assistant, assistants, assistance, secretary, aide, office, deputy, former, ex, retired, intern, trainee, student, acting, to, adjoint, adjointe, assistante, secretaire, ancien, ancienne, stagiaire, assistent, assistentin, assistenz, sekretar, sekretarin, sekretariat, stellvertretender, stellvertretende, stellv, ehemaliger, ehemalige, praktikant, praktikantin, werkstudent, werkstudentin, referent, referentin, asistente, asistenta, secretaria, secretario, adjunto, adjunta, becario, becaria, exdirector, assistente, segretaria, segretario, stagista, vice, ondersteuner, secretaresse, stagiair, estagiario, estagiaria, vormalig',
  ),
);
