import type { OnlyHere } from '../../model/comparison';
import { onlyHereChance, onlyHereValues } from './absence';
import type { Coverage } from './coverage';
import { evidenceOfSentence, type VoiceProfile } from './evidence';

/** Below this a sentence may have a counterpart; the middle ground shows nothing. */
const leastChance = 0.55;
/** "He agreed." and picture credits state nothing worth a row. */
const leastRoots = 3;

/**
 * Sentences of the article that no other voice has. `coverage` is that by each other voice.
 * Headlines are left out: each outlet words its own.
 */
export function onlyHere(subject: VoiceProfile, coverage: readonly Coverage[]): OnlyHere[] {
  if (coverage.length === 0) return [];
  return subject.profile.sentences.flatMap((sentence) => {
    if (sentence.part === 'headline' || sentence.roots.length < leastRoots) return [];
    const covered = coverage.map((voice) => voice.whole(sentence));
    const values = onlyHereValues(sentence, subject.profile, covered);
    if (onlyHereChance(values) < leastChance) return [];
    const { id } = subject.profile.article;
    return [{ id: `only-${id}-${sentence.start}`, evidence: evidenceOfSentence(subject, sentence) }];
  });
}
