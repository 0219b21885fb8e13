import { alignSentences, type SentencePair } from '../align/align';
import type { Rarity } from '../align/rarity';
import type { PairRow } from '../verdict/rows';
import { pairScore } from '../verdict/statement-rows';
import type { VoiceProfile } from './evidence';

/** How well each sentence of one article is covered by one other voice. */
export interface SentenceCoverage {
  /** Best alignment score with any sentence of the voice. */
  score: number;
  /** Best confidence of a typed row (figure, time, quotation) on this sentence. */
  typed: number;
}

export function coverageBySentence(
  count: number,
  pairs: readonly SentencePair[],
  rows: readonly PairRow[],
): SentenceCoverage[] {
  const coverage = Array.from({ length: count }, () => ({ score: 0, typed: 0 }));
  for (const pair of pairs) {
    const at = coverage[pair.a.sentence];
    if (at) at.score = Math.max(at.score, pairScore(pair));
  }
  for (const row of rows) {
    const at = coverage[row.a.sentence];
    if (at && row.kind !== 'statement') at.typed = Math.max(at.typed, row.confidence);
  }
  return coverage;
}

export const alignVoices = (a: VoiceProfile, b: VoiceProfile, rarity: Rarity): SentencePair[] =>
  alignSentences(a.profile, b.profile, rarity);
