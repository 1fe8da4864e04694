// Countries: their ISO codes, names that no list of languages has, and the regions that sales teams divide the world in.

/**
 * ISO 3166-1: alpha-3 codes that begin with the alpha-2 code, then the pairs of those that don't.
 * https://www.iso.org/iso-3166-country-codes.html
 */
export const ALPHA3 =
  'AFGAIAALBARGASMAUSAZEBELBFABGRBHRBLMBMUBOLBRABTNBVTBWACANCCKCHECIVCMRCOLCRICUBCXRCYPCZEDEUDJIDMADOMDZAECUEGYERIESPETHFINFJIFRAGABGBRGEOGGYGHAGIBGMBGRCGTMGUMHKGHMDHNDHRVHTIHUNIDNIMNINDIOTIRNISLITAJEYJORJPNKENKGZKHMKIRKNAKWTLAOLBNLCALIELKALSOLTULUXLVAMARMCOMDAMHLMKDMLIMMRMNGMRTMSRMUSMWIMYSNAMNCLNERNFKNGANICNLDNORNPLNRUNZLOMNPANPERPHLPRIPSEQATREUROURUSRWASAUSDNSGPSHNSJMSLESMRSOMSSDSTPSXMSYRTCATGOTHATJKTKLTLSTONTTOTWNTZAUGAUMIUSAUZBVATVCTVENVGBVIRVNMVUTWSMYEMZAFZMBZWE';
export const ALPHA2_AND_3 =
  'AWABW AOAGO AXALA ADAND AEARE AMARM AQATA TFATF AGATG ATAUT BIBDI BJBEN BQBES BDBGD BSBHS BABIH BYBLR BZBLZ BBBRB BNBRN CFCAF CLCHL CNCHN CDCOD CGCOG CKCOK KMCOM CVCPV CWCUW KYCYM DKDNK EHESH EEEST FKFLK FOFRO FMFSM GNGIN GPGLP GWGNB GQGNQ GDGRD GLGRL GFGUF GYGUY IEIRL IQIRQ ILISR JMJAM KZKAZ KRKOR LRLBR LYLBY MOMAC MFMAF MGMDG MVMDV MXMEX MTMLT MEMNE MPMNP MZMOZ MQMTQ YTMYT NUNIU PKPAK PNPCN PWPLW PGPNG PLPOL KPPRK PTPRT PYPRY PFPYF SNSEN GSSGS SBSLB SVSLV PMSPM RSSRB SRSUR SKSVK SISVN SESWE SZSWZ SCSYC TDTCD TMTKM TNTUN TRTUR TVTUV UAUKR UYURY WFWLF';

/** Codes that are not ISO's alone, short forms, former and official names, folded. Nations of a country have its code and theirs. */
export const ALSO_NAMED = `
?: congo, kongo, virgin islands, antilles, west indies, caribbean
US: usa, u s a, u s, us of a, united states of america, the states, america, estados unidos de america, etats unis d amerique, vereinigte staaten von amerika, eeuu, ee uu, eua, stati uniti d america
GB: uk, u k, g b, great britain, britain, united kingdom of great britain and northern ireland, grossbritannien, grande bretagne, gran bretana, gran bretagna, groot brittannie, storbritannien
GB-ENG: england, inglaterra, angleterre, inghilterra, engeland
GB-SCT: scotland, schottland, ecosse, escocia
GB-WLS: wales, cymru
GB-NIR: northern ireland, nordirland, irlande du nord
NL: holland, the netherlands, kingdom of the netherlands, paises bajos, hollande, olanda, holanda
CZ: czech republic, ceska republika, tschechische republik, republique tcheque, republica checa, repubblica ceca
DE: brd, federal republic of germany, bundesrepublik deutschland
AE: uae, u a e, emirates, the emirates, vae
SA: ksa, kingdom of saudi arabia
KR: korea, south korea, korea south, republic of korea, korea republic of, rok
KP: north korea, korea north, dprk, democratic people s republic of korea, korea democratic people s republic of, korea democratic people s republic
CN: china, prc, p r c, p r china, pr china, people s republic of china, mainland china, china mainland
TW: taiwan, taiwan province of china, taiwan r o c, taiwan roc, republic of china, chinese taipei
HK: hong kong, hong kong sar, hong kong china, hongkong, hong kong s a r, hong kong special administrative region of china
MO: macau, macao, macau sar, macao sar, macao china, macau china
TR: turkey, turkiye, republic of turkiye
RU: russia, russian federation
VN: viet nam, vietnam
LA: lao, lao people s democratic republic, lao pdr
SY: syria, syrian arab republic
IR: iran
CI: ivory coast, cote d ivoire, cote divoire
CV: cape verde, cabo verde
SZ: swaziland, eswatini
MM: burma, myanmar
MK: macedonia, north macedonia, fyrom, the former yugoslav republic of macedonia, macedonia the former yugoslav republic of, republic of north macedonia
TL: east timor, timor leste
PS: palestine, palestinian territory occupied, occupied palestinian territory, palestinian authority
VA: vatican, holy see vatican city state, holy see
BN: brunei, brunei darussalam
TZ: tanzania, united republic of tanzania, tanzania united republic of
CD: drc, dr congo, congo dr, congo drc, democratic republic of congo, democratic republic of the congo, congo the democratic republic of the, congo democratic republic of the, congo democratic republic of, zaire
CG: congo brazzaville, republic of congo, republic of the congo, congo republic
IE: eire, republic of ireland, ireland republic of, irish republic
GR: el, hellas, hellenic republic
BY: byelorussia, white russia
BA: bosnia, bosnia herzegovina, bosnia and herzegowina
VG: virgin islands british
VI: virgin islands u s, virgin islands us, us virgin islands
FK: falkland islands malvinas, malvinas, falklands
MD: moldova
FM: micronesia
RE: reunion
SX: sint maarten dutch part
MF: saint martin french part, st martin french part
SH: saint helena ascension and tristan da cunha
BQ: bonaire sint eustatius and saba
XK: kosovo
NZ: aotearoa
ZA: rsa, south african republic
DO: dominican rep
CF: central african rep
PH: the philippines
GM: the gambia, gambia the
BS: the bahamas, bahamas the
SD: the sudan
`;

