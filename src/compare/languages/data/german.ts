import type { RawToken } from '../../claims/tokens';
import { createWordListTagger } from '../../tagger/word-lists';
import { type Language, wordSet } from '../language';
import { currencySigns, metricUnits } from '../measures';

const beforeNames = wordSet(
  'in aus nach bei von vor um zwischen nahe sagte sagten erklärte bürgermeisterin bürgermeister minister ministerin präsident präsidentin herr frau general sprecher sprecherin richter',
);
const beforeNouns = wordSet(
  'der die das den dem des ein eine einen einem einer eines kein keine keinen keiner im am zum zur ins vom beim seine seiner ihre ihrer',
);

/** German capitalises nouns: a name stands after a title or a preposition, or beside another capitalised word. */
const capitalised = (tokens: readonly RawToken[], at: number) => {
  const before = tokens[at - 1]?.text.toLowerCase() ?? '';
  const next = tokens[at + 1]?.text ?? '';
  if (beforeNames.has(before)) return 'PROPN';
  const afterName =
    /^\p{Lu}/u.test(tokens[at - 1]?.text ?? '') &&
    at > 1 &&
    beforeNames.has(tokens[at - 2]?.text.toLowerCase() ?? '');
  if (afterName) return 'PROPN';
  if (beforeNouns.has(before) || /^\d/.test(before) || /(?:e|en|er|es|em)$/.test(before)) return 'NOUN';
  return /^\p{Lu}\p{Ll}+$/u.test(next) && !/(?:ung|heit|keit|schaft|tion)$/.test(tokens[at]!.text)
    ? 'PROPN'
    : 'NOUN';
};

const tagger = createWordListTagger({
  closed: {
    DET: 'der die das den dem des ein eine einen einem einer eines kein keine keinen keiner dieser diese dieses diesem jeder jede alle beide mehrere einige seine seiner ihre ihrer ihren',
    ADP: 'in im am an auf aus bei beim bis durch für gegen mit nach ohne seit über um unter von vom vor zu zum zur zwischen während wegen laut nahe',
    CCONJ: 'und oder aber sondern',
    SCONJ: 'dass weil wenn obwohl als ob nachdem bevor während da damit',
    PRON: 'er sie es ich wir ihr man sich ihm ihn ihnen wer was niemand welche welcher',
    ADV: 'auch schon noch nur sehr mehr weniger heute gestern morgen bereits rund etwa fast mindestens angeblich offenbar mutmaßlich dort später zuvor nie',
    PART: 'zu nicht',
    NUM: 'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn zwanzig dreißig vierzig fünfzig hundert tausend',
    ADJ: 'tot tote toten verletzte verletzten vermisste vermissten schwer leicht neue neuen erste ersten zweite zweiten',
  },
  verbs: [
    'sagen sagt sagte sagten gesagt',
    'erklären erklärt erklärte erklärten',
    'mitteilen mitgeteilt teilte teilten',
    'berichten berichtet berichtete berichteten',
    'melden meldet meldete meldeten gemeldet',
    'bestätigen bestätigt bestätigte bestätigten',
    'bestreiten bestreitet bestritt bestritten',
    'dementieren dementiert dementierte',
    'zurückweisen wies wiesen zurückgewiesen',
    'ankündigen kündigte kündigten angekündigt',
    'warnen warnt warnte warnten',
    'betonen betont betonte',
    'behaupten behauptet behauptete',
    'sterben stirbt sterben starb starben gestorben',
    'töten tötete töteten getötet',
    'verletzen verletzte verletzt',
    'brechen brach brachen gebrochen',
    'schließen schließt schloss schlossen geschlossen',
    'öffnen öffnet öffnete geöffnet',
    'zeigen zeigt zeigte zeigten',
    'planen plant planen plante geplant',
    'kommen kam kamen gekommen',
    'festnehmen festgenommen nahm nahmen',
  ],
  auxiliaries: [
    'sein ist sind war waren gewesen sei seien wäre',
    'haben hat haben hatte hatten habe hätte',
    'werden wird werden wurde wurden worden würde würden',
    'können kann können konnte könnte könnten',
    'sollen soll sollen sollte sollten',
    'müssen muss müssen musste',
    'dürfen darf dürfte dürften',
    'wollen will wollen wollte wollten',
  ],
  endings: [
    [/^ge.{3,}(?:t|en)$/, 'VERB'],
    [/(?:ierte|ierten|iert)$/, 'VERB'],
    [/(?:te|ten)$/, 'VERB'],
    [/(?:lich|isch|ig)(?:e|en|er|es|em)?$/, 'ADJ'],
    [/(?:e|er|es|em)$/, 'ADJ'],
    [/en$/, 'VERB'],
  ],
  otherwise: 'ADV',
  capitalised,
  singular: (lower) => lower,
});

