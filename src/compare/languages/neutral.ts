import type { RawToken, Token } from '../claims/tokens';
import { type Language, wordSet } from './language';
import { currencySigns, metricUnits } from './measures';

const none = wordSet('');

/** Only what the outline of a word tells: numbers, marks, capitals; the word after a number is what it counts. */
const tagByOutline = (raw: readonly RawToken[]): Token[] =>
  raw.map(({ text, start, end }, at): Token => {
    const lower = text.toLowerCase();
    const afterNumber = /^\d/.test(raw[at - 1]?.text ?? '');
    const wordClass = /^\d/.test(text)
      ? 'NUM'
      : !/\p{L}/u.test(text)
        ? 'PUNCT'
        : /^\p{Lu}/u.test(text) && at > 0
          ? 'PROPN'
          : afterNumber
            ? 'NOUN'
            : 'X';
    return { text, start, end, lower, wordClass, lemma: lower };
  });

/**
 * Language of texts nothing is known of: numbers, percent and currency signs, metric units, ISO dates and
 * years, capitalised names and quotation marks, each sentence one claim.
 */
export const neutral: Language = {
  code: 'und',
  abbreviations: none,
  sentenceStarters: none,
  tag: tagByOutline,
  isCommonWord: () => false,
  numbers: {
    decimalMark: '.',
    cardinals: {},
    multipliers: {},
    ordinals: {},
    vague: {},
    fractions: {},
    compound: () => null,
    joiners: none,
    articles: none,
    approximate: none,
    bounds: [],
    boundsAfter: [],
    rangeWords: wordSet('- – —'),
    between: none,
    and: none,
    of: none,
    percent: wordSet('%'),
    percentPairs: [],
    percentPoints: none,
    currencies: currencySigns,
    units: metricUnits,
    durations: {},
    nautical: none,
    degrees: wordSet('°'),
    fahrenheit: wordSet('f'),
    celsius: wordSet('c'),
    magnitude: none,
    quakes: none,
    old: none,
    aged: none,
    additional: none,
    labels: none,
    scopes: none,
    inhabitants: none,
    homeWords: none,
    none,
    countedStates: none,
    directionWords: none,
    awayWords: none,
    scoreWords: none,
    casualties: {
      killed: none,
      injured: none,
      missing: none,
      arrested: none,
      displaced: none,
      rescued: none,
    },
  },
  calendar: {
    months: {},
    ambiguousMonths: none,
    weekdays: {},
    dayWords: {},
    next: none,
    last: none,
    current: none,
    units: {},
    partsOfDay: {},
    agoAfter: none,
    agoBefore: none,
    relativeToText: none,
    smallNumbers: {},
    relations: {},
    periodParts: {},
    rangeWords: wordSet('- – —'),
    fillers: none,
    clockZones: wordSet('gmt utc'),
    morning: none,
    afternoon: none,
    noon: none,
    midnight: none,
    localZone: none,
    oclock: none,
    militaryHours: none,
    decadeEndings: none,
    dayWithStop: true,
    numericOrder: 'day-first',
  },
  speech: {
    sayVerbs: none,
    reportVerbs: none,
    attitudeVerbs: none,
    denialVerbs: none,
    addresseeVerbs: none,
    saidForms: none,
    accordingTo: [],
    nouns: none,
    nounSourceWords: none,
    nounContentWords: none,
    contentWords: none,
    evidence: none,
    unnamedSources: none,
    anybody: none,
    officialSources: none,
    mediaSources: none,
  },
  stance: {
    negators: none,
    negativeDeterminers: none,
    negativeVerbs: none,
    hedges: none,
    possible: none,
    planned: none,
    planVerbs: none,
    planAdjectives: none,
    until: none,
  },
  names: {
    titles: none,
    genders: new Map(),
    organisationWords: none,
    placeWords: none,
    directionWords: none,
    nations: new Map(),
    demonyms: none,
    seats: none,
    placePrepositions: none,
    particles: wordSet('de la le al el bin van von der den da di du dos del'),
    organisationJoiners: none,
    ignored: none,
    nounsCapitalised: false,
  },
  grammar: {
    stopWords: none,
    subordinators: none,
    relatives: none,
    coordinators: none,
    finiteSubordinators: none,
    infinitiveMarks: none,
    passiveAuxiliaries: none,
    pronouns: {},
    genders: {},
    definiteArticles: none,
    innerAdverbs: none,
    raisingVerbs: none,
    ing: null,
    participle: /(?!)/,
    agentWords: none,
  },
};