/** Forms that say what kind of state a country is; its name stands without them. */
export const FORMS =
  'the of republic kingdom state federal federative federation federated states islamic plurinational bolivarian arab principality grand duchy sultanate commonwealth';

/** What belongs to another country and may be counted with it or not. */
export const BELONGS = `
CN: HK MO
US: PR GU VI AS MP UM
FR: GP MQ GF RE YT PM BL MF NC PF WF TF
NL: AW CW SX BQ
GB: IM JE GG GI BM KY VG TC FK SH AI MS PN IO GS
DK: GL FO
FI: AX
NO: SJ BV
AU: CX CC NF HM
NZ: CK NU TK
ES: IC EA
IL: PS
MA: EH
RS: XK
CY: XA
`;

/**
 * Regions of the world: what every team counts to them, and after "?" what only some do. A name in small letters is
 * another region's.
 */
export const AREAS = `
eu|european union|europaische union|union europeenne|union europea|eu27|eu 27: AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE
eea|european economic area|ewr: eu IS LI NO
europe|europa: eea GB CH AL AD BA ME MK RS MD UA MC SM VA GI IM JE GG FO AX XK BY ? RU TR GE AM AZ KZ GL SJ
dach|d a ch: DE AT CH ? LI
benelux: BE NL LU
scandinavia|skandinavien: DK NO SE ? FI IS
nordics|nordic|nordic countries|norden: DK NO SE FI IS ? FO AX GL
baltics|baltic|baltic states|baltikum: EE LV LT
iberia|iberian peninsula: ES PT ? AD GI
uki|uk i|uk and ireland|uk ireland|uk and i|british isles: GB IE ? IM JE GG
cee|central and eastern europe|central eastern europe: PL CZ SK HU RO BG SI HR EE LV LT ? AL BA ME MK RS XK MD UA BY RU AT GR
western europe|westeuropa: DE FR GB IE NL BE LU AT CH ? ES PT IT MC LI DK SE NO FI IS AD SM VA
southern europe: ES PT IT GR MT ? CY AD SM VA SI HR AL BA ME MK RS FR TR
eastern europe: PL CZ SK HU RO BG MD UA BY ? RU EE LV LT SI HR AL BA ME MK RS XK
balkans|balkan: AL BA ME MK RS XK BG ? HR SI RO GR TR
middle east|naher osten|moyen orient: AE SA QA KW BH OM IL JO LB IQ IR YE SY PS ? EG TR CY
gcc|gulf|gulf states: AE SA QA KW BH OM
africa|afrika|afrique: northafrica subsahara
northafrica|north africa: EG MA DZ TN LY ? SD EH MR
subsahara|sub saharan africa|ssa: ZA NG KE GH ET TZ UG RW SN CI CM AO MZ ZM ZW BW NA MU MG MW ML BF NE TD BJ TG SL LR GN GW GM CV CF CG CD GA GQ ST BI DJ ER SO SS LS SZ KM SC ? SD MR RE YT SH
mena|middle east and north africa: middleeast northafrica
meta: middleeast africa ? TR
emea|europe middle east and africa|europe middle east africa: europe middleeast africa ? TR RU GE AM AZ KZ UZ TM KG TJ AF PK
apac|asia pacific|asiapac|apj|japac|asia pacific japan: eastasia sea southasia anz ? pacific centralasia RU AF IR
asia|asien|asie: eastasia sea southasia ? centralasia middleeast GE AM AZ RU TR CY AF
eastasia|east asia|greater asia: CN JP KR TW HK MO MN ? KP
greater china|greaterchina: CN HK MO TW
sea|southeast asia|south east asia|asean|sudostasien: SG MY TH VN ID PH KH LA MM BN ? TL
southasia|south asia|indian subcontinent: IN PK BD LK NP BT MV ? AF
centralasia|central asia: KZ UZ TM KG TJ ? AF MN
anz|australia and new zealand|australia new zealand|a nz: AU NZ
pacific|oceania|ozeanien: AU NZ ? FJ PG SB VU WS TO KI TV NR PW FM MH NC PF GU MP AS CK NU TK NF WF
northamerica|north america|noram|namer|nordamerika|amerique du nord|norteamerica|america del norte: US CA ? MX GL BM PM PR GT BZ SV HN NI CR PA caribbean
usca|us canada|us and canada|usa canada|usa and canada: US CA ? PR GU VI
centralamerica|central america|centroamerica: GT BZ SV HN NI CR PA ? MX
southamerica|south america|sudamerica|sudamerika: BR AR CL CO PE EC UY PY BO VE GY SR ? GF FK
caribbean|karibik|caribe: CU DO HT JM TT BB BS GD LC VC AG DM KN ? PR VI VG AW CW SX BQ GP MQ KY TC AI MS BL MF BM BZ GY SR
latam|latin america|lateinamerika|latinoamerica|amerique latine|america latina|latin america and the caribbean|lac: MX centralamerica southamerica CU DO ? caribbean
americas|the americas|amer|ams: northamerica latam ? caribbean
cis|commonwealth of independent states|gus: RU BY KZ KG TJ AM AZ ? UZ TM MD UA GE
`;
