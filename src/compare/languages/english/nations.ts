/**
 * Country key | demonyms and other names | capital and other words for its government. Lower case, written
 * from general knowledge. A seat of government counts as the country ("Pyongyang had sent ..."), a place in
 * a place is left to the comparison.
 */
export const nationRows = `north korea|north korean,north koreans,dprk|pyongyang
south korea|south korean,south koreans|seoul
russia|russian,russians|moscow,kremlin
ukraine|ukrainian,ukrainians|kyiv,kiev
united states|american,americans,u.s.,us,usa,u.s.a.,america,united states of america|washington
united kingdom|british,briton,britons,britain,great britain,uk,u.k.|london
england|english|
scotland|scottish,scots|edinburgh
wales|welsh|cardiff
ireland|irish|dublin
china|chinese|beijing
japan|japanese|tokyo
germany|german,germans|berlin
france|french|paris
italy|italian,italians|rome
spain|spanish,spaniard,spaniards|madrid
portugal|portuguese|lisbon
austria|austrian,austrians|vienna
switzerland|swiss|bern
belgium|belgian,belgians|brussels
netherlands|dutch,holland,the hague|amsterdam
luxembourg|luxembourger|
poland|polish,pole,poles|warsaw
czech republic|czech,czechs,czechia|prague
slovakia|slovak,slovaks|bratislava
hungary|hungarian,hungarians|budapest
romania|romanian,romanians|bucharest
bulgaria|bulgarian,bulgarians|sofia
greece|greek,greeks|athens
turkey|turkish,turk,turks,türkiye|ankara
serbia|serbian,serb,serbs|belgrade
croatia|croatian,croat,croats|zagreb
bosnia|bosnian,bosnians,bosnia and herzegovina|sarajevo
albania|albanian,albanians|tirana
kosovo|kosovar,kosovars|pristina
norway|norwegian,norwegians|oslo
sweden|swedish,swede,swedes|stockholm
denmark|danish,dane,danes|copenhagen
finland|finnish,finn,finns|helsinki
iceland|icelandic,icelander|reykjavik
estonia|estonian,estonians|tallinn
latvia|latvian,latvians|riga
lithuania|lithuanian,lithuanians|vilnius
belarus|belarusian,belarusians|minsk
moldova|moldovan,moldovans|chisinau
georgia|georgian,georgians|tbilisi
armenia|armenian,armenians|yerevan
azerbaijan|azerbaijani,azeri|baku
kazakhstan|kazakh,kazakhs|astana
uzbekistan|uzbek,uzbeks|tashkent
india|indian,indians|delhi,new delhi
pakistan|pakistani,pakistanis|islamabad
bangladesh|bangladeshi,bangladeshis|dhaka
sri lanka|sri lankan,sri lankans|colombo
nepal|nepali,nepalese|kathmandu
afghanistan|afghan,afghans|kabul
iran|iranian,iranians|tehran
iraq|iraqi,iraqis|baghdad
israel|israeli,israelis|jerusalem
palestine|palestinian,palestinians|ramallah
lebanon|lebanese|beirut
syria|syrian,syrians|damascus
jordan|jordanian,jordanians|amman
egypt|egyptian,egyptians|cairo
saudi arabia|saudi,saudis,saudi arabian|riyadh
yemen|yemeni,yemenis|sanaa
united arab emirates|emirati,uae,u.a.e.|abu dhabi
qatar|qatari,qataris|doha
kuwait|kuwaiti,kuwaitis|kuwait city
oman|omani,omanis|muscat
libya|libyan,libyans|tripoli
tunisia|tunisian,tunisians|tunis
algeria|algerian,algerians|algiers
morocco|moroccan,moroccans|rabat
sudan|sudanese|khartoum
south sudan|south sudanese|juba
ethiopia|ethiopian,ethiopians|addis ababa
eritrea|eritrean,eritreans|asmara
somalia|somali,somalis|mogadishu
kenya|kenyan,kenyans|nairobi
uganda|ugandan,ugandans|kampala
rwanda|rwandan,rwandans|kigali
congo|congolese,drc|kinshasa
nigeria|nigerian,nigerians|abuja
ghana|ghanaian,ghanaians|accra
mali|malian,malians|bamako
niger|nigerien|niamey
south africa|south african,south africans|pretoria
zimbabwe|zimbabwean,zimbabweans|harare
indonesia|indonesian,indonesians|jakarta
malaysia|malaysian,malaysians|kuala lumpur
singapore|singaporean,singaporeans|
philippines|philippine,filipino,filipinos|manila
thailand|thai,thais|bangkok
vietnam|vietnamese|hanoi
cambodia|cambodian,cambodians|phnom penh
myanmar|burmese,burma|naypyidaw
laos|laotian,lao|vientiane
taiwan|taiwanese|taipei
mongolia|mongolian,mongolians|ulaanbaatar
australia|australian,australians|canberra
new zealand|new zealander,new zealanders|wellington
canada|canadian,canadians|ottawa
mexico|mexican,mexicans|mexico city
guatemala|guatemalan,guatemalans|
honduras|honduran,hondurans|tegucigalpa
el salvador|salvadoran,salvadorans|san salvador
nicaragua|nicaraguan,nicaraguans|managua
costa rica|costa rican,costa ricans|
panama|panamanian,panamanians|
cuba|cuban,cubans|havana
haiti|haitian,haitians|port-au-prince
jamaica|jamaican,jamaicans|kingston
colombia|colombian,colombians|bogota,bogotá
venezuela|venezuelan,venezuelans|caracas
ecuador|ecuadorian,ecuadorians|quito
peru|peruvian,peruvians|lima
bolivia|bolivian,bolivians|la paz
brazil|brazilian,brazilians|brasilia
argentina|argentine,argentinian,argentines|buenos aires
chile|chilean,chileans|santiago
uruguay|uruguayan,uruguayans|montevideo
paraguay|paraguayan,paraguayans|asuncion
cyprus|cypriot,cypriots|nicosia
malta|maltese|valletta
european union|eu,e.u.|`;
