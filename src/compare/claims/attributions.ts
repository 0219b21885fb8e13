import type { Span } from '../../model/article';
import type { AttributionMention } from '../../model/claim';
import type { QuotedRange } from '../../text/quotation-marks';
import type { Language } from '../languages/language';
import { type Discourse, newDiscourse, remember, rememberSentence } from './discourse';
import type { SentenceReading, SpeechReading } from './reading';
import type { ArticleReading } from './sentence-readings';
import { resolveSource } from './sources';
import { speechIn } from './speech';

/** An attribution with the tokens it was read from. */
export interface ReadAttribution extends AttributionMention {
  speech: SpeechReading;
}

const isPronoun = (sentence: SentenceReading, speech: SpeechReading, language: Language): boolean => {
  const first = sentence.tokens[speech.source.from]!;
  return (
    speech.source.to - speech.source.from <= 3 &&
    (language.grammar.pronouns[first.lower] !== undefined || /^(?:his|her|its|their)$/.test(first.lower))
  );
};

const overlaps = (left: { from: number; to: number }, right: { from: number; to: number }): boolean =>
  left.from < right.to && right.from < left.to;

/**
 * What is attributed, over the whole of a quotation that began in an earlier sentence: "We waited. Nobody
 * came," she said.
 */
const overQuotation = (
  content: Span,
  ranges: readonly QuotedRange[],
  sentence: SentenceReading,
  speech: SpeechReading,
): Span => {
  if (speech.kind !== 'said' && speech.kind !== 'label') return content;
  const alone = speech.kind === 'label' && speech.cue.from === 0;
  if (alone) {
    // A name after a dash, as a sentence of its own: what was quoted right before it.
    const last = ranges.findLast((range) => range.end <= sentence.start + 1);
    return last ? { start: last.start, end: last.end } : content;
  }
  const range = ranges.find(
    ({ inner, start, end }) =>
      start < sentence.start &&
      inner.end > sentence.start - 2 &&
      end <= Math.max(content.end + 2, sentence.end),
  );
  const startsInside =
    range !== undefined && content.start <= range.end && content.start - sentence.start < 3;
  return startsInside ? { start: range.start, end: Math.max(content.end, range.end) } : content;
};

/** Attributions that state something; attitudes and what merely shows something neither nest nor carry claims. */
const states = ({ speech }: ReadAttribution): boolean =>
  speech.kind !== 'attitude' && speech.kind !== 'evidence';

const mention = (
  sentence: SentenceReading,
  speech: SpeechReading,
  discourse: Discourse,
  reading: ArticleReading,
  language: Language,
): ReadAttribution => {
  const { tokens } = sentence;
  const span = (range: { from: number; to: number }): { start: number; end: number } => {
    const last = Math.max(range.from, Math.min(range.to, tokens.length) - 1);
    const first = Math.min(range.from, tokens.length - 1);
    return {
      start: tokens[first]!.start,
      end: Math.max(tokens[first]!.end, tokens[Math.min(last, tokens.length - 1)]!.end),
    };
  };
  const quoted = sentence.quoted.slice(speech.content.from, speech.content.to);
  const direct = quoted.length > 0 && quoted.filter(Boolean).length > quoted.length * 0.6;
  return {
    source: resolveSource(sentence, speech, discourse, reading.names, language),
    cue: { ...span(speech.cue), lemma: speech.cue.lemma },
    manner: direct ? 'direct' : 'indirect',
    via: null,
    part: sentence.part,
    sentence: sentence.index,
    content: overQuotation(span(speech.content), reading.quoted[sentence.part], sentence, speech),
    speech,
  };
};

/** "The Post reported that officials said": the inner source speaks, the outer one passes it on. */
const nest = (attributions: ReadAttribution[], sentence: SentenceReading, language: Language): void => {
  const stating = attributions.filter(states);
  for (const inner of stating) {
    const outer = stating
      .filter(
        (other) =>
          other !== inner &&
          other.speech.content.from <= inner.speech.cue.from &&
          other.speech.content.to >= inner.speech.cue.to &&
          other.source.key !== inner.source.key,
      )
      .at(-1);
    if (!outer) continue;
    // "Dell said his office had found": the office speaks through Dell, who stands for it.
    if (isPronoun(sentence, inner.speech, language)) {
      inner.via = inner.source.name === '' ? null : { name: inner.source.name, key: inner.source.key };
      inner.source = {
        ...inner.source,
        name: outer.source.name,
        key: outer.source.key,
        role: outer.source.role,
        named: outer.source.named,
      };
    } else if (outer.source.name !== '') inner.via = { name: outer.source.name, key: outer.source.key };
  }
};

/** Attributions of the whole article, in order, with pronouns and short names resolved. */
export function attributionsOf(reading: ArticleReading, language: Language): ReadAttribution[] {
  const discourse = newDiscourse();
  const all: ReadAttribution[] = [];
  for (const sentence of reading.sentences) {
    if (sentence.tokens.length < 3) continue;
    const speeches = speechIn(sentence, language);
    const own = speeches.map((speech) => {
      // "Mara Dell spoke in Harrow, she said later": a person named earlier in the sentence comes first.
      if (isPronoun(sentence, speech, language)) {
        remember(discourse, sentence, language, speech.source.from);
      }
      return mention(sentence, speech, discourse, reading, language);
    });
    nest(own, sentence, language);
    all.push(...own);
    const speaker = own.findLast(({ speech }) => !overlaps(speech.source, speech.content));
    rememberSentence(discourse, sentence, speaker?.source.key ?? null, reading.names.genderOf, language);
  }
  return all;
}
