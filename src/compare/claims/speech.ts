import type { Language } from '../languages/language';
import type { SentenceReading, SpeechReading } from './reading';
import type { Token } from './tokens';

interface Range {
  from: number;
  to: number;
}

const sourceClasses = new Set(['NOUN', 'PROPN', 'PRON', 'NUM']);
const stops = /^[,.;:"“”()—–]$/;

const hasSourceWord = (tokens: readonly Token[], range: Range): boolean =>
  tokens.slice(range.from, range.to).some((token) => sourceClasses.has(token.wordClass));

const isInTime = (sentence: SentenceReading, at: number): boolean =>
  sentence.times.some((time) => at >= time.fromToken && at < time.toToken);

/** Words, connectives, times and marks off both ends of a source. */
const trimSource = (sentence: SentenceReading, range: Range, language: Language): Range | null => {
  const { tokens } = sentence;
  const { grammar } = language;
  let { from, to } = range;
  const isLead = (at: number): boolean => {
    const token = tokens[at]!;
    return (
      stops.test(token.text) ||
      token.text === "'" ||
      isInTime(sentence, at) ||
      grammar.coordinators.has(token.lower) ||
      (grammar.subordinators.has(token.lower) && token.wordClass !== 'PRON' && token.wordClass !== 'DET') ||
      (token.wordClass === 'ADV' && !sourceClasses.has(tokens[at + 1]?.wordClass ?? '')) ||
      token.wordClass === 'PUNCT'
    );
  };
  while (from < to && isLead(from)) from++;
  while (
    to > from &&
    (isLead(to - 1) || tokens[to - 1]!.wordClass === 'ADV' || tokens[to - 1]!.wordClass === 'AUX')
  )
    to--;
  // "In a letter on Tuesday, the mayor said": the phrase after the last comma that holds a noun, unless it is apposition.
  if (from < to && ['ADP', 'SCONJ'].includes(tokens[from]!.wordClass)) {
    const comma = tokens.findIndex((token, at) => at > from && at < to && token.text === ',');
    if (comma > 0 && hasSourceWord(tokens, { from: comma + 1, to }))
      return trimSource(sentence, { from: comma + 1, to }, language);
  }
  return from < to && hasSourceWord(tokens, { from, to }) ? { from, to } : null;
};

/** "..., said Mara Dell, the mayor." : the noun phrase right after the verb. */
const invertedSource = (sentence: SentenceReading, after: number, language: Language): Range | null => {
  const { tokens } = sentence;
  let end = after;
  while (end < tokens.length && !stops.test(tokens[end]!.text)) {
    const token = tokens[end]!;
    if (['VERB', 'AUX', 'SCONJ'].includes(token.wordClass) || /^(?:that|who|which)$/.test(token.lower)) break;
    if (token.wordClass === 'ADP' && !/^(?:of|for|from|at|with|von|der|de|del)$/.test(token.lower)) break;
    if (isInTime(sentence, end)) break;
    end++;
  }
  return trimSource(sentence, { from: after, to: end }, language);
};

/** The noun phrase the sentence opens with, for "Mara Dell, who runs the harbour, said". */
const openingPhrase = (sentence: SentenceReading, before: number, language: Language): Range | null => {
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
        /^(?:who|which|that)$/.test(token.lower)),
  );
  return trimSource(sentence, { from: opening.from, to: end < 0 ? before : end }, language);
};

const subjectOfGroup = (sentence: SentenceReading, index: number, language: Language): Range | null => {
  const { groups, boundaries, tokens } = sentence;
  const group = groups[index]!;
  const own = trimSource(sentence, { from: boundaries[index]!, to: group.first }, language);
  const relative = language.grammar.relatives.has(tokens[boundaries[index]!]?.lower ?? '');
  if (own && !relative) return own;
  if (own && relative && !language.grammar.relatives.has(tokens[own.to - 1]!.lower)) return own;
  return null;
};

