import type { Article, Span } from '../../model/article';
import type { Claim } from '../../model/claim';
import type { Evidence, VoiceId } from '../../model/comparison';
import type { Profile } from '../align/profile';
import type { Unit } from '../align/unit';
import type { PairSide } from '../verdict/rows';

/** An article with the voice it speaks for and its place in time. */
export interface VoiceProfile {
  voice: VoiceId;
  profile: Profile;
}

const sourceOf = (claim: Claim | null): Evidence['source'] =>
  claim?.attribution?.source.name
    ? { name: claim.attribution.source.name, via: claim.attribution.via?.name ?? null }
    : null;

/**
 * Evidence from one side of a pair row. Holds offsets only: the words shown are cut from the stored article, so
 * a row cannot carry a sentence that is not there.
 */
export const evidenceOf = ({ voice, profile }: VoiceProfile, side: PairSide): Evidence => ({
  quote: { article: profile.article.id, part: side.part, start: side.span.start, end: side.span.end },
  marks: side.marks,
  voice,
  stance: side.claim?.stance ?? 'stated',
  source: sourceOf(side.claim),
});

export const evidenceOfSentence = (
  { voice, profile }: VoiceProfile,
  sentence: Unit,
  marks: Span[] = [],
): Evidence => ({
  quote: {
    article: profile.article.id,
    part: sentence.part,
    start: sentence.start,
    end: sentence.end,
  },
  marks,
  voice,
  stance: sentence.claims[0]?.stance ?? 'stated',
  source: sourceOf(sentence.claims[0] ?? null),
});

/** Earliest first; undated last; the voice's name decides between equals, so that order never depends on input order. */
export function inOrderOfTime(left: VoiceProfile, right: VoiceProfile): number {
  const at = ({ published }: Article): string => published?.value.instant ?? published?.value.day ?? '9999';
  const a = at(left.profile.article);
  const b = at(right.profile.article);
  if (a !== b) return a < b ? -1 : 1;
  return left.voice < right.voice ? -1 : left.voice > right.voice ? 1 : 0;
}
