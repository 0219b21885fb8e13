import type { Profile } from '../align/profile';
import type { Rarity } from '../align/rarity';
import type { Unit } from '../align/unit';
import { highestLeftOutChance, type KnownHere, leftOutChance, leftOutValues, type Told } from './absence';
import { type Coverage, highestScores, sharesIn } from './coverage';
import { type Disputed, type Lacking, lackingOf, type Missing, missingFrom } from './missing';

/** A sentence of a voice that may tell what the article read lacks, its coverage by the article and by the others. */
export interface LeftOutQuestion {
  sentence: Unit;
  subject: Profile;
  here: Coverage;
  there: readonly Coverage[];
  rarity: Rarity;
  disputed: Disputed;
}

/** That the sentence is left out of the article read, and what both it and a third voice tell. */
export interface LeftOutAnswer {
  chance: number;
  missing: Missing;
}

interface Limits {
  here: KnownHere;
  others: readonly Told[];
  missing: Omit<Missing, 'counterpart'>;
}

const nothing: Told = { score: 0, words: 0, names: 0, numbers: 0 };
const everything: Told = { score: 1, words: 1, names: 1, numbers: 1 };
const nothingMissing = { words: 0, scored: 0, number: 0, time: 0 };

/** What a pair of the sentence with any other voice can share that the subject lacks, at most. */
function mostMissing(lacking: Lacking, there: readonly Coverage[]): Limits['missing'] {
  let words = 0;
  for (const other of there) {
    let sum = 0;
    for (const { root, weight } of lacking.roots) if (other.hasRoot(root)) sum += weight;
    words = Math.max(words, sum);
  }
  const present = (items: readonly unknown[]): number => (items.length > 0 ? 1 : 0);
  return {
    words,
    scored: words,
    number: present(lacking.numbers),
    time: present(lacking.times),
  };
}

function reaches(sentence: Unit, low: Limits, high: Limits, least: number): boolean {
  const [lowest, highest] = [low, high].map(({ here, others, missing }) =>
    leftOutValues(sentence, here, others, missing),
  );
  return !lowest || !highest || highestLeftOutChance(lowest, highest) >= least;
}

/** All that the question takes, whatever the chance may be. Null without a counterpart in a third voice. */
export function leftOutEvidence(question: LeftOutQuestion) {
  const { sentence, subject, here, there, rarity, disputed } = question;
  const lacking = lackingOf(sentence, subject, rarity, disputed.get(sentence));
  const missing = missingFrom(sentence, lacking, there, disputed);
  if (!missing.counterpart) return null;
  const counterpart = sharesIn(missing.counterpart, subject, rarity).words;
  const known = { ...here.sharesOf(sentence), local: here.localShare(sentence), counterpart };
  const scores = highestScores(sentence, there);
  const others = there.map((other, at) => ({ ...other.sharesOf(sentence), score: scores[at] ?? 0 }));
  return { missing, values: leftOutValues(sentence, known, others, missing) };
}

const isDisputed = ({ sentence, disputed }: LeftOutQuestion, { counterpart }: Missing): boolean =>
  disputed.has(sentence) || (counterpart !== null && disputed.has(counterpart));

/** Rare words of the undisputed part, by weight and score, that make a fact of their own. */
const leastNews = 1;
/** Score from which a number or time that two sentences share is told of one thing. */
const leastRelatedNews = 0.5;

const hasOwnNews = ({ scored, number, time }: Missing): boolean =>
  scored >= leastNews || Math.max(number, time) >= leastRelatedNews;

/**
 * The chance that the sentence is left out, or null when it is less than `least`. What costs little is asked first,
 * and each time whether the rest can still lift the chance so far: the words here, the words there, the alignments.
 */
export function askLeftOut(question: LeftOutQuestion, least: number): LeftOutAnswer | null {
  const { sentence, subject, here, there, rarity, disputed } = question;
  const known = { ...here.sharesOf(sentence), local: 0, counterpart: 0 };
  const low: Limits = { here: known, others: [nothing, nothing], missing: nothingMissing };
  const high: Limits = {
    here: { ...known, local: 1, counterpart: 1 },
    others: [everything, everything],
    missing: mostMissing(lackingOf(sentence, subject, rarity, disputed.get(sentence)), there),
  };
  if (!reaches(sentence, low, high, least)) return null;
  low.here.local = here.localShare(sentence);
  high.here.local = low.here.local;
  const shares = there.map((other) => other.sharesOf(sentence));
  low.others = shares.map((share) => ({ ...share, score: 0 }));
  high.others = shares.map((share) => ({ ...share, score: 1 }));
  if (!reaches(sentence, low, high, least)) return null;
  const evidence = leftOutEvidence(question);
  if (!evidence) return null;
  const chance = leftOutChance(evidence.values);
  if (chance < least) return null;
  const { missing } = evidence;
  return isDisputed(question, missing) && !hasOwnNews(missing) ? null : { chance, missing };
}
