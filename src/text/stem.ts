import { newStemmer, type Stemmer } from 'snowball-stemmers';

/** Snowball's name of each language we hand to it. English and Arabic have light stemmers of their own below. */
const snowballNames: Record<string, string> = {
  ca: 'catalan',
  cs: 'czech',
  da: 'danish',
  de: 'german',
  es: 'spanish',
  fi: 'finnish',
  fr: 'french',
  hu: 'hungarian',
  it: 'italian',
  nb: 'norwegian',
  nl: 'dutch',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sv: 'swedish',
  tr: 'turkish',
};

const stemmers = new Map<string, Stemmer | null>();

function stemmerFor(language: string): Stemmer | null {
  const known = stemmers.get(language);
  if (known !== undefined) return known;
  const name = snowballNames[language];
  const made = name ? newStemmer(name) : null;
  stemmers.set(language, made);
  return made;
}

const undouble = (base: string): string =>
  /([^aeiouyls])\1$/.test(base) || /[^f]zz$/.test(base) ? base.slice(0, -1) : base;

const singular = (word: string): string => {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (/(?:xes|ches|shes|sses|zes)$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
};

const withoutEnding = (word: string): string => {
  if (word.length > 5 && word.endsWith('ing') && /[aeiouy]/.test(word.slice(0, -3)))
    return undouble(word.slice(0, -3));
  if (word.length > 4 && word.endsWith('ed') && /[aeiouy]/.test(word.slice(0, -2)))
    return undouble(word.slice(0, -2));
  return word;
};

/**
 * Number and tense off, nothing else. A full Porter stemmer also joins words that news keeps apart
 * ("university", "universal"; "general", "generate"), and names suffer most from that.
 */
function stemEnglish(word: string): string {
  const bare = word.replace(/'s?$/, '');
  if (bare.length < 4 || /\d/.test(bare)) return bare;
  const base = withoutEnding(singular(bare));
  return base.length > 4 && base.endsWith('e') ? base.slice(0, -1) : base;
}

/** The proclitics of Arabic (and, so, by, for, as, the) off the front, the commonest endings off the back. */
function stemArabic(word: string): string {
  const plain = word
    .replace(/[\u064b-\u0652\u0640]/g, '')
    .replace(/[أإآ]/g, 'ا')
    .replace(/ى/g, 'ي');
  const front = plain.replace(/^(?:و|ف)?(?:ال|بال|كال|لل)(?=.{3})/, '').replace(/^و(?=.{4})/, '');
  return front.replace(/(?<=.{3})(?:ات|ون|ين|ان|ها|ية|ه|ة|ي)$/, '');
}

/**
 * The stem of one lower-case word; words of languages without a stemmer come back as they are.
 * @param language BCP 47 primary tag
 */
export function stem(word: string, language: string): string {
  if (language === 'en') return stemEnglish(word);
  if (language === 'ar') return stemArabic(word);
  if (word.length < 4 || /\d/.test(word)) return word;
  return stemmerFor(language)?.stem(word) ?? word;
}
