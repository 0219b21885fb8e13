import type { RawToken, Token } from '../../claims/tokens';
import table from '../../tagger/data/english.json';
import { createTagger, type Tagger } from '../../tagger/perceptron';
import type { WordClass } from '../../tagger/word-classes';
import { repairClasses } from './repairs';
import { englishSpeech } from './speech';

const verbForms = new Map<string, string>(
  table.verbs.map((line) => {
    const [form = '', base = ''] = line.split(' ');
    return [form, base];
  }),
);
// Slips of the teacher that would split a predicate in two, and forms it does not know.
for (const [form, base] of Object.entries({
  said: 'say',
  says: 'say',
  told: 'tell',
  left: 'leave',
  found: 'find',
  shot: 'shoot',
  has: 'have',
  had: 'have',
  is: 'be',
  are: 'be',
  was: 'be',
  were: 'be',
  been: 'be',
  am: 'be',
  being: 'be',
  does: 'do',
  did: 'do',
  done: 'do',
  died: 'die',
  dying: 'die',
})) {
  verbForms.set(form, base);
}
const baseForms = new Set(verbForms.values());

const suffixRules: readonly (readonly [RegExp, readonly string[]])[] = [
  [/ies$/, ['y']],
  [/ied$/, ['y']],
  [/ing$/, ['', 'e']],
  [/ed$/, ['', 'e']],
  [/es$/, ['', 'e']],
  [/s$/, ['']],
];

/** Base form of a regular verb form the table does not hold. */
const guessBase = (form: string): string => {
  for (const [suffix, endings] of suffixRules) {
    if (!suffix.test(form)) continue;
    const candidates = endings.map((ending) => form.replace(suffix, ending));
    const known = candidates.find((candidate) => baseForms.has(candidate));
    if (known) return known;
    const bare = candidates[0]!;
    const undoubled = bare.replace(/([bdfgklmnprtvz])\1$/, '$1');
    if (baseForms.has(undoubled)) return undoubled;
    if (/es$/.test(form)) return /(?:ss|sh|ch|x|zz|o)es$/.test(form) ? bare : `${bare}e`;
    if (!/(?:ed|ing)$/.test(form)) return bare;
    if (/([bdgmnprt])\1$/.test(bare)) return undoubled;
    if (/...ell$/.test(bare)) return undoubled;
    // "name(d)", "capsiz(ed)", "evacuat(ed)": stems that have lost their e.
    const short =
      bare.length < 6 && /[^aeiou][aeiou][^aeiouwxy]$/.test(bare) && !/(?:er|en|it|et|or)$/.test(bare);
    const ending = /(?:[iy]z|[vcu]|[dr]g|as|is|us|[bpdgft]l|[^aeo]at|[^o]ut)$/.test(bare);
    return short || ending ? `${bare}e` : bare;
  }
  return form;
};

const irregularPlurals: Record<string, string> = {
  men: 'man',
  women: 'woman',
  children: 'child',
  people: 'people',
  feet: 'foot',
  lives: 'life',
  wives: 'wife',
  knives: 'knife',
  policemen: 'policeman',
  servicemen: 'serviceman',
  gunmen: 'gunman',
  spokesmen: 'spokesman',
  fishermen: 'fisherman',
  firemen: 'fireman',
  mice: 'mouse',
  teeth: 'tooth',
};

const singular = (noun: string): string => {
  const irregular = irregularPlurals[noun];
  if (irregular) return irregular;
  if (noun.length < 4 || /(?:ss|us|is|news|series)$/.test(noun)) return noun;
  if (/ies$/.test(noun)) return `${noun.slice(0, -3)}y`;
  if (/(?:ches|shes|xes|sses|zes)$/.test(noun)) return noun.slice(0, -2);
  return /s$/.test(noun) ? noun.slice(0, -1) : noun;
};

/** Base form of an English word of a class, lower case. */
export function englishLemma(lower: string, wordClass: WordClass): string {
  if (wordClass === 'VERB' || wordClass === 'AUX')
    return verbForms.get(lower) ?? (baseForms.has(lower) ? lower : guessBase(lower));
  return wordClass === 'NOUN' ? singular(lower) : lower;
}

const commonWords = new Set([
  ...table.common.split(' '),
  ...Object.entries(table.certain)
    .filter(([wordClass]) => wordClass !== 'PROPN' && wordClass !== 'X')
    .flatMap(([, words]) => words.split(' ')),
]);

/** Words the learned table knows as no names, with all verb forms. */
export const isCommonEnglishWord = (lower: string): boolean =>
  commonWords.has(lower) || verbForms.has(lower) || baseForms.has(lower) || commonWords.has(singular(lower));

/** A lower-case noun that agrees with the subject before it as a verb would and has something after it. */
const couldBeVerb = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index]!;
  if (token.wordClass !== 'NOUN' || !/^\p{Ll}+$/u.test(token.text)) return false;
  const subject = tokens[index - 1]?.wordClass === 'ADV' ? tokens[index - 2] : tokens[index - 1];
  const after = tokens[index + 1];
  if (!subject || !after || ['PUNCT', 'VERB', 'AUX', 'CCONJ'].includes(after.wordClass)) return false;
  const plural = /[^s]s$/.test(subject.lower) && subject.wordClass === 'NOUN';
  if (/[^s]s$/.test(token.lower)) {
    const base = verbForms.get(token.lower) ?? guessBase(token.lower);
    const acts = ['NOUN', 'PROPN', 'DET', 'NUM', 'ADJ', 'PRON'].includes(after.wordClass);
    const leads = englishSpeech.attitudeVerbs.has(base) || englishSpeech.reportVerbs.has(base);
    return (
      (isName(subject) || subject.wordClass === 'ADJ') && !plural && baseForms.has(base) && (acts || leads)
    );
  }
  return plural && baseForms.has(token.lower);
};

const isName = (token: Token | undefined): boolean => ['NOUN', 'PROPN'].includes(token?.wordClass ?? '');

/**
 * A sentence without any verb but a noun in -s between a subject and something it could act on: "Quake hits
 * island", "Vantor values the deal at". Headlines hide their verbs so.
 */
const findMissingVerb = (tokens: Token[]): void => {
  const hasVerb = tokens.some(
    (token) => token.wordClass === 'AUX' || (token.wordClass === 'VERB' && !/ing$/.test(token.lower)),
  );
  if (hasVerb) return;
  const at = tokens.findIndex((_token, index) => couldBeVerb(tokens, index));
  if (at > 0) tokens[at]!.wordClass = 'VERB';
};

let tagger: Tagger | null = null;

/** Classes by the learned table, then repairs of its known slips, then base forms. */
export function tagEnglish(raw: readonly RawToken[]): Token[] {
  tagger ??= createTagger(table);
  const classes = tagger.classesOf(raw.map((token) => token.text));
  const tokens = raw.map((token, index): Token => {
    const lower = token.text.toLowerCase();
    // Written out: spreading an object for every word of an article took a tenth of the analysis.
    const { text, start, end } = token;
    return { text, start, end, lower, wordClass: classes[index] ?? 'X', lemma: lower };
  });
  const [first, second] = tokens;
  // "Police said": a capital that only opens the sentence.
  if (
    first?.wordClass === 'PROPN' &&
    isCommonEnglishWord(first.lower) &&
    !/^\p{Lu}/u.test(second?.text ?? '')
  ) {
    first.wordClass = 'NOUN';
  }
  repairClasses(tokens);
  findMissingVerb(tokens);
  for (const token of tokens) token.lemma = englishLemma(token.lower, token.wordClass);
  return tokens;
}