const units =
  'null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn'.split(
    ' ',
  );
const tens: Record<string, number> = {
  zwanzig: 20,
  dreißig: 30,
  vierzig: 40,
  fünfzig: 50,
  sechzig: 60,
  siebzig: 70,
  achtzig: 80,
  neunzig: 90,
};
const cardinals: Record<string, number> = {
  ...Object.fromEntries(units.map((word, value) => [word, value])),
  eins: 1,
  ...tens,
};
delete cardinals.ein;

/** "dreiundsechzig", "zweihundert", "fünftausend". */
const compound = (word: string): number | null => {
  const joined = /^(ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)und(.+)$/.exec(word);
  if (joined) {
    const ten = tens[joined[2]!];
    return ten === undefined ? null : ten + units.indexOf(joined[1]!);
  }
  const large = /^(.*)(hundert|tausend)$/.exec(word);
  if (!large) return null;
  const factor = large[2] === 'hundert' ? 100 : 1000;
  if (large[1] === '' || large[1] === 'ein') return factor;
  const front = cardinals[large[1]!] ?? compound(large[1]!);
  return front === undefined || front === null ? null : front * factor;
};

const monthNames = 'januar februar märz april mai juni juli august september oktober november dezember'.split(
  ' ',
);
const weekdayNames = 'sonntag montag dienstag mittwoch donnerstag freitag samstag'.split(' ');

const nationRows: [string, string, string][] = [
  ['germany', 'deutschland deutsche deutschen deutscher', 'berlin'],
  ['norway', 'norwegen norwegische norwegischen norweger', 'oslo'],
  ['france', 'frankreich französische französischen franzosen', 'paris'],
  ['spain', 'spanien spanische spanischen spanier', 'madrid'],
  ['austria', 'österreich österreichische österreicher', 'wien'],
  ['australia', 'australien australische australier', 'canberra'],
  ['united states', 'usa amerikanische amerikanischen amerikaner', 'washington'],
];

const words = (text: string): readonly string[] => text.split(' ').filter(Boolean);

