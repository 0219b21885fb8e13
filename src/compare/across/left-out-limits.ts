import type { Profile } from '../align/profile';
import type { Rarity } from '../align/rarity';
import type { Unit } from '../align/unit';
import {
  highestLeftOutChance,
  type KnownHere,
  type LeftOutValues,
  leastBestScore,
  leftOutChance,
  leftOutValues,
  type Told,
} from './absence';
import { type Coverage, haveScore, highestScores, wordShare } from './coverage';
import {
  counterpartOf,
  type Disputed,
  figuresMissing,
  isPlace,
  type Lacking,
  lackingOf,
  type Missing,
  type Prospects,
  prospectsOf,
} from './missing';

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

/** The least or the most that is possible by what is known. */
interface Limits {
  here: KnownHere;
  told: Told;
  missing: Pick<Missing, 'words' | 'number' | 'time' | 'place'>;
}

const valuesOf = (sentence: Unit, { here, told, missing }: Limits): LeftOutValues =>
  leftOutValues(sentence, here, told, missing);

/** What other voices have of the sentence anywhere in their texts. */
function sharesThere(
  sentence: Unit,
  there: readonly Coverage[],
): Pick<Told, 'words' | 'secondWords' | 'names'> {
  const told = { words: 0, secondWords: 0, names: 0 };
  for (const other of there) {
    const words = other.wordShare(sentence);
    if (words > told.words) [told.words, told.secondWords] = [words, told.words];
    else if (words > told.secondWords) told.secondWords = words;
    // No share is more than the whole.
    if (told.names < 1) told.names = Math.max(told.names, other.nameShare(sentence));
  }
  return told;
}

const present = (items: readonly unknown[]): number => (items.length > 0 ? 1 : 0);

/** What the words of the sentence and of its partners say, before any pair is scored: no score is above `highestScore`. */
function limitsOf(sentence: Unit, here: Coverage, lacking: Lacking, { words, highestScore }: Prospects) {
  const known = { names: here.nameShare(sentence), local: here.localShare(sentence) };
  const low: Limits = {
    here: { ...known, counterpart: 0 },
    told: { words: 0, secondWords: 0, names: 0, bestScore: 0, secondScore: 0 },
    missing: { words, number: 0, time: 0, place: 0 },
  };
  const high: Limits = {
    here: { ...known, counterpart: 1 },
    told: { words: 1, secondWords: 1, names: 1, bestScore: highestScore, secondScore: highestScore },
    missing: {
      words,
      number: present(lacking.numbers),
      time: present(lacking.times),
      place: present(lacking.names.filter(isPlace)),
    },
  };
  return { low, high };
}

interface LeftOutEvidence {
  values: LeftOutValues;
  missing: Missing;
}

/**
 * All that the question takes, or null when the chance is less than `least` or no other voice has a partner of the
 * sentence. What costs little is asked first, and each time whether the rest can still lift the chance so far: the
 * words, then figures, then the counterpart, and how well others tell the sentence last.
 */
export function leftOutEvidence(question: LeftOutQuestion, least = 0): LeftOutEvidence | null {
  const { sentence, subject, here, there, rarity, disputed } = question;
  const lacking = lackingOf(here.weighed(sentence), subject, rarity, here.there, disputed.get(sentence));
  const prospects = prospectsOf(sentence, lacking, there);
  if (!prospects.hasPartner) return null;
  const { low, high } = limitsOf(sentence, here, lacking, prospects);
  const isPossible = (): boolean =>
    highestLeftOutChance(valuesOf(sentence, low), valuesOf(sentence, high)) >= least;
  if (!isPossible()) return null;
  const shares = sharesThere(sentence, there);
  Object.assign(low.told, shares);
  Object.assign(high.told, shares);
  if (!isPossible()) return null;
  const figures = figuresMissing(sentence, lacking, there, disputed);
  Object.assign(low.missing, figures);
  Object.assign(high.missing, figures);
  if (!isPossible()) return null;
  const { counterpart, scored } = counterpartOf(sentence, lacking, there);
  const known = counterpart ? wordShare(counterpart, here.there) : 0;
  low.here.counterpart = known;
  high.here.counterpart = known;
  if (!isPossible()) return null;
  const leastBest = leastBestScore(valuesOf(sentence, low), valuesOf(sentence, high), least);
  if (leastBest > 0 && !haveScore(sentence, there, leastBest)) return null;
  const [bestScore, secondScore] = highestScores(sentence, there);
  const values = leftOutValues(sentence, low.here, { ...shares, bestScore, secondScore }, low.missing);
  return { values, missing: { ...low.missing, scored, counterpart } };
}

const isDisputed = ({ sentence, disputed }: LeftOutQuestion, { counterpart }: Missing): boolean =>
  disputed.has(sentence) || (counterpart !== null && disputed.has(counterpart.unit));

/** Rare words of the undisputed part, by weight and score, that make a fact of their own. */
const leastNews = 1;
/** Score from which a number, time or place that two sentences share is told of one thing. */
const leastRelatedNews = 0.5;

const hasOwnNews = ({ scored, number, time, place }: Missing): boolean =>
  scored >= leastNews || Math.max(number, time, place) >= leastRelatedNews;

/** The chance that the sentence is left out, or null when it is less than `least`. */
export function askLeftOut(question: LeftOutQuestion, least: number): LeftOutAnswer | null {
  const evidence = leftOutEvidence(question, least);
  if (!evidence) return null;
  const { missing, values } = evidence;
  const chance = leftOutChance(values);
  if (chance < least || (isDisputed(question, missing) && !hasOwnNews(missing))) return null;
  return { chance, missing };
}
