import type { OnlyHere } from '../../model/comparison';
import type { Profile } from '../align/profile';
import type { Unit } from '../align/unit';
import { onlyHereChance, onlyHereValues, type Surroundings } from './absence';
import { type Coverage, highestScores } from './coverage';
import { evidenceOfSentence, type VoiceProfile } from './evidence';

/** Below this a sentence may have a counterpart; the middle ground shows nothing. Chosen on events held out. */
const leastChance = 0.7;
/** "He agreed." and picture credits state nothing worth a row. */
const leastRoots = 3;

/** What is known of the sentence beside its own coverage; `coverage` is that by each other voice. */
export function surroundingsOf(
  sentence: Unit,
  { sentences }: Profile,
  coverage: readonly Coverage[],
): Surroundings {
  const after = sentences[sentences.indexOf(sentence) + 1];
  const unknown = coverage.map((voice) => new Set(voice.newNames(sentence)));
  return {
    next: after ? highestScores(after, coverage)[0] : null,
    newNames: sentence.entities.filter((name) => unknown.every((names) => names.has(name))).length,
  };
}

/** A question states nothing, and a headline told again in the text is a headline still. */
function statesSomething({ part, roots, text }: Unit, headline: ReadonlySet<string>): boolean {
  if (part === 'headline' || roots.length < leastRoots || /\?["'”’]*$/.test(text)) return false;
  return headline.size === 0 || !roots.every((root) => headline.has(root));
}

/**
 * Sentences of the article that no other voice has. `coverage` is that by each other voice.
 * Headlines are left out: each outlet words its own.
 */
export function onlyHere(subject: VoiceProfile, coverage: readonly Coverage[]): OnlyHere[] {
  if (coverage.length === 0) return [];
  const { sentences } = subject.profile;
  const headline = new Set(sentences.flatMap(({ part, roots }) => (part === 'headline' ? roots : [])));
  return sentences.flatMap((sentence) => {
    if (!statesSomething(sentence, headline)) return [];
    const covered = coverage.map((voice) => voice.whole(sentence));
    const values = onlyHereValues(sentence, covered, surroundingsOf(sentence, subject.profile, coverage));
    if (onlyHereChance(values) < leastChance) return [];
    const { id } = subject.profile.article;
    return [{ id: `only-${id}-${sentence.start}`, evidence: evidenceOfSentence(subject, sentence) }];
  });
}
