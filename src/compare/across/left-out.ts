import type { LeftOut } from '../../model/comparison';
import { alignSentences } from '../align/align';
import type { Rarity } from '../align/rarity';
import type { Unit } from '../align/unit';
import { pairScore } from '../verdict/statement-rows';
import { evidenceOfSentence, type VoiceProfile } from './evidence';

/** A sentence of another voice, and how well the article read covers it. */
interface Telling {
  voice: VoiceProfile;
  sentence: Unit;
}

/** Two voices state one fact only when their sentences align firmly. */
const statedFrom = 0.7;
/** The article has the fact, or may have it. */
const absentBelow = 0.3;
const leastVoices = 2;
const leastRoots = 3;

const keyOf = ({ voice, sentence }: Telling): string => `${voice.voice}:${sentence.sentence}`;

/** Sentences of a voice that the article read does not have. */
function absentSentences(subject: VoiceProfile, voice: VoiceProfile, rarity: Rarity): Unit[] {
  const best = new Float64Array(voice.profile.sentences.length);
  for (const pair of alignSentences(subject.profile, voice.profile, rarity)) {
    best[pair.b.sentence] = Math.max(best[pair.b.sentence] ?? 0, pairScore(pair));
  }
  return voice.profile.sentences.filter(
    (sentence, at) =>
      sentence.part === 'text' && sentence.roots.length >= leastRoots && (best[at] ?? 0) < absentBelow,
  );
}

/** Links between sentences of different voices that state one fact. */
function sameTellings(
  voices: readonly VoiceProfile[],
  absent: readonly Unit[][],
  rarity: Rarity,
): [Telling, Telling, number][] {
  const links: [Telling, Telling, number][] = [];
  for (const [left, voice] of voices.entries()) {
    for (const [right, other] of voices.entries()) {
      if (right <= left) continue;
      const here = new Set(absent[left]);
      const there = new Set(absent[right]);
      for (const pair of alignSentences(voice.profile, other.profile, rarity)) {
        if (!here.has(pair.a) || !there.has(pair.b) || pairScore(pair) < statedFrom) continue;
        links.push([{ voice, sentence: pair.a }, { voice: other, sentence: pair.b }, pairScore(pair)]);
      }
    }
  }
  return links;
}

/** Puts linked sentences together, strongest links first, one sentence a voice. */
function groupTellings(links: readonly [Telling, Telling, number][]): Telling[][] {
  const groupOf = new Map<string, Telling[]>();
  const groups: Telling[][] = [];
  for (const [a, b] of [...links].sort((x, y) => y[2] - x[2])) {
    const group = groupOf.get(keyOf(a)) ?? groupOf.get(keyOf(b)) ?? [];
    if (group.length === 0) groups.push(group);
    for (const telling of [a, b]) {
      if (groupOf.has(keyOf(telling)) || group.some((each) => each.voice === telling.voice)) continue;
      group.push(telling);
      groupOf.set(keyOf(telling), group);
    }
  }
  return groups.filter((group) => group.length >= leastVoices);
}

/**
 * Facts at least two other voices state and the article read does not. `voices` in order of time, without texts
 * that look cut is the caller's choice: a cut text can state a fact but its silence means nothing.
 */
export function leftOut(subject: VoiceProfile, voices: readonly VoiceProfile[], rarity: Rarity): LeftOut[] {
  if (voices.length < leastVoices) return [];
  const absent = voices.map((voice) => absentSentences(subject, voice, rarity));
  return groupTellings(sameTellings(voices, absent, rarity)).map((group) => {
    const ordered = [...group].sort((x, y) => voices.indexOf(x.voice) - voices.indexOf(y.voice));
    const first = ordered[0];
    return {
      id: `out-${subject.profile.article.id}-${first ? `${first.voice.profile.article.id}-${first.sentence.start}` : ''}`,
      evidence: ordered.map(({ voice, sentence }) => evidenceOfSentence(voice, sentence)),
    };
  });
}
