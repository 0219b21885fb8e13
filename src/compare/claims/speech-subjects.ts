import type { Language } from '../languages/language';
import { phraseBefore } from './clauses';
import type { SentenceReading } from './reading';
import type { Token } from './tokens';

export interface TokenRange {
  from: number;
  to: number;
}

/** Who speaks: the words of the source, and for "who" the noun phrase it stands for. */
export interface SpeechSubject {
  range: TokenRange;
  antecedent: TokenRange | null;
}

const sourceClasses = new Set(['NOUN', 'PROPN', 'PRON', 'NUM']);

/** Marks that end a source. */
export const isStop = (token: Token | undefined): boolean => /^[,.;:"()—–―]$/.test(token?.text ?? '.');

export const isInTime = (sentence: SentenceReading, at: number): boolean =>
  sentence.times.some((time) => at >= time.fromToken && at < time.toToken);

export const hasSourceWord = (tokens: readonly Token[], range: TokenRange): boolean =>
  tokens.slice(range.from, range.to).some((token) => sourceClasses.has(token.wordClass));

const isLead = (sentence: SentenceReading, at: number, language: Language): boolean => {
  const { grammar } = language;
  const token = sentence.tokens[at]!;
  if (isStop(token) || token.text === "'" || token.wordClass === 'PUNCT' || isInTime(sentence, at))
    return true;
  if (grammar.coordinators.has(token.lower)) return true;
  if (grammar.subordinators.has(token.lower)) return token.wordClass !== 'PRON' && token.wordClass !== 'DET';
  return token.wordClass === 'ADV' && !sourceClasses.has(sentence.tokens[at + 1]?.wordClass ?? '');
};

/** "After the flood, ...": a phrase without a name of somebody behind a preposition that opens the range. */
const followsPreposition = (
  { tokens, entities }: SentenceReading,
  from: number,
  range: TokenRange,
  { speech }: Language,
): boolean => {
  const before = tokens[from - 1];
  if (from === range.from || !before || !['ADP', 'SCONJ'].includes(before.wordClass)) return false;
  // "He added that the mayor, a lawyer, said": "that" opens the clause itself.
  if (speech.contentWords.has(before.lower)) return false;
  const comma = tokens.findIndex((token, at) => at > from && token.text === ',');
  return !entities.some(
    (entity) => entity.kind !== 'place' && entity.fromToken >= from && entity.toToken <= comma,
  );
};

/** Words, connectives, times and marks off both ends of a source; null when nothing that can speak is left. */
export function trimSource(
  sentence: SentenceReading,
  range: TokenRange,
  language: Language,
): TokenRange | null {
  const { tokens } = sentence;
  let { from, to } = range;
  while (from < to && isLead(sentence, from, language)) from++;
  const isTail = (at: number): boolean =>
    isLead(sentence, at, language) || ['ADV', 'AUX', 'PART'].includes(tokens[at]!.wordClass);
  while (to > from && isTail(to - 1)) to--;
  if (from >= to) return null;
  // "In a letter on Tuesday, the mayor said", "After the flood, the mayor said": what stands after the comma,
  // unless it is all apposition ("While Dell, the mayor, said").
  if (
    ['ADP', 'SCONJ', 'VERB'].includes(tokens[from]!.wordClass) ||
    followsPreposition(sentence, from, range, language)
  ) {
    const comma = tokens.findIndex((token, at) => at > from && at < to && token.text === ',');
    const rest = { from: comma + 1, to };
    if (comma > 0 && hasSourceWord(tokens, rest)) return trimSource(sentence, rest, language);
  }
  // "The difference now, he said", "the way they say": a personal pronoun at the end is the subject itself.
  const last = tokens[to - 1]!;
  if (to - from > 1 && Object.hasOwn(language.grammar.pronouns, last.lower)) return { from: to - 1, to };
  return hasSourceWord(tokens, { from, to }) ? { from, to } : null;
}

/** "..., said Mara Dell, the mayor." : the noun phrase right after the verb. */
export function invertedSource(
  sentence: SentenceReading,
  after: number,
  language: Language,
): TokenRange | null {
  const { tokens } = sentence;
  let end = after;
  while (end < tokens.length && !isStop(tokens[end]) && !isInTime(sentence, end)) {
    const token = tokens[end]!;
    if (['VERB', 'AUX', 'SCONJ'].includes(token.wordClass)) break;
    if (language.grammar.relatives.has(token.lower)) break;
    if (token.wordClass === 'ADP' && !/^(?:of|for|from|at|with|von|der|de|del)$/.test(token.lower)) break;
    end++;
  }
  return trimSource(sentence, { from: after, to: end }, language);
}

/** The noun phrase the sentence opens with, for "Mara Dell, who runs the harbour, said". */
const openingPhrase = (sentence: SentenceReading, before: number, language: Language): TokenRange | null => {
  const { tokens, quoted } = sentence;
  let from = 0;
  while (from < before && (quoted[from] || tokens[from]!.text === '"')) from++;
  const opening = trimSource(sentence, { from, to: before }, language);
  if (!opening) return null;
  const end = tokens.findIndex(
    (token, at) =>
      at > opening.from &&
      at <= before &&
      (token.text === ',' ||
        token.wordClass === 'VERB' ||
        token.wordClass === 'AUX' ||
        language.grammar.relatives.has(token.lower)),
  );
  return trimSource(sentence, { from: opening.from, to: end < 0 ? before : end }, language);
};

/**
 * "the governor of Harrow, Mara Dell, said": the phrase between the commas, with the noun phrase before it.
 * Null when a clause stands there ("who runs the harbour").
 */
const apposition = (sentence: SentenceReading, before: number, language: Language): TokenRange | null => {
  const { tokens } = sentence;
  if (tokens[before - 1]?.text !== ',') return null;
  const comma = tokens.findLastIndex((token, at) => at < before - 1 && token.text === ',');
  if (comma < 1) return null;
  const inner = tokens.slice(comma + 1, before - 1);
  const isClause = inner.some(
    (token) =>
      ['VERB', 'AUX', 'SCONJ'].includes(token.wordClass) || language.grammar.relatives.has(token.lower),
  );
  if (isClause || inner.length === 0 || !['PROPN', 'NOUN', 'DET'].includes(inner[0]!.wordClass)) return null;
  const outer = phraseBefore(tokens, comma);
  return trimSource(sentence, { from: outer?.from ?? comma + 1, to: before - 1 }, language);
};

/** Part of a range that is quoted as the cue is: words of a quotation do not report it. */
const sideOfCue = (sentence: SentenceReading, range: TokenRange, cue: number): TokenRange => {
  const inside = sentence.quoted[cue] ?? false;
  let from = range.to;
  while (
    from > range.from &&
    (sentence.quoted[from - 1] ?? false) === inside &&
    sentence.tokens[from - 1]!.text !== '"'
  ) {
    from--;
  }
  return { from, to: range.to };
};

const subjectOfGroup = (
  sentence: SentenceReading,
  index: number,
  language: Language,
): SpeechSubject | null => {
  const { groups, boundaries, tokens } = sentence;
  const group = groups[index]!;
  const range = sideOfCue(sentence, { from: boundaries[index]!, to: group.first }, group.head);
  const own = trimSource(sentence, range, language);
  if (!own) return null;
  const words = tokens.slice(own.from, own.to);
  // "The alliance, which includes": the relative is the subject, the phrase before it what it stands for.
  if (
    words.length > 1 &&
    language.grammar.relatives.has(words.at(-1)!.lower) &&
    words.at(-1)!.wordClass !== 'DET'
  ) {
    return { range: { from: own.to - 1, to: own.to }, antecedent: phraseBefore(tokens, own.to - 1) };
  }
  const isRelative = words.every((token) => language.grammar.relatives.has(token.lower));
  if (!isRelative) {
    // "what the mayor said": the question word asks for the content.
    const question = /^(?:what|which|whatever|when|where|why|how)$/.test(words[0]!.lower) && words.length > 1;
    return { range: question ? { from: own.from + 1, to: own.to } : own, antecedent: null };
  }
  const antecedent = phraseBefore(tokens, own.from);
  return antecedent ? { range: own, antecedent } : null;
};

/** Whether an auxiliary opens the verb group: "would order", "has said". */
const hasAuxiliary = ({ tokens, groups }: SentenceReading, index: number): boolean =>
  tokens[groups[index]!.first]!.wordClass === 'AUX';

/** The finite verbs before the cue that stand inside or outside quotation marks as it does, nearest first. */
function* earlierSubjects(sentence: SentenceReading, index: number, language: Language) {
  const cue = sentence.groups[index]!.head;
  for (let earlier = index - 1; earlier >= 0; earlier--) {
    const group = sentence.groups[earlier]!;
    if (group.participle || group.infinitive) continue;
    if (sentence.quoted[group.head] !== sentence.quoted[cue]) continue;
    const subject = subjectOfGroup(sentence, earlier, language);
    if (subject)
      yield { subject, likeCue: hasAuxiliary(sentence, earlier) === hasAuxiliary(sentence, index) };
  }
}

const earlierSubject = (
  sentence: SentenceReading,
  index: number,
  language: Language,
): SpeechSubject | null => {
  const afterComma = sentence.tokens[sentence.groups[index]!.first - 2]?.text === ',';
  let relative: SpeechSubject | null = null;
  for (const { subject } of earlierSubjects(sentence, index, language)) {
    // "attacked loopholes that benefit others, and has called": the comma leaves the relative clause.
    if (!subject.antecedent || !afterComma) return subject;
    relative ??= subject;
  }
  return relative;
};

/** "Dell said he would widen the road and warned of delays": two verbs joined by "and" have one form. */
const coordinatedSubject = (
  sentence: SentenceReading,
  index: number,
  language: Language,
): SpeechSubject | null => {
  for (const { subject, likeCue } of earlierSubjects(sentence, index, language)) {
    if (likeCue && !subject.antecedent) return subject;
  }
  return earlierSubject(sentence, index, language);
};

/** "After saying the dam was safe, Dell left": a participle that opens the sentence has the next verb's subject. */
const laterSubject = (sentence: SentenceReading, index: number, language: Language): SpeechSubject | null => {
  const opens = !hasSourceWord(sentence.tokens, { from: 0, to: sentence.groups[index]!.first });
  const later = sentence.groups.findIndex(
    (group, at) =>
      at > index &&
      !group.participle &&
      !group.infinitive &&
      sentence.tokens.slice(sentence.groups[index]!.last, group.first).some((token) => token.text === ','),
  );
  return opens && later > 0 ? subjectOfGroup(sentence, later, language) : null;
};

const alone = (range: TokenRange | null): SpeechSubject | null =>
  range ? { range, antecedent: null } : null;

/** Who speaks in the verb group at `index`: before the verb, after it, or carried over from an earlier verb. */
export function subjectOfSpeech(
  sentence: SentenceReading,
  index: number,
  language: Language,
): SpeechSubject | null {
  const { groups, tokens, quoted } = sentence;
  const group = groups[index]!;
  if (group.participle || group.infinitive) {
    return (
      earlierSubject(sentence, index, language) ??
      laterSubject(sentence, index, language) ??
      alone(openingPhrase(sentence, group.first, language))
    );
  }
  const before = tokens[group.first - 1];
  // "Dell said the bridge was safe and added": the coordinated verb keeps the subject of the one before.
  if (language.grammar.coordinators.has(before?.lower ?? '')) {
    const carried = coordinatedSubject(sentence, index, language);
    if (carried) return carried;
  }
  const own = subjectOfGroup(sentence, index, language);
  if (own) return own;
  const between = apposition(sentence, group.first, language);
  if (between) return alone(between);
  // "told reporters": the noun after a verb of telling is who hears it.
  const tells = language.speech.addresseeVerbs.has(group.lemma);
  const says = language.speech.sayVerbs.has(group.lemma) || language.speech.reportVerbs.has(group.lemma);
  const inverted = tells || !says ? null : invertedSource(sentence, group.last + 1, language);
  const followsContent = before === undefined || /^[,."?!]$/.test(before.text);
  if (inverted && followsContent && (quoted.slice(0, group.first).some(Boolean) || before?.text === ',')) {
    const end = tokens[inverted.to];
    if (
      isStop(end) ||
      isInTime(sentence, inverted.to) ||
      end?.wordClass === 'ADP' ||
      end?.wordClass === 'PRON'
    ) {
      return alone(inverted);
    }
  }
  return alone(openingPhrase(sentence, group.first, language) ?? inverted);
}
