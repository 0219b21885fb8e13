import type { Span } from '../../model/article';
import type { LeftOut } from '../../model/comparison';
import type { Rarity } from '../align/rarity';
import type { Unit } from '../align/unit';
import { type Weighed, weighedArticle } from '../align/weighed';
import { isOpening } from './absence';
import { Coverage } from './coverage';
import { evidenceOfSentence, type VoiceProfile } from './evidence';
import type { VoiceRow } from './groups';
import { askLeftOut } from './left-out-limits';
import { type Disputed, lackingOf, sharedFacts } from './missing';

/** From here on a fact is shown first, and from here on at all; chosen on events held out (docs/claims.md). */
const certainChance = 0.77;
const leastChance = 0.5;
const leastVoices = 2;
const leastRoots = 3;

/** A sentence of another voice that states something the article read lacks. */
interface Candidate {
  voice: VoiceProfile;
  sentence: Unit;
  chance: number;
  /** The sentence of a third voice that shares most of what the article read lacks. */
  counterpart: Unit;
}

/** What a text opens with is what the story is about, which the article read tells too, be it in other words. */
const isCertain = ({ chance, sentence, counterpart }: Candidate): boolean =>
  chance >= certainChance && !isOpening(sentence) && !isOpening(counterpart);

/** Sentences of other voices that stand in a row as differing from the article read, or as updating it. */
export function disputedSentences(rows: readonly VoiceRow[]): Disputed {
  const disputed = new Map<Unit, Span[]>();
  for (const { row, voice } of rows) {
    const sentence = voice.profile.sentences[row.b.sentence];
    if (!sentence || !row.certain || row.verdict === 'agree') continue;
    disputed.set(sentence, [...(disputed.get(sentence) ?? []), ...row.b.marks]);
  }
  return disputed;
}

function candidatesOf(
  subject: VoiceProfile,
  voice: VoiceProfile,
  others: readonly VoiceProfile[],
  rarity: Rarity,
  disputed: Disputed,
): Candidate[] {
  const here = new Coverage(voice.profile, subject.profile, rarity);
  const there = others.map((other) => new Coverage(voice.profile, other.profile, rarity));
  return voice.profile.sentences.flatMap((sentence) => {
    if (sentence.part === 'headline' || sentence.roots.length < leastRoots) return [];
    const question = { sentence, subject: subject.profile, here, there, rarity, disputed };
    const answer = askLeftOut(question, leastChance);
    const counterpart = answer?.missing.counterpart?.unit;
    return counterpart ? [{ voice, sentence, chance: answer.chance, counterpart }] : [];
  });
}

/** Sentences that tell one fact, with the voices that tell it. */
type Group = Map<Unit, VoiceProfile>;

/**
 * Candidates and their counterparts by fact. A voice may tell it in two sentences (the lead and the detail), and each
 * of them stands for it; a sentence is shown once.
 */
function groupCandidates(
  candidates: readonly Candidate[],
  voiceOf: (unit: Unit) => VoiceProfile | undefined,
): Group[] {
  const groups: Group[] = [];
  const groupOf = new Map<Unit, Group>();
  for (const { voice, sentence, counterpart } of [...candidates].sort((x, y) => y.chance - x.chance)) {
    const other = voiceOf(counterpart);
    if (!other) continue;
    const group = groupOf.get(sentence) ?? groupOf.get(counterpart) ?? new Map<Unit, VoiceProfile>();
    if (group.size === 0) groups.push(group);
    for (const [unit, teller] of [
      [sentence, voice],
      [counterpart, other],
    ] as const) {
      if (groupOf.has(unit)) continue;
      group.set(unit, teller);
      groupOf.set(unit, group);
    }
  }
  return groups.filter((group) => new Set(group.values()).size >= leastVoices);
}

/** Groups of the certain candidates, and of the others what is not told by a certain one. */
function groupByCertainty(
  candidates: readonly Candidate[],
  voiceOf: (unit: Unit) => VoiceProfile | undefined,
): { group: Group; certain: boolean }[] {
  const certain = groupCandidates(candidates.filter(isCertain), voiceOf);
  const told = new Set(certain.flatMap((group) => [...group.keys()]));
  const rest = candidates.filter((each) => !told.has(each.sentence) && !told.has(each.counterpart));
  return [
    ...certain.map((group) => ({ group, certain: true })),
    ...groupCandidates(rest, voiceOf).map((group) => ({ group, certain: false })),
  ];
}

/** The figures, times and names of a sentence that the article read has not and another voice of the group tells. */
function factsOf(
  sentence: Unit,
  group: Group,
  { profile }: VoiceProfile,
  rarity: Rarity,
  disputed: Disputed,
): Span[] {
  const teller = group.get(sentence);
  if (!teller) return [];
  const weighed = weighedArticle(teller.profile, rarity).sentences[sentence.sentence] as Weighed;
  const lacking = lackingOf(
    weighed,
    profile,
    rarity,
    weighedArticle(profile, rarity),
    disputed.get(sentence),
  );
  const others = [...group].flatMap(([unit, voice]) => (voice === teller ? [] : [unit]));
  return sharedFacts(lacking, others, disputed);
}

/**
 * Facts at least two other voices state and the article read does not. `voices` in order of time and without texts
 * that look cut: what a cut text does not have means nothing. Of `disputed` sentences, which the article read has
 * with another value, only what stands beside that value counts.
 */
export function leftOut(
  subject: VoiceProfile,
  voices: readonly VoiceProfile[],
  rarity: Rarity,
  disputed: Disputed,
): LeftOut[] {
  if (voices.length < leastVoices) return [];
  const owners = new Map<Unit, VoiceProfile>();
  const places = new Map<Unit, number>();
  for (const voice of voices) {
    for (const sentence of voice.profile.sentences) {
      owners.set(sentence, voice);
      places.set(sentence, places.size);
    }
  }
  const placeOf = (sentence: Unit): number => places.get(sentence) ?? 0;
  const candidates = voices.flatMap((voice) =>
    candidatesOf(
      subject,
      voice,
      voices.filter((other) => other !== voice),
      rarity,
      disputed,
    ),
  );
  const { id } = subject.profile.article;
  return groupByCertainty(candidates, (unit) => owners.get(unit)).map(({ group, certain }) => {
    const evidence = [...group]
      .sort(([one], [other]) => placeOf(one) - placeOf(other))
      .map(([sentence, voice]) =>
        evidenceOfSentence(voice, sentence, factsOf(sentence, group, subject, rarity, disputed)),
      );
    const first = evidence[0]?.quote;
    return { id: `out-${id}-${first?.article ?? ''}-${first?.start ?? 0}`, evidence, certain };
  });
}
