import type { Language } from '../languages/language';
import type { SentenceReading, SpeechReading } from './reading';
import type { TokenRange } from './speech-subjects';

const longestLabel = 6;

const reading = (source: TokenRange, mark: number, content: TokenRange): SpeechReading => ({
  source,
  antecedent: null,
  cue: { from: mark, to: mark + 1, lemma: ':' },
  content,
  group: null,
  kind: 'label',
});

/**
 * Speakers set off by a mark instead of a verb: "DELL: We will rebuild.", the headline "Mayor: bridge is safe",
 * and a name after a dash that follows a quotation.
 */
export function labelSpeech(sentence: SentenceReading, language: Language): SpeechReading[] {
  const { tokens, part } = sentence;
  const first = tokens[0]?.text === '"' ? 1 : 0;
  const colon = tokens.findIndex((token, at) => at <= first + longestLabel && token.text === ':');
  if (colon > first && colon + 2 < tokens.length) {
    const label = tokens.slice(first, colon);
    const nominal = label.every((token) => ['NOUN', 'PROPN', 'ADJ', 'DET', 'ADP'].includes(token.wordClass));
    const shouted = label.every((token) => /^[\p{Lu}.]+$/u.test(token.text) && /\p{L}{2}/u.test(token.text));
    const headline = part === 'headline' || sentence.capitalised;
    const { speech } = language;
    const head = label.at(-1)!;
    // "Poll: turnout to fall", "Police: two held": a word that can be a source.
    const source = [speech.evidence, speech.officialSources, speech.mediaSources, speech.unnamedSources].some(
      (words) => words.has(head.lower),
    );
    if (shouted || (nominal && (headline || source)))
      return [reading({ from: first, to: colon }, colon, { from: colon + 1, to: tokens.length })];
  }
  const last = part === 'headline' ? tokens.findLastIndex((token) => /^[:–—-]$/.test(token.text)) : -1;
  const tail = tokens.slice(last + 1);
  const trailing =
    last > 3 &&
    tail.length > 0 &&
    tail.length <= 4 &&
    tail.every((token) => ['NOUN', 'PROPN', 'ADJ'].includes(token.wordClass));
  // "Five hurt in quake: media"; a hyphen needs a blank on both sides.
  const parted = tokens[last]?.text === ':' || (tokens[last - 1]?.end ?? 0) < (tokens[last]?.start ?? 0);
  if (part === 'headline' && trailing && parted)
    return [reading({ from: last + 1, to: tokens.length }, last, { from: 0, to: last })];
  const dash = tokens.findLastIndex((token) => /^(?:[—–―]|-{1,2})$/.test(token.text));
  const after = dash >= 0 ? tokens.slice(dash + 1).filter((token) => token.text !== '.') : [];
  const isName = after.length > 0 && after.length <= 4 && after.every((token) => /^\p{Lu}/u.test(token.text));
  const quotedBefore =
    tokens[dash - 1]?.text === '"' || sentence.quoted.slice(0, dash).filter(Boolean).length > dash * 0.6;
  // The name may stand alone after the quotation's last sentence: its content is found there.
  if (dash === 0 && isName) return [reading({ from: 1, to: 1 + after.length }, 0, { from: 0, to: 1 })];
  if (!isName || !quotedBefore || dash <= 3) return [];
  return [reading({ from: dash + 1, to: dash + 1 + after.length }, dash, { from: 0, to: dash })];
}
