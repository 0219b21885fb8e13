import type { Article, ArticlePart, Span } from '../../model/article';
import { languageOf } from '../languages';
import type { Language } from '../languages/language';
import { attributionsOf, type ReadAttribution } from './attributions';
import type { SentenceReading } from './reading';
import { readSentences } from './sentence-readings';
import { invertedSource, subjectOfSpeech } from './speech-subjects';

/** Who stands behind some words and the word that says so. */
export interface Saying {
  source: Span;
  cue: Span;
}

interface Asked extends Span {
  part: ArticlePart;
}

/** Share of the words asked about and of what an attribution covers that both have in common. */
const agreement = (asked: Span, content: Span): number => {
  const common = Math.min(asked.end, content.end) - Math.max(asked.start, content.start);
  const all = Math.max(asked.end, content.end) - Math.min(asked.start, content.start);
  return common <= 0 ? 0 : common / all;
};

/** Below this the words are rather governed by another verb of their sentence. */
const fairAgreement = 0.25;

const isInside = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;

const statedBy = (
  asked: Asked,
  attributions: readonly ReadAttribution[],
): { attribution: ReadAttribution; score: number } | null => {
  let best: { attribution: ReadAttribution; score: number } | null = null;
  for (const attribution of attributions) {
    if (attribution.part !== asked.part || isInside(attribution.cue, asked)) continue;
    const score = agreement(asked, attribution.content);
    if (score > (best?.score ?? 0)) best = { attribution, score };
  }
  return best;
};

/** The verb the words depend on: the last before them, or after them when they open the sentence. */
const governedBy = (asked: Asked, sentence: SentenceReading, language: Language): Saying | null => {
  const { tokens, groups } = sentence;
  const words = tokens.filter((token) => token.start >= asked.start && token.end <= asked.end);
  // "what the mayor said", "the leader that they admire": a question word depends on the verb after it.
  const asks =
    words.length === 1 &&
    (language.grammar.relatives.has(words[0]!.lower) || language.speech.contentWords.has(words[0]!.lower));
  const after = groups.findIndex((group) => tokens[group.first]!.start >= asked.end);
  // "While the clerk objected, his decision was upheld by the court": the subject of a passive, wherever it stands.
  const isSubject =
    after >= 0 && groups[after]!.passive && tokens[groups[after]!.first - 1]!.end === asked.end;
  const before =
    asks || isSubject ? -1 : groups.findLastIndex((group) => tokens[group.first]!.start < asked.start);
  const index = before >= 0 ? before : after;
  const group = groups[index];
  // "The decision was overturned by the court": asked about the decision, the agent is behind it.
  const byAgent =
    before < 0 && group?.passive && language.grammar.agentWords.has(tokens[group.last + 1]?.lower ?? '');
  const agent = byAgent ? invertedSource(sentence, group.last + 2, language) : null;
  const subject = agent ? { range: agent } : group ? subjectOfSpeech(sentence, index, language) : null;
  if (!group || !subject) return null;
  // "wants to triple the budget": asked about from "to" on, the group ends where the words begin.
  const end = tokens[group.last]!.end;
  const cueEnd = tokens[group.first]!.start < asked.start ? Math.min(end, asked.start) : end;
  return {
    source: { start: tokens[subject.range.from]!.start, end: tokens[subject.range.to - 1]!.end },
    cue: { start: tokens[group.first]!.start, end: cueEnd },
  };
};

/**
 * Whose words a range of an article is, in the article's own words: the attribution whose content agrees
 * best with it, otherwise the verb it depends on with its subject. Null when the range has neither.
 */
export function whoSays(article: Article, asked: Asked): Saying | null {
  const language = languageOf(article.language.value);
  const reading = readSentences(article, language, article.text.length);
  const stated = statedBy(asked, attributionsOf(reading, language));
  if (stated && stated.score >= fairAgreement) return stated.attribution;
  const sentence = reading.sentences.find(
    ({ part, start, end }) => part === asked.part && start <= asked.start && end > asked.start,
  );
  const governed = sentence ? governedBy(asked, sentence, language) : null;
  return governed ?? stated?.attribution ?? null;
}
