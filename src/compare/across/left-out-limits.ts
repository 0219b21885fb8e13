import type { Profile } from '../align/profile';
import type { Rarity } from '../align/rarity';
import type { Unit } from '../align/unit';
import {
  highestLeftOutChance,
  type KnownHere,
  leftOutChance,
  leftOutValues,
  mostMissingWords,
  type Told,
} from './absence';
import { type Coverage, highestScores, wordShare } from './coverage';
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
  told: Told;
  missing: Omit<Missing, 'counterpart'>;
}

const nothing: Told = { words: 0, secondWords: 0, names: 0, bestScore: 0, secondScore: 0 };
const everything: Told = { words: 1, secondWords: 1, names: 1, bestScore: 1, secondScore: 1 };
const nothingMissing = { words: 0, scored: 0, number: 0, time: 0 };

/** What a pair of the sentence with any other voice can share that the subject lacks, at most. */
function mostMissing(lacking: Lacking, there: readonly Coverage[]): Limits['missing'] {
  let words = 0;
  for (const other of there) {
    words = Math.max(words, other.weightThere(lacking.roots));
    if (words >= mostMissingWords) break;
  }
  const present = (items: readonly unknown[]): number => (items.length > 0 ? 1 : 0);
  return { words, scored: words, number: present(lacking.numbers), time: present(lacking.times) };
}

function reaches(sentence: Unit, low: Limits, high: Limits, least: number): boolean {
  const lowest = leftOutValues(sentence, low.here, low.told, low.missing);
  const highest = leftOutValues(sentence, high.here, high.told, high.missing);
  return highestLeftOutChance(lowest, highest) >= least;
}

type ToldShares = Pick<Told, 'words' | 'secondWords' | 'names'>;

/** What other voices have of the sentence anywhere in their texts. */
function sharesThere(sentence: Unit, there: readonly Coverage[]): ToldShares {
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

function lackingIn({ sentence, subject, here, rarity, disputed }: LeftOutQuestion): Lacking {
  return lackingOf(here.weighed(sentence), subject, rarity, here.there, disputed.get(sentence));
}

/** All that the question takes, whatever the chance may be. Null without a counterpart in a third voice. */
export const leftOutEvidence = (question: LeftOutQuestion) =>
  evidenceFrom(question, lackingIn(question), sharesThere(question.sentence, question.there));

function evidenceFrom(question: LeftOutQuestion, lacking: Lacking, shares: ToldShares) {
  const { sentence, here, there, disputed } = question;
  const missing = missingFrom(sentence, lacking, there, disputed);
  if (!missing.counterpart) return null;
  const known = {
    names: here.nameShare(sentence),
    local: here.localShare(sentence),
    counterpart: wordShare(missing.counterpart, here.there),
  };
  const [bestScore, secondScore] = highestScores(sentence, there);
  return {
    missing,
    values: leftOutValues(sentence, known, { ...shares, bestScore, secondScore }, missing),
  };
}

const isDisputed = ({ sentence, disputed }: LeftOutQuestion, { counterpart }: Missing): boolean =>
  disputed.has(sentence) || (counterpart !== null && disputed.has(counterpart.unit));

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
  const { sentence, here, there } = question;
  const lacking = lackingIn(question);
  const known = { names: here.nameShare(sentence), local: 0, counterpart: 0 };
  const low: Limits = { here: known, told: nothing, missing: nothingMissing };
  const high: Limits = {
    here: { ...known, local: 1, counterpart: 1 },
    told: everything,
    missing: mostMissing(lacking, there),
  };
  if (!reaches(sentence, low, high, least)) return null;
  low.here.local = here.localShare(sentence);
  high.here.local = low.here.local;
  const shares = sharesThere(sentence, there);
  low.told = { ...shares, bestScore: 0, secondScore: 0 };
  high.told = { ...shares, bestScore: 1, secondScore: 1 };
  if (!reaches(sentence, low, high, least)) return null;
  const evidence = evidenceFrom(question, lacking, shares);
  if (!evidence) return null;
  const chance = leftOutChance(evidence.values);
  if (chance < least) return null;
  const { missing } = evidence;
  return isDisputed(question, missing) && !hasOwnNews(missing) ? null : { chance, missing };
}
