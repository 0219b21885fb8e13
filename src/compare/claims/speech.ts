import type { Language } from '../languages/language';
import type { SentenceReading, SpeechReading } from './reading';
import { labelSpeech } from './speech-labels';
import { nounSpeech, upToComma } from './speech-nouns';
import {
  hasSourceWord,
  invertedSource,
  isInTime,
  isStop,
  type SpeechSubject,
  subjectOfSpeech,
  type TokenRange,
  trimSource,
} from './speech-subjects';

const onlyTimesAfter = (sentence: SentenceReading, from: number): boolean =>
  sentence.tokens
    .slice(from)
    .every(
      (token, offset) => isStop(token) || isInTime(sentence, from + offset) || token.wordClass === 'ADV',
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

/** A bare "it" or a thing that shows: with verbs of saying "it" is somebody ("the city ... It says"). */
const isEvidence = (
  sentence: SentenceReading,
  source: TokenRange,
  lemma: string,
  language: Language,
): boolean => {
  const { tokens, entities } = sentence;
  const named = entities.some(
    (entity) => entity.fromToken >= source.from && entity.toToken <= source.to && entity.kind === 'person',
  );
  if (named) return false;
  const words = tokens.slice(source.from, source.to);
  const phraseEnd = words.findIndex((token, at) => at > 0 && token.wordClass === 'ADP');
  const head = words
    .slice(0, phraseEnd < 0 ? words.length : phraseEnd)
    .findLast((token) => token.wordClass !== 'PART');
  if (head && language.speech.evidence.has(head.lower)) return true;
  const thing = words.length === 1 && language.grammar.pronouns[words[0]!.lower] === 'thing';
  return thing && !language.speech.sayVerbs.has(lemma);
};

/** "Dell scolded him: 'Enough.'": whatever the verb, a colon and a quotation make it one of saying. */
const bringsQuotation = ({ groups, tokens }: SentenceReading, index: number): boolean => {
  const group = groups[index]!;
  if (group.infinitive || group.passive) return false;
  const colon = tokens.findIndex((token, at) => at > group.last && token.text === ':');
  if (colon < 0 || colon > group.last + 4 || tokens[colon + 1]?.text !== '"') return false;
  return !groups.some((other) => other.first > group.last && other.first < colon);
};

type Kind = 'said' | 'attitude' | null;

const kindOf = (sentence: SentenceReading, index: number, language: Language): Kind => {
  const { speech } = language;
  const group = sentence.groups[index]!;
  // "The deal, announced Tuesday," and "a man charged in the deaths": passive participles report nothing.
  if (group.participle && !language.grammar.ing?.test(sentence.tokens[group.head]!.lower)) return null;
  const next = sentence.tokens[group.last + 1]?.lower ?? '';
  const passive = group.passive && !speech.contentWords.has(next);
  if (speech.sayVerbs.has(group.lemma) && !passive) return 'said';
  if (speech.reportVerbs.has(group.lemma) && !passive && reportsHere(sentence, index, language))
    return 'said';
  if (bringsQuotation(sentence, index)) return 'said';
  return speech.attitudeVerbs.has(group.lemma) && !group.passive ? 'attitude' : null;
};

/** Only people and bodies hold attitudes: a name, a pronoun for a person, or a noun that acts as a source. */
const canHold = (sentence: SentenceReading, subject: SpeechSubject, language: Language): boolean => {
  const range = subject.antecedent ?? subject.range;
  const words = sentence.tokens.slice(range.from, range.to);
  const { speech, grammar, names } = language;
  if (sentence.entities.some((entity) => entity.fromToken >= range.from && entity.toToken <= range.to))
    return true;
  return words.some(
    (token) =>
      ['person', 'people', 'speaker'].includes(grammar.pronouns[token.lower] ?? '') ||
      names.titles.has(token.lower) ||
      names.organisationWords.has(token.lower) ||
      speech.unnamedSources.has(token.lower) ||
      speech.officialSources.has(token.lower) ||
      speech.mediaSources.has(token.lower),
  );
};

/** What the verb reports: before it when it trails its content, otherwise after it. */
const contentOf = (sentence: SentenceReading, index: number, source: TokenRange): TokenRange => {
  const { groups, tokens, boundaries } = sentence;
  const group = groups[index]!;
  const between = tokens.slice(group.last + 1, Math.max(group.last + 1, source.from));
  // "Praising the plan, Dell left": the source of an opening participle stands behind the comma.
  const opening = source.from > group.last && between.some((token) => token.text === ',');
  const inverted = source.from > group.last && !opening;
  const spoken = inverted ? source.to : group.last + 1;
  const after = tokens.slice(spoken).filter((_token, offset) => !isInTime(sentence, spoken + offset));
  const short = after.filter((token) => ['NOUN', 'PROPN', 'ADJ'].includes(token.wordClass)).length <= 3;
  const states = after.some((token) => ['VERB', 'AUX'].includes(token.wordClass));
  const own = source.to <= group.first && source.from >= boundaries[index]! ? source.from : group.first;
  const start = Math.min(own, group.first);
  const mark = tokens[start - 1]?.text ?? '';
  const quotes = sentence.quoted[spoken + 1] || tokens[spoken + 1]?.text === '"';
  const closes = /^[,.]$/.test(tokens[spoken]?.text ?? '') && !quotes;
  const trails = start > 1 && /^[,"?!]$/.test(mark) && ((short && !states) || inverted || closes);
  if ((trails || (inverted && start > 0)) && hasSourceWord(tokens, { from: 0, to: start }))
    return { from: 0, to: start };
  let from = /^[,:]$/.test(tokens[spoken]?.text ?? '') ? spoken + 1 : spoken;
  while (from < tokens.length - 1 && isInTime(sentence, from)) from++;
  if (opening)
    return {
      from: group.last + 1,
      to: tokens.findIndex((token, at) => at > group.last && token.text === ','),
    };
  const joined = boundaries.findIndex(
    (boundary, at) => at > index && boundary >= from && tokens[boundary]?.text === ';',
  );
  return { from: Math.min(from, tokens.length), to: joined >= 0 ? boundaries[joined]! : tokens.length };
};

/** A verb inside a quotation reports nothing outside it. */
const withinQuotation = (sentence: SentenceReading, cue: number, content: TokenRange): TokenRange => {
  if (!sentence.quoted[cue]) return content;
  let from = cue;
  let to = cue;
  while (from > content.from && sentence.quoted[from - 1]) from--;
  while (to < content.to && sentence.quoted[to]) to++;
  return { from: Math.max(from, content.from), to: Math.max(to, Math.max(from, content.from)) };
};

/** “You know I will not go”, “if somebody tells you”: words of whoever is quoted, not of you or somebody. */
const isAddressed = (
  sentence: SentenceReading,
  cue: number,
  source: TokenRange,
  language: Language,
): boolean =>
  (sentence.quoted[cue] ?? false) &&
  source.to - source.from === 1 &&
  language.speech.anybody.has(sentence.tokens[source.from]!.lower);

const verbSpeech = (sentence: SentenceReading, language: Language): SpeechReading[] => {
  const found: SpeechReading[] = [];
  sentence.groups.forEach((group, index) => {
    const kind = kindOf(sentence, index, language);
    const subject = kind ? subjectOfSpeech(sentence, index, language) : null;
    if (!kind || !subject || isAddressed(sentence, group.head, subject.range, language)) return;
    const evidence = isEvidence(sentence, subject.range, group.lemma, language);
    const whole = withinQuotation(sentence, group.head, contentOf(sentence, index, subject.range));
    const content = kind === 'attitude' ? upToComma(sentence, whole) : whole;
    if (kind === 'attitude' && (evidence || !canHold(sentence, subject, language))) return;
    found.push({
      source: subject.range,
      antecedent: subject.antecedent,
      cue: { from: group.first, to: group.last + 1, lemma: group.lemma },
      content,
      group,
      kind: evidence ? 'evidence' : kind,
    });
  });
  return found;
};

/** "was first reported by the Harrow Post": the agent speaks, the subject is what is said. */
const passiveSpeech = (sentence: SentenceReading, language: Language): SpeechReading[] => {
  const { speech, grammar } = language;
  const found: SpeechReading[] = [];
  sentence.groups.forEach((group, index) => {
    const reports =
      speech.sayVerbs.has(group.lemma) ||
      speech.reportVerbs.has(group.lemma) ||
      speech.attitudeVerbs.has(group.lemma);
    if (!group.passive || !reports || !grammar.agentWords.has(sentence.tokens[group.last + 1]?.lower ?? ''))
      return;
    const source = invertedSource(sentence, group.last + 2, language);
    const subject = subjectOfSpeech(sentence, index, language);
    if (!source || !subject || subject.range.from >= group.first) return;
    found.push({
      source,
      antecedent: null,
      cue: { from: group.first, to: group.last + 2, lemma: group.lemma },
      content: subject.range,
      group,
      kind: 'attitude',
    });
  });
  return found;
};

/** "according to the mayor", leading, trailing or inside. */
const accordingSpeech = (sentence: SentenceReading, language: Language): SpeechReading[] => {
  const { tokens } = sentence;
  const found: SpeechReading[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const first = tokens[at]!.lower;
    const phrase = language.speech.accordingTo.find(
      (words) => words[0] === first && words.every((word, offset) => tokens[at + offset]?.lower === word),
    );
    if (!phrase) continue;
    const from = at + phrase.length;
    let end = from;
    while (end < tokens.length && !/^[,;.]$/.test(tokens[end]!.text)) {
      const token = tokens[end]!;
      if (language.grammar.relatives.has(token.lower) && token.wordClass !== 'DET') break;
      if (['VERB', 'AUX'].includes(token.wordClass) && end > from) break;
      end++;
    }
    const source = trimSource(sentence, { from, to: end }, language);
    if (!source) continue;
    const leads = !hasSourceWord(tokens, { from: 0, to: at });
    const trails = !hasSourceWord(tokens, { from: end, to: tokens.length });
    const content = leads
      ? { from: Math.min(isStop(tokens[end]) ? end + 1 : end, tokens.length), to: tokens.length }
      : { from: 0, to: trails ? at : tokens.length };
    found.push({
      source,
      antecedent: null,
      cue: { from: at, to: from, lemma: phrase.join(' ') },
      content,
      group: null,
      kind: 'according',
    });
    at = end;
  }
  return found;
};

/** Everything in a sentence that tells who says or holds what, in the order of the cues. */
export function speechIn(sentence: SentenceReading, language: Language): SpeechReading[] {
  return [
    ...labelSpeech(sentence, language),
    ...accordingSpeech(sentence, language),
    ...nounSpeech(sentence, language),
    ...verbSpeech(sentence, language),
    ...passiveSpeech(sentence, language),
  ].sort((left, right) => left.cue.from - right.cue.from);
}