const sourceOf = (sentence: SentenceReading, index: number, language: Language): Range | null => {
  const { groups, tokens } = sentence;
  const group = groups[index]!;
  if (group.participle || group.infinitive) {
    for (let earlier = index - 1; earlier >= 0; earlier--) {
      const subject = subjectOfGroup(sentence, earlier, language);
      if (subject) return subject;
    }
    return openingPhrase(sentence, group.first, language);
  }
  const own = subjectOfGroup(sentence, index, language);
  if (own) return own;
  const inverted = invertedSource(sentence, group.last + 1, language);
  const closes = /^[,."]$/.test(tokens[group.first - 1]?.text ?? '') || group.first === 0;
  const afterQuote =
    sentence.quoted.slice(0, group.first).some(Boolean) || tokens[group.first - 1]?.text === ',';
  if (inverted && closes && afterQuote) {
    const end = tokens[inverted.to];
    if (!end || stops.test(end.text) || isInTime(sentence, inverted.to) || end.wordClass === 'ADP')
      return inverted;
  }
  // "Dell said ... and added": the coordinated verb keeps the subject of the one before.
  for (let earlier = index - 1; earlier >= 0; earlier--) {
    const subject = subjectOfGroup(sentence, earlier, language);
    if (subject && language.grammar.coordinators.has(tokens[group.first - 1]?.lower ?? '')) return subject;
  }
  return openingPhrase(sentence, group.first, language) ?? inverted;
};

const onlyTimesAfter = (sentence: SentenceReading, from: number): boolean =>
  sentence.tokens
    .slice(from)
    .every(
      (token, offset) =>
        stops.test(token.text) || isInTime(sentence, from + offset) || token.wordClass === 'ADV',
    );

/** Whether a verb that may report does so here: a content clause, a quotation, or the end of the sentence. */
const reportsHere = (sentence: SentenceReading, index: number, language: Language): boolean => {
  const { groups, tokens, boundaries, quoted } = sentence;
  const group = groups[index]!;
  const next = tokens[group.last + 1];
  if (!next || onlyTimesAfter(sentence, group.last + 1)) return index > 0 || quoted.some(Boolean);
  if (language.speech.contentWords.has(next.lower)) return true;
  if (/^[":]$/.test(next.text) || (next.text === ',' && quoted[group.last + 2])) return true;
  const tail = tokens.slice(group.last + 1, group.last + 14);
  if (tail.some((token) => token.lower === 'that' && token.wordClass === 'SCONJ')) return true;
  if (quoted.slice(group.last + 1, group.last + 12).some(Boolean)) return true;
  const following = groups[index + 1];
  return (
    following !== undefined &&
    !following.infinitive &&
    !following.participle &&
    boundaries[index + 1]! <= group.last + 2
  );
};

const isEvidence = (sentence: SentenceReading, source: Range, language: Language): boolean => {
  const { tokens, entities } = sentence;
  const named = entities.some(
    (entity) => entity.fromToken >= source.from && entity.toToken <= source.to && entity.kind === 'person',
  );
  return (
    !named &&
    tokens
      .slice(source.from, source.to)
      .some((token) => language.speech.evidence.has(token.lower) && token.wordClass !== 'DET')
  );
};

const isSpeechGroup = (sentence: SentenceReading, index: number, language: Language): boolean => {
  const { speech } = language;
  const group = sentence.groups[index]!;
  if (group.infinitive && !group.mood) return false;
  if (speech.sayVerbs.has(group.lemma))
    return !(
      group.passive && !language.speech.contentWords.has(sentence.tokens[group.last + 1]?.lower ?? '')
    );
  if (!speech.reportVerbs.has(group.lemma)) return false;
  if (group.passive && !speech.contentWords.has(sentence.tokens[group.last + 1]?.lower ?? '')) return false;
  return reportsHere(sentence, index, language);
};

/** What the verb reports: before it when it trails its content, otherwise after it. */
const contentOf = (sentence: SentenceReading, index: number, source: Range): Range => {
  const { groups, tokens, boundaries } = sentence;
  const group = groups[index]!;
  const inverted = source.from > group.last;
  const spoken = inverted ? source.to : group.last + 1;
  const after = tokens
    .slice(spoken)
    .filter(
      (token, offset) =>
        ['NOUN', 'VERB', 'PROPN', 'ADJ'].includes(token.wordClass) && !isInTime(sentence, spoken + offset),
    );
  const start = Math.min(source.from, group.first);
  const mark = tokens[start - 1]?.text ?? '';
  const trails =
    start > 1 &&
    /^[,"?!]$/.test(mark) &&
    (after.length <= 3 || inverted || /^[,.]$/.test(tokens[spoken]?.text ?? ''));
  if (trails && hasSourceWord(tokens, { from: 0, to: start })) return { from: 0, to: start };
  if (inverted && start > 0) return { from: 0, to: start };
  const from = /^[,:]$/.test(tokens[spoken]?.text ?? '') ? spoken + 1 : spoken;
  const joined = groups.findIndex(
    (_other, at) => at > index && boundaries[at]! >= from && tokens[boundaries[at]!]?.text === ';',
  );
  return { from, to: joined >= 0 ? boundaries[joined]! : tokens.length };
};

const verbSpeech = (sentence: SentenceReading, language: Language): SpeechReading[] => {
  const found: SpeechReading[] = [];
  sentence.groups.forEach((group, index) => {
    if (!isSpeechGroup(sentence, index, language)) return;
    const source = sourceOf(sentence, index, language);
    if (!source || isEvidence(sentence, source, language)) return;
    found.push({
      source,
      cue: { from: group.first, to: group.last + 1, lemma: group.lemma },
      content: contentOf(sentence, index, source),
      group,
      kind: 'said',
    });
  });
  return found;
};

/** "according to the mayor", leading, trailing or inside. */
const accordingSpeech = (sentence: SentenceReading, language: Language): SpeechReading[] => {
  const { tokens } = sentence;
  const found: SpeechReading[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const phrase = language.speech.accordingTo.find((words) =>
      words.every((word, offset) => tokens[at + offset]?.lower === word),
    );
    if (!phrase) continue;
    const from = at + phrase.length;
    let end = from;
    while (
      end < tokens.length &&
      !/^[,;.]$/.test(tokens[end]!.text) &&
      !/^(?:which|who|that)$/.test(tokens[end]!.lower)
    ) {
      if (['VERB', 'AUX'].includes(tokens[end]!.wordClass) && end > from) break;
      end++;
    }
    const source = trimSource(sentence, { from, to: end }, language);
    if (!source) continue;
    const leads = tokens.slice(0, at).every((token) => !sourceClasses.has(token.wordClass));
    const content = leads
      ? { from: Math.min(end + 1, tokens.length), to: tokens.length }
      : { from: 0, to: at };
    found.push({
      source,
      cue: { from: at, to: from, lemma: phrase.join(' ') },
      content,
      group: null,
      kind: 'according',
    });
    at = end;
  }
  return found;
};

/** "reports from the ministry that ...", "the mayor's claim that ...". */
const nounSpeech = (sentence: SentenceReading, language: Language): SpeechReading[] => {
  const { tokens } = sentence;
  const { speech } = language;
  const found: SpeechReading[] = [];
  tokens.forEach((token, at) => {
    if (!speech.nouns.has(token.lower) || token.wordClass !== 'NOUN') return;
    const limit = Math.min(tokens.length, at + 14);
    let that = at + 1;
    while (
      that < limit &&
      tokens[that]!.lower !== 'that' &&
      !['VERB', 'AUX'].includes(tokens[that]!.wordClass) &&
      !stops.test(tokens[that]!.text)
    )
      that++;
    if (tokens[that]?.lower !== 'that') return;
    const owner = ownerBefore(sentence, at);
    const source = speech.nounSourceWords.has(tokens[at + 1]?.lower ?? '')
      ? trimSource(sentence, { from: at + 2, to: that }, language)
      : owner;
    if (source)
      found.push({
        source,
        cue: { from: at, to: at + 1, lemma: token.lemma },
        content: { from: that, to: tokens.length },
        group: null,
        kind: 'noun',
      });
  });
  return found;
};

/** "the mayor's" before a noun. */
const ownerBefore = (sentence: SentenceReading, at: number): Range | null => {
  const { tokens } = sentence;
  let mark = at - 1;
  while (mark > 0 && tokens[mark]!.wordClass === 'ADJ') mark--;
  if (tokens[mark]?.lower !== "'s")
    return tokens[mark]?.wordClass === 'PRON' || /^(?:his|her|their|its)$/.test(tokens[mark]?.lower ?? '')
      ? { from: mark, to: mark + 1 }
      : null;
  let from = mark;
  while (from > 0 && ['NOUN', 'PROPN', 'ADJ', 'DET', 'NUM'].includes(tokens[from - 1]!.wordClass)) from--;
  return from < mark ? { from, to: mark } : null;
};

/** Everything in a sentence that tells who says what, outermost first. */
export function speechIn(sentence: SentenceReading, language: Language): SpeechReading[] {
  return [
    ...accordingSpeech(sentence, language),
    ...nounSpeech(sentence, language),
    ...verbSpeech(sentence, language),
  ].sort((left, right) => left.cue.from - right.cue.from);
}
