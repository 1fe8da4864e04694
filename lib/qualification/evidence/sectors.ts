// The sectors of business: what lies within what, what may be the same firm under another name, and what each is called.

/**
 * One sector a line: `name < the wider ones ~ its neighbors : what it is called`. A neighbor is one that the same firm
 * could as well be filed under, so that neither rules the other out. Neighbors count for what lies within them too, and
 * in both directions. A name under several sectors may mean any of them. Names are in English first, then in the
 * languages in which CRMs deliver their lists. The names cover HubSpot's `industry` options, Salesforce's standard
 * Industry list and LinkedIn's list of industries:
 * https://knowledge.hubspot.com/properties/hubspots-default-company-properties
 * https://help.salesforce.com/s/articleView?id=sales.account_fields.htm
 * https://learn.microsoft.com/linkedin/shared/references/reference-tables/industry-codes-v2
 */
export const SECTORS = `
agri ~ food chem bio paper : agriculture, agricultural, agribusiness, agro, agri, farming, farm, ranching, livestock, forestry, logging, fishery, fishing, aquaculture, horticulture, dairy, crop, agricultura, agropecuaria, agricola, agricole, landwirtschaft, agrar, landbouw, agricoltura, raw farm
food ~ cpg retail mfg wholesale restaurant : food, beverage, drink, food production, wine, spirit, alcoholic, brewery, winery, bakery, alimento, bebida, alimentacion, alimentacao, alimentari, alimentaire, lebensmittel, nahrungsmittel, getranke, boisson, levensmiddelen
tobacco ~ cpg mfg agri retail wholesale : tobacco
cpg ~ mfg retail wholesale electronics : consumer good, consumer packaged good, packaged good, cpg, fmcg, fast moving consumer good, consumer product, household good, garden equipment, gift, gifts, toy, luxury, luxury good, jewelry, luxury good jewelry, konsumguter, gran consumo, bien consumo, ben consumo, beni consumo, consumer, retail consumer, consumer retail
beauty < cpg ~ health chem : cosmetic, beauty, personal care, personal care product, cosmetica, kosmetik
apparel < cpg ~ textile : apparel, fashion, clothing, footwear, garment, indumentaria, vestuario, abbigliamento, moda, bekleidung, mode, habillement, sewing
furniture < cpg ~ wood : furniture, home furnishing, mobel, mueble
sportgoods < cpg ~ leisure : sporting good
appliance < cpg electronics : consumer electronic, appliance, household appliance
retail ~ wholesale cpg food auto pharma internet restaurant : retail, retailer, ecommerce, online retail, online shop, store, shop, supermarket, grocery, department store, bookstore, book store, pharmacy, drugstore, florist, mail order, online mail order, online mail order retail, varejo, minorista, dettaglio, vendita dettaglio, einzelhandel, detailhandel, grande distribution, handel, comercio, commerce
wholesale ~ retail logistics cpg food mfg : wholesale, wholesaler, distribution, distributor, distribuidor, distribuicao, mayorista, atacado, atacadista, grosshandel, groothandel, commerce gro, ingrosso, import export, international trade, international trade development, trading, business supply equipment, office supply, reseller, revenda, handel, comercio, commerce
mfg ~ electronics auto aero chem lifesci food cpg machinery engineering metal : manufacturing, manufacturer, manufacture, industrial, manufactura, fabricacion, fabricante, fabricacao, manufatura, manifatturiero, manifatturiera, manifattura, produzione manifatturiera, produktion, fertigung, herstellung, verarbeitendes gewerbe, fabrication, industrials, contract manufacturing
machinery < mfg ~ engineering tech : machinery, machine, industrial automation, automation, industrial machinery, industrial equipment, mechanical industrial engineering, mechanical engineering, maquinaria, maschinenbau, anlagenbau, attrezzatura meccanica, attrezzature meccaniche, equipamento, construction machinery
plastic < mfg ~ chem : plastic, rubber, packaging, packaging container, container, verpackung
paper < mfg ~ agri : paper, paper forest product, forest product, pulp
wood < mfg ~ agri construction : wood, wood product, timber, holz
textile < mfg ~ apparel : textile, textil, leather, fabric, tessile
metal < mfg ~ mining construction : metal, steel, aluminum, iron, fabricated metal, primary metal, foundry, metallurgy, stahl, metall, metalurgia, siderurgia
print < mfg ~ media marketing : printing, print, impresion, druck
building < mfg ~ construction retail wholesale : building material, glass, ceramic, concrete, cement, glass ceramic concrete, baustoff
shipyard < mfg ~ sea aero : shipbuilding, shipyard, transportation equipment
electronics ~ tech machinery lifesci energy : electronic, electrical, electro, electric, electrical electronic, electronica, eletronica, elettronica, elektronik, elektrotechnik, elektro, electronique
auto ~ retail transport tech wholesale engineering : automotive, automobile, motor vehicle, car, vehicle, automotriz, automovil, automotivo, kfz, automobilindustrie, fahrzeug, automobil, auto part, transportation equipment
aero ~ air gov engineering tech : aerospace, aviation aerospace, defense, defense space, aerospace defense, space, aircraft, luft raumfahrt, aeroespacial, aeronautique, aircraft maintenance, arm, transportation equipment, space research technology, space research
chem ~ lifesci oil cpg plastic : chemical, chemie, quimico, quimica, chimie, chimica, chimico, petrochemical, specialty chemical, fertilizer, paint
lifesci ~ health chem research : life science
pharma < lifesci ~ retail : pharmaceutical, pharma, drug, farmaceutico, farmaceutica, farma, pharmazie, drug sundry
bio < lifesci ~ agri tech : biotechnology, biotech, biotecnologia, biotechnologie, biotecnologie, biotechnology research
devices < lifesci ~ electronics : medical device, medical equipment, medtech, medical technology, medizintechnik, diagnostic, medical supply, laboratory, laboratorio
nano ~ tech mfg lifesci research chem electronics : nanotechnology
health ~ nonprofit social wellness : health, healthcare, health care, hospital, clinic, medical, medical practice, medical care, physician, dental, dentist, mental health, mental health care, nursing home, home health care, outpatient care, alternative medicine, optometrist, ambulance, surgery, saude, salud, sante, sanita, sanitaria, assistenza sanitaria, gesundheit, gesundheitswesen, gezondheidszorg, zorg, hospitalar, clinica, odontologia, kliniek, krankenhaus, healthcare provider, laboratory, laboratorio, sundhed, halsa
vet ~ health agri prof : veterinary, veterinarian
social ~ nonprofit gov edu public : social care, social service, individual family service, individual family, community service, social assistance, child care, child day care, elder care, residential care, nursing home residential care, health human service, social work
wellness < leisure ~ beauty : wellness, fitness, wellness fitness, spa, gym, health club
edu ~ research hr : education, higher education, higher ed, university, college, school, academic, academia, education management, education administration program, primary secondary education, secondary education, primary education, training, professional training, professional training coaching, technical vocational training, academic training, coaching, vocational, teaching, k12, tutoring, educacion, educacao, educazione, istruzione, bildung, bildungswesen, enseignement, formation, onderwijs, universidad, universidade, universitat, utbildning, library
edtech < edu tech : elearning, elearning provider, edtech
research ~ lifesci gov nonprofit prof tech public : research, research service, research development, r d, think tank, forschung, investigacion, science, scientific
public ~ edu health utilities social : public sector, public service, sector publico, setor publico, offentlicher dienst, offentlicher sektor, secteur public, settore pubblico, servicio publico, servico publico
gov < public ~ nonprofit prof : government, governmental, government administration, public administration, government relation, public policy, public policy office, policy maker, political, political organization, legislative, legislative office, judiciary, law enforcement, public safety, military, military international affair, international affair, executive office, municipality, local government, state government, federal government, central government, regulatory, administration justice, court, economic program, environmental quality program, housing community development, gobierno, governo, regierung, verwaltung, offentliche verwaltung, behorde, gouvernement, administration publique, overheid, pubblica amministrazione, administracion publica, administracao publica, municipal
nonprofit ~ leisure research environment public edu : non profit, nonprofit, not profit, no profit, non profit organization management, nonprofit organization management, ngo, charity, foundation, philanthropy, philanthropic, fund raising, fundraising, philanthropic fundraising, civic social, civic social organization, sin fin lucro, sin fine lucro, sem fin lucrativo, gemeinnutzig, gemeinnutzige, association, industry association, trade association, professional association, verband, alliance, onlus, asociacion, associacao, religion, religious, religious institution, church
finance : finance, financial, financial service, financial institution, bfsi, finanza, finanz, finanzen, finanzwesen, finanzdienstleistung, finanzdienstleistungen, finanzdienstleister, finanzdienste, finanziario, finanziari, financa, financeiro, financeira, financiero, financiera, financier, financiele dienstverlening, financien
bank < finance : bank, banken, banking, retail banking, banca, banco, banque, bancario, bankwesen, credit union, lending, loan, mortgage, saving, credit intermediation, credit, kreditinstitut, bancaria
insurance < finance : insurance, insurer, reinsurance, seguro, assurance, versicherung, versicherungen, versicherungswesen, assicurazione, assicurazioni, assicurativo, assicurativi, verzekering, seguradora, aseguradora
invest < finance : investment, investment banking, investment management, asset management, wealth management, hedge fund, private equity, venture capital, venture capital private equity, venture capital private equity principal, capital market, fund, trust, fund trust, brokerage, stock exchange
fintech < finance tech : fintech, financial technology, payment, cryptocurrency, blockchain
xtech < tech ~ health realestate marketing agri prof energy environment food retail travel finance gov edu lifesci : healthtech, health tech, digital health, proptech, adtech, martech, agtech, agritech, foodtech, legaltech, cleantech, hrtech, regtech, govtech, greentech
insurtech < insurance tech : insurtech
realestate ~ construction : real estate, property, property development, real estate development, commercial real estate, property management, realty, property real estate, immobilien, inmobiliaria, inmobiliario, biene raiz, bienes raices, immobilier, immobiliare, imobiliario, imobiliaria, vastgoed, real estate agent, real estate agent broker, housing
construction ~ engineering utilities : construction, building construction, property development, real estate development, contractor, specialty trade contractor, trade contractor, plumbing, heating, hvac, air conditioning, homebuilding, construccion, construcao, construcao civil, edilizia, bau, bauwesen, bauwirtschaft, baugewerbe, bauindustrie, batiment, btp, bouw, infrastructure, residential building construction, nonresidential building construction
civil < construction engineering : civil engineering
engineering ~ prof tech energy : engineering, ingenieria, engenharia, ingegneria, ingenieurwesen, ingenierie
architecture < prof ~ construction engineering realestate : architecture, architecture planning, urban planning, landscape architecture
energy ~ utilities mining environment : energy, energia, energie, energiewirtschaft, energi, power, oil energy, versorgung
oil < energy : oil, gas, oil gas, o g, petroleum, petroleum product, oil energy, oil gas extraction, gasoline, oil coal product, oil coal, fuel, petroleo, petrole, erdol
renew < energy ~ construction : renewable, renewable energy, solar, solar power, wind, wind power, clean energy, wind electric power generation, solar electric power generation, renewable environment, erneuerbare energie, energia renovable, energia renovavel, energie rinnovabili, service renewable energy
power < energy utilities : electric power generation, power generation, electricity, nuclear, hydroelectric power generation, nuclear electric power generation, electric power
utilities ~ environment transport telecom public : utility, electric utility, electric power transmission, electric power transmission control distribution, natural gas distribution, water supply, water waste steam air conditioning, water supply irrigation system, versorger, energieversorger, energieversorgung, stadtwerke, servicio publico, servico publico, versorgungsunternehmen, pipeline
mining ~ oil metal construction : mining, mineral, coal, quarry, mining metal, metal mineral, mineria, mineracao, bergbau, coal mining, gold, metal ore mining
environment ~ gov prof engineering agri mfg : environmental, environment, renewable environment, environmental service, waste, waste management, waste collection, recycling, recyclable, recyclable material, wastewater, medio ambiente, meio ambiente, ambiente, umwelt, environnement, sustainability, climate, climate technology, entsorgung
transport ~ travel : transportation, transport, transporte, trasporti, trasporto, verkehr, vervoer, transit, public transit, transportation logistic, mobility, ground passenger transportation, passenger transportation
logistics < transport ~ wholesale : logistic, supply chain, logistic supply chain, warehousing, warehouse, warehousing storage, storage, freight, freight forwarding, freight package transportation, package freight delivery, package freight, courier, postal, delivery, cargo, fulfillment, logistica, logistik, logistique, spedition, envio, spedizione, spedizioni, expedicao
truck < transport ~ auto logistics : truck, trucking, truck transportation, road freight, haulage
air < transport ~ logistics : airline, aviation, airline aviation, airport, air transport, air transportation, international air transport, air traffic control, air navigation, air cargo, airline cargo only, ground handling, airport operator owner
rail < transport ~ mfg logistics : rail, railway, railroad, rail transportation, train, railroad equipment
sea < transport ~ logistics : shipping, maritime, maritime transportation, marine, port, vessel, ship, schifffahrt
travel ~ hosp leisure air : travel, tourism, tour operator, travel agent, travel agency, travel arrangement, leisure travel tourism, cruise line, cruise, turismo, tourismus, tourisme, toerisme, viaje, reisen
carrental ~ auto travel transport : car rental, vehicle rental
hosp ~ leisure : hospitality, hotel, lodging, accommodation, accomodation, hotel resort, hotel motel, resort, motel, hotelaria, hoteleria, hosteleria, hospitalidad, hotellerie, hotelgewerbe, struttura ricettiva, strutture ricettive, gastgewerbe, bed breakfast, horeca
restaurant < hosp ~ retail : restaurant, food service, food beverage service, accommodation food service, catering, caterer, gastronomy, gastronomie, cafe, ristorazione, restauration, restaurante
leisure ~ media ent nonprofit : recreation, recreational, recreational facility, leisure, sport, spectator sport, gambling, casino, gambling casino, gambling facility casino, amusement park, theme park, zoo, recreacion, recreacao, attivita ricreativa, attivita ricreative, freizeit, loisir, golf, golf course country club, deporte, esporte
arts < leisure ~ creative media retail edu : art, fine art, art craft, performing art, performing art spectator sport, museum, museum institution, museum historical site zoo, artist, artist writer, musician, gallery, theater, culture, music, kultur, craft
ent ~ media tech creative hosp : entertainment, entertainment provider, entretenimiento, entretenimento, intrattenimento, unterhaltung, divertissement
games < ent ~ tech media leisure : computer game, video game, game, gaming, esport, mobile gaming app, mobile game
publishing < media ~ edu : publishing, book periodical publishing, book publishing, book, printed new, newspaper, newspaper publishing, periodical publishing, journalism, verlag, verlagswesen, edition, editoria, editorial
media ~ tech telecom marketing creative internet : media, media production, online media, social media, internet publishing, broadcasting, broadcast media, broadcast media production distribution, film, movie, motion picture, motion picture film, movie video sound, video, television, tv, radio, animation, animation post production, news, midia, medio comunicacion, medien, media telecommunication
creative ~ marketing prof apparel engineering tech : design, graphic design, interior design, industrial design, design service, photography, creative, diseno, gestaltung
marketing ~ prof tech : marketing, advertising, advertising service, marketing advertising, marketing service, public relation, public relation communication, pr, communication pr, market research, digital marketing, branding, publicidad, publicidade, werbung, publicite, pubblicita, mercadotecnia
event ~ marketing hosp leisure prof ent : event, event service, event management, conference, trade show
telecom ~ tech : telecommunication, telecom, telco, wireless, telecomunicacion, telecomunicacao, telecomunicazioni, telekommunikation, satellite telecommunication, ict, tic, communication technology, information communication technology, media telecommunication, communication, comunicacion, comunicacao, comunicazioni, comunicazione, kommunikation, communicatie
comms < media : communication, comunicacion, comunicacao, comunicazioni, comunicazione, kommunikation, communicatie
pr < marketing : communication, comunicacion, comunicacao, comunicazioni, comunicazione, kommunikation, communicatie
tech ~ prof internet : technology, tech, information technology, it, hightech, high tech, hi tech, digital technology, tecnologia, tecnologie, technologie, informatica, informatique, informationstechnik, informationstechnologie, tecnologia informacion, tecnologia informacao, edv, ti, ict, tic, information communication technology, communication technology, technology information internet, computing, cloud, cloud computing, artificial intelligence, ai, machine learning, robotic, iot, deep tech, teknologi
software < tech : software, computer software, software development, saas, software service, app, mobile app, mobile computing software product, embedded software product, desktop computing software product, business intelligence platform, software development it, developpement logiciel, logiciel
itserv < tech : it service, it consulting, it service it consulting, information technology service, it system, it system custom software development, it system integration, system integration, managed service, data infrastructure, data infrastructure analytics, data analytics, data, analytic, big data, web hosting, hosting, it support, computer network, computer networking, computer networking product, networking, it dienstleistung
cyber < tech ~ security : computer security, network security, computer network security, cybersecurity, cyber security, it security, information security, it cybersecurity
hardware < tech ~ mfg electronics : computer hardware, computer, computer equipment, semiconductor, hardware, computer electronic
tools < building : hardware
internet < tech ~ media retail marketing telecom : internet, web, internet marketplace platform, online platform, marketplace, social networking platform, social network, dotcom, online service
infoserv ~ tech media prof edu : information service, information
prof ~ security : professional service, servicio profesional, servico profissional, servicio profesionales, dienstleistung unternehmen, professional
consulting < prof ~ engineering environment : consulting, consultancy, management consulting, business consulting, strategic management, advisory, consultoria, beratung, unternehmensberatung, conseil, consulenza, advies, consultant, operation consulting
bizserv ~ prof tech realestate construction security hr marketing travel logistics media : business service, business support service, business support, outsourcing, outsourcing offshoring, bpo, administrative support, administrative support service, facility service, facility management, office administration, call center, telephone call center, collection agency
legal < prof ~ gov : legal, legal service, law, law practice, law firm, attorney, lawyer, alternative dispute resolution, abogado, rechtsanwalt, rechtsberatung, juridique, advocacia, avocat, recht, juridico
accounting < prof ~ finance : accounting, accountancy, audit, auditing, tax, bookkeeping, contabilidad, contabilidade, buchhaltung, steuerberatung, wirtschaftsprufung, comptabilite
hr < prof : human resource, human resource service, hr, staffing, staffing recruiting, recruiting, recruitment, employment, employment service, executive search, executive search service, temporary help, recurso humano, personalvermittlung, personaldienstleistung, personalwesen
consumer ~ retail hosp leisure health beauty repair prof edu social : consumer service, personal service, household service, personal household service, personal laundry service, personal care service
goods ~ mfg cpg wholesale retail tech electronics lifesci machinery : equipment, product, production, supply, good, produto, producto, produit, prodotto, prodotti, device, accessory, part, component, musical instrument, used merchandise, office equipment, merchandise
rental ~ realestate auto retail tech construction machinery bizserv : rental, leasing, equipment rental, equipment rental service, real estate equipment rental service
repair ~ auto retail tech mfg construction bizserv : repair, maintenance, repair maintenance
translation < prof ~ media edu : translation, translation localization, localization, writing, writing editing, editing
security ~ gov tech aero electronics : security, security investigation, private security, security guard, investigation, seguridad, sicherheit
`;

/** Parts of one sector that nobody takes for each other. All other parts of one sector may be the same firm. */
export const APART = 'bank insurance, insurance invest, air rail, air truck, rail truck, rail sea, air sea';

/** Words that make a maker, a shop or a house of their own kind out of whatever stands beside them. */
export const HEADS = 'mfg retail wholesale software consulting';

/** Makers of things where it stands alone ("Industrie"); beside another name it tells nothing: "Industria chimica". */
export const INDUSTRY = 'industrie industria';

/** Words that tell of no sector, in a name that has one. */
export const NEUTRAL =
  'industry, industrie, industria, service, servicio, servico, servizi, servizio, dienstleistung, dienst, sector, setor, secteur, sektor, settore, company, firm, organization, institution, institutional, activity, provider, management, general, group, other, venta, venda, branche, wesen, facility, operator, practice, program, center, centre, global, international, allied';

/** Words and letters that only join. */
export const JOINING =
  'and und y e et og och of for the de del der die das la le les des di da do dos das du in or oder ou en van al as zu';
