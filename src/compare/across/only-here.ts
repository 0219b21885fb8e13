import type { OnlyHere } from '../../model/comparison';
import { onlyHereChance, onlyHereValues } from './absence';
import type { SentenceCoverage } from './coverage';
import { evidenceOfSentence, type VoiceProfile } from './evidence';

/** Below this a sentence may have a counterpart; the middle ground shows nothing. */
const leastChance = 0.55;
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
    const covered = coverage.flatMap((voice) => voice[at] ?? []);
    const values = onlyHereValues(sentence, subject.profile, covered);
    if (onlyHereChance(values) < leastChance) return [];
    const { id } = subject.profile.article;
    return [{ id: `only-${id}-${sentence.start}`, evidence: evidenceOfSentence(subject, sentence) }];
  });
}
