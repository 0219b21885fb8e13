import type { OnlyHere } from '../../model/comparison';
import type { SentenceCoverage } from './coverage';
import { evidenceOfSentence, type VoiceProfile } from './evidence';

/** Above this a sentence has, or may have, a counterpart; the middle ground shows nothing. */
export const onlyHereBelow = 0.3;
/** A figure or day both give may be chance when the words around it share nothing. */
const onlyHereTyped = 0.75;
/** "He agreed." and picture credits state nothing worth a row. */
const leastRoots = 3;

/**
 * Sentences of the article that no other voice has. `coverage` holds one list a voice, in sentence order.
 * Headlines are left out: each outlet words its own.
 */
export function onlyHere(
  subject: VoiceProfile,
  coverage: readonly (readonly SentenceCoverage[])[],
): OnlyHere[] {
  if (coverage.length === 0) return [];
  return subject.profile.sentences.flatMap((sentence, at) => {
    if (sentence.part === 'headline' || sentence.roots.length < leastRoots) return [];
    const isShared = coverage.some((voice) => {
      const found = voice[at];
      return found !== undefined && (found.score >= onlyHereBelow || found.typed >= onlyHereTyped);
    });
    if (isShared) return [];
    const { id } = subject.profile.article;
    return [{ id: `only-${id}-${sentence.start}`, evidence: evidenceOfSentence(subject, sentence) }];
  });
}
