import type { LeftOut } from '../../model/comparison';
import type { Rarity } from '../align/rarity';
import type { Unit } from '../align/unit';
import { leftOutChance, leftOutValues } from './absence';
import { Coverage, highestScores } from './coverage';
import { evidenceOfSentence, type VoiceProfile } from './evidence';
import { mayBeLeftOut } from './left-out-limits';
import { lackingOf, type Missing, missingFrom } from './missing';

const leastChance = 0.55;
const leastVoices = 2;
const leastRoots = 3;

/** A sentence of another voice that states something the article read lacks. */
interface Candidate {
  voice: VoiceProfile;
  sentence: Unit;
  chance: number;
  missing: Missing;
}

function candidatesOf(
  subject: VoiceProfile,
  voice: VoiceProfile,
  others: readonly VoiceProfile[],
  rarity: Rarity,
): Candidate[] {
  const here = new Coverage(voice.profile, subject.profile, rarity);
  const there = others.map((other) => new Coverage(voice.profile, other.profile, rarity));
  return voice.profile.sentences.flatMap((sentence) => {
    if (sentence.part === 'headline' || sentence.roots.length < leastRoots) return [];
    const lacking = lackingOf(sentence, subject.profile, rarity);
    if (!mayBeLeftOut({ sentence, voice: voice.profile, lacking, here, there }, leastChance)) return [];
    const missing = missingFrom(sentence, lacking, there);
    if (!missing.counterpart) return [];
    const scores = highestScores(sentence, there);
    const covered = there.map((each, at) => ({
      score: scores[at] ?? 0,
      typed: each.typedOf(sentence),
      ...each.sharesOf(sentence),
    }));
    const values = leftOutValues(sentence, voice.profile, here.whole(sentence), covered, missing);
    const chance = leftOutChance(values);
    return chance >= leastChance ? [{ voice, sentence, chance, missing }] : [];
  });
}

/** A group of sentences that tell one fact, one a voice. */
function groupCandidates(
  candidates: readonly Candidate[],
  voiceOf: (unit: Unit) => VoiceProfile | undefined,
) {
  const groups: Map<VoiceProfile, Unit>[] = [];
  const groupOf = new Map<Unit, Map<VoiceProfile, Unit>>();
  for (const { voice, sentence, missing } of [...candidates].sort((x, y) => y.chance - x.chance)) {
    const { counterpart } = missing;
    const other = counterpart && voiceOf(counterpart);
    if (!counterpart || !other) continue;
    const group = groupOf.get(sentence) ?? groupOf.get(counterpart) ?? new Map<VoiceProfile, Unit>();
    if (group.size === 0) groups.push(group);
    for (const [teller, unit] of [
      [voice, sentence],
      [other, counterpart],
    ] as const) {
      if (groupOf.has(unit) || group.has(teller)) continue;
      group.set(teller, unit);
      groupOf.set(unit, group);
    }
  }
  return groups.filter((group) => group.size >= leastVoices);
}

/**
 * Facts at least two other voices state and the article read does not. `voices` in order of time and without texts
 * that look cut: what a cut text does not have means nothing.
 */
export function leftOut(subject: VoiceProfile, voices: readonly VoiceProfile[], rarity: Rarity): LeftOut[] {
  if (voices.length < leastVoices) return [];
  const owners = new Map<Unit, VoiceProfile>();
  for (const voice of voices) for (const sentence of voice.profile.sentences) owners.set(sentence, voice);
  const candidates = voices.flatMap((voice) =>
    candidatesOf(
      subject,
      voice,
      voices.filter((other) => other !== voice),
      rarity,
    ),
  );
  const { id } = subject.profile.article;
  return groupCandidates(candidates, (unit) => owners.get(unit)).map((group) => {
    const tellers = voices.filter((voice) => group.has(voice));
    const evidence = tellers.flatMap((voice) => {
      const unit = group.get(voice);
      return unit ? [evidenceOfSentence(voice, unit)] : [];
    });
    const first = evidence[0]?.quote;
    return { id: `out-${id}-${first?.article ?? ''}-${first?.start ?? 0}`, evidence };
  });
}