/** German, far enough to prove that nothing in the reading of claims is bound to English. */
export const german: Language = {
  code: 'de',
  abbreviations: wordSet(
    'dr prof hr fr st nr str ca bzw z.b u.a d.h usw mio mrd jan feb apr aug sept okt nov dez',
  ),
  sentenceStarters: wordSet('der die das ein eine in am im nach laut aber'),
  tag: tagger.tag,
  isCommonWord: tagger.isCommonWord,
  numbers: {
    decimalMark: ',',
    cardinals,
    multipliers: {
      hundert: 100,
      tausend: 1000,
      million: 1e6,
      millionen: 1e6,
      milliarde: 1e9,
      milliarden: 1e9,
      mio: 1e6,
      mrd: 1e9,
      dutzend: 12,
    },
    ordinals: { erste: 1, ersten: 1, zweite: 2, zweiten: 2, dritte: 3, dritten: 3 },
    vague: {
      dutzende: [24, 99],
      hunderte: [200, 999],
      tausende: [2000, 99_999],
      mehrere: [3, 9],
      einige: [3, 9],
    },
    fractions: { halbe: 0.5, hälfte: 0.5, drittel: 1 / 3, viertel: 0.25 },
    compound,
    joiners: wordSet('und'),
    articles: wordSet('ein eine'),
    approximate: wordSet('rund etwa circa ca ungefähr fast knapp'),
    bounds: [
      ['nicht weniger als', 'at-least'],
      ['mehr als', 'more-than'],
      ['weniger als', 'less-than'],
      ['bis zu', 'at-most'],
      ['mindestens', 'at-least'],
      ['höchstens', 'at-most'],
      ['über', 'more-than'],
      ['unter', 'less-than'],
    ],
    boundsAfter: [['oder mehr', 'at-least']],
    rangeWords: wordSet('bis oder - –'),
    between: wordSet('zwischen'),
    and: wordSet('und'),
    of: wordSet('von der'),
    percent: wordSet('% prozent'),
    percentPairs: [],
    percentPoints: wordSet('prozentpunkte prozentpunkten'),
    currencies: { ...currencySigns, euro: 'EUR', dollar: 'USD', pfund: 'GBP', franken: 'CHF', yen: 'JPY' },
    units: {
      ...metricUnits,
      kilometer: ['metre', 1000],
      kilometern: ['metre', 1000],
      meter: ['metre', 1],
      metern: ['metre', 1],
      meilen: ['metre', 1609.344],
      kilogramm: ['kilogram', 1],
      tonne: ['kilogram', 1000],
      tonnen: ['kilogram', 1000],
      hektar: ['square metre', 1e4],
      liter: ['litre', 1],
    },
    durations: {
      sekunden: 1,
      minute: 60,
      minuten: 60,
      stunde: 3600,
      stunden: 3600,
      tag: 86400,
      tage: 86400,
      tagen: 86400,
      woche: 604800,
      wochen: 604800,
      monat: 2592000,
      monate: 2592000,
      monaten: 2592000,
      jahr: 31536000,
      jahre: 31536000,
      jahren: 31536000,
    },
    nautical: wordSet(''),
    degrees: wordSet('grad °'),
    fahrenheit: wordSet('f fahrenheit'),
    celsius: wordSet('c celsius'),
    magnitude: wordSet('stärke magnitude'),
    quakes: wordSet('beben erdbeben'),
    old: wordSet('alt alte alter'),
    aged: wordSet(''),
    additional: wordSet('weitere weiteren andere anderen'),
    labels: wordSet('kapitel artikel nummer linie gleis zimmer flug'),
    scopes: wordSet('bevölkerung preis stärke tiefe höhe wert gehalt'),
    inhabitants: wordSet('einwohner einwohnern bewohner'),
    homeWords: wordSet('hat zählt'),
    none: wordSet('kein keine keinen niemand'),
    countedStates: wordSet('tote toten verletzte verletzten vermisste vermissten festgenommene'),
    directionWords: wordSet('nördlich südlich östlich westlich'),
    awayWords: wordSet('von'),
    scoreWords: wordSet('sieg siegte gewann niederlage unentschieden'),
    verbBracket: true,
    casualties: {
      killed: wordSet('töten getötet tote toten starb starben gestorben opfer todesopfer'),
      injured: wordSet('verletzen verletzt verletzte verletzten'),
      missing: wordSet('vermisst vermisste vermissten'),
      arrested: wordSet('festgenommen verhaftet festnehmen'),
      displaced: wordSet('evakuiert geflohen flohen obdachlos'),
      rescued: wordSet('gerettet'),
    },
  },
  calendar: {
    months: Object.fromEntries(monthNames.map((name, index) => [name, index + 1])),
    ambiguousMonths: wordSet(''),
    weekdays: { ...Object.fromEntries(weekdayNames.map((name, index) => [name, index])), sonnabend: 6 },
    dayWords: { heute: 0, gestern: -1, vorgestern: -2 },
    next: wordSet('nächste nächsten nächster kommende kommenden'),
    last: wordSet('letzte letzten letzter vergangene vergangenen vorige'),
    current: wordSet('diese diesen dieser diesem'),
    units: {
      tag: 'day',
      tage: 'day',
      tagen: 'day',
      woche: 'week',
      wochen: 'week',
      monat: 'month',
      monate: 'month',
      monaten: 'month',
      jahr: 'year',
      jahre: 'year',
      jahren: 'year',
      wochenende: 'weekend',
      stunden: 'hour',
    },
    partsOfDay: {
      morgen: [5, 11],
      vormittag: [8, 12],
      mittag: [11, 14],
      nachmittag: [12, 18],
      abend: [17, 23],
      nacht: [21, 30],
    },
    agoAfter: wordSet(''),
    agoBefore: wordSet('vor'),
    relativeToText: wordSet('später zuvor'),
    smallNumbers: {
      einem: 1,
      einer: 1,
      zwei: 2,
      drei: 3,
      vier: 4,
      fünf: 5,
      sechs: 6,
      sieben: 7,
      acht: 8,
      neun: 9,
      zehn: 10,
    },
    relations: {
      am: 'on',
      im: 'on',
      in: 'on',
      um: 'on',
      seit: 'since',
      nach: 'after',
      vor: 'before',
      bis: 'until',
      ab: 'start',
      gegen: 'on',
    },
    periodParts: { anfang: 'start', mitte: 'middle', ende: 'end' },
    rangeWords: wordSet('bis und - –'),
    fillers: wordSet('der den dem'),
    clockZones: wordSet('uhr gmt utc mez mesz'),
    morning: wordSet(''),
    afternoon: wordSet(''),
    noon: wordSet(''),
    midnight: wordSet('mitternacht'),
    localZone: wordSet('ortszeit'),
    oclock: wordSet('uhr'),
    militaryHours: wordSet(''),
    decadeEndings: wordSet('er'),
    dayWithStop: true,
    numericOrder: 'day-first',
  },
  speech: {
    sayVerbs: wordSet('sagen erklären betonen behaupten mitteilen'),
    reportVerbs: wordSet('berichten melden bestätigen bestreiten dementieren ankündigen warnen'),
    attitudeVerbs: wordSet('zurückweisen kritisieren fordern planen'),
    denialVerbs: wordSet('bestreiten dementieren zurückweisen'),
    saidForms: wordSet('sagte sagt fragte erklärte rief sagten'),
    addresseeVerbs: wordSet(''),
    accordingTo: [
      ['laut'],
      ['nach', 'angaben', 'von'],
      ['nach', 'angaben', 'der'],
      ['nach', 'angaben', 'des'],
    ],
    nouns: wordSet('bericht berichte berichten angaben'),
    nounSourceWords: wordSet('von der des'),
    nounContentWords: wordSet('zu über'),
    contentWords: wordSet('dass ob'),
    evidence: wordSet('video videos bilder umfrage studie daten'),
    unnamedSources: wordSet('augenzeugen zeugen experten beamte behörden quellen anwohner'),
    anybody: wordSet('du ihr man jemand niemand jeder'),
    officialSources: wordSet(
      'polizei regierung ministerium minister ministerin präsident präsidentin bürgermeister bürgermeisterin sprecher sprecherin behörde behörden gericht armee',
    ),
    mediaSources: wordSet('zeitung sender agentur rundfunk magazin'),
  },
  stance: {
    negators: wordSet('nicht nie niemals'),
    negativeDeterminers: wordSet('kein keine keinen keiner niemand nichts'),
    negativeVerbs: wordSet('verhindern'),
    hedges: wordSet(
      'angeblich mutmaßlich mutmaßliche mutmaßlichen offenbar möglicherweise vielleicht wohl anscheinend könnte könnten dürfte',
    ),
    possible: wordSet('kann können könnte könnten dürfte'),
    planned: wordSet('wird werden soll sollen will wollen'),
    planVerbs: wordSet('planen'),
    planAdjectives: wordSet(''),
    until: wordSet('bis erst'),
  },
  names: {
    genders: new Map([
      ['herr', 'male'],
      ['frau', 'female'],
    ]),
    titles: wordSet(
      'präsident präsidentin minister ministerin bürgermeister bürgermeisterin herr frau dr prof general sprecher sprecherin richter richterin könig königin kanzler kanzlerin',
    ),
    organisationWords: wordSet(
      'ministerium universität bank polizei armee rat kommission agentur institut partei gewerkschaft amt behörde',
    ),
    placeWords: wordSet('stadt provinz fluss see meer hafen insel straße platz brücke flughafen'),
    directionWords: wordSet('nord süd'),
    nations: new Map(
      nationRows.flatMap(([key, names, seats]) =>
        [...words(names), ...words(seats)].map((name) => [name, key] as const),
      ),
    ),
    demonyms: new Set(nationRows.flatMap(([, names]) => words(names).slice(1))),
    seats: new Set(nationRows.flatMap(([, , seats]) => words(seats))),
    placePrepositions: wordSet('in aus nach bei nahe'),
    particles: wordSet('von der zu van de'),
    organisationJoiners: wordSet('für der'),
    ignored: wordSet('der die das ein eine in im am nach laut aber und wenn als'),
    nounsCapitalised: true,
  },
  grammar: {
    stopWords: wordSet(
      'der die das den dem des ein eine einen einem einer eines und oder aber in im am an auf aus bei bis für mit nach von vom vor zu zum zur ist sind war waren hat haben hatte wird werden wurde wurden sei dass nicht auch sich er sie es wir ich als wie so noch nur über um durch laut sagte seit unter zwischen',
    ),
    subordinators: wordSet('dass weil wenn obwohl ob nachdem bevor während damit welche welcher aber'),
    relatives: wordSet('welche welcher'),
    coordinators: wordSet('und oder aber'),
    finiteSubordinators: wordSet('dass weil wenn obwohl ob nachdem bevor während aber'),
    infinitiveMarks: wordSet(''),
    passiveAuxiliaries: wordSet('wurde wurden wird werden worden'),
    pronouns: { er: 'person', sie: 'person', es: 'thing', ich: 'speaker', wir: 'speaker' },
    genders: { er: 'male' },
    definiteArticles: wordSet('der die das'),
    innerAdverbs: wordSet('nicht auch schon bereits'),
    raisingVerbs: wordSet('scheinen beginnen'),
    ing: null,
    participle: /^(?:ge.*(?:t|en)|.*iert|ver.*(?:t|en)|be.*(?:t|en)|fest.*en)$/,
    agentWords: wordSet('von durch'),
    verbBracket: true,
  },
};
