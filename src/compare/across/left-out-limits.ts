import type { Profile } from '../align/profile';
import type { Unit } from '../align/unit';
import { highestLeftOutChance, leftOutValues } from './absence';
import { type Coverage, highestScores, type SentenceCoverage } from './coverage';
import { type Lacking, type Missing, missingFrom } from './missing';

/** A sentence of a voice that may tell what the subject lacks, and its coverage by the subject and the others. */
export interface LeftOutQuestion {
  sentence: Unit;
  voice: Profile;
  lacking: Lacking;
  here: Coverage;
  there: readonly Coverage[];
}

interface Limits {
  here: SentenceCoverage;
  others: readonly SentenceCoverage[];
  missing: Missing;
}

const nothing: SentenceCoverage = { score: 0, typed: 0, words: 0, names: 0, numbers: 0 };
const everything: SentenceCoverage = { score: 1, typed: 1, words: 1, names: 1, numbers: 1 };
const nothingMissing: Missing = { words: 0, scored: 0, name: 0, number: 0, counterpart: null };

/** What a pair of the sentence with any other voice can share that the subject lacks, at most. */
function mostMissing({ lacking, there }: LeftOutQuestion): Missing {
  let words = 0;
  for (const other of there) {
    let sum = 0;
    for (const { root, weight } of lacking.roots) if (other.hasRoot(root)) sum += weight;
    words = Math.max(words, sum);
  }
  const name = lacking.names.length > 0 ? 1 : 0;
  const number = lacking.numbers.length > 0 ? 1 : 0;
  return { words, scored: words, name, number, counterpart: null };
}

function reaches({ sentence, voice }: LeftOutQuestion, low: Limits, high: Limits, least: number): boolean {
  const [lowest, highest] = [low, high].map(({ here, others, missing }) =>
    leftOutValues(sentence, voice, here, others, missing),
  );
  return !lowest || !highest || highestLeftOutChance(lowest, highest) >= least;
}

/**
 * Whether the chance that the sentence is left out can reach `least`, asked four times, each time knowing more: from
 * the words alone, with the alignment to the article read, with the words of the other voices, with the alignments
 * to them. Only rows are still open then.
 */
export function mayBeLeftOut(question: LeftOutQuestion, least: number): boolean {
  const { sentence, lacking, here, there } = question;
  const words = here.sharesOf(sentence);
  const low: Limits = {
    here: { ...words, score: 0, typed: 0 },
    others: [nothing, nothing],
    missing: nothingMissing,
  };
  const high: Limits = {
    here: { ...words, score: 1, typed: 1 },
    others: [everything, everything],
    missing: mostMissing(question),
  };
  if (!reaches(question, low, high, least)) return false;
  low.here.score = here.scoreOf(sentence);
  high.here.score = low.here.score;
  if (!reaches(question, low, high, least)) return false;
  const shares = there.map((other) => other.sharesOf(sentence));
  low.others = shares.map((share) => ({ ...share, score: 0, typed: 0 }));
  high.others = shares.map((share) => ({ ...share, score: 1, typed: 1 }));
  if (!reaches(question, low, high, least)) return false;
  low.missing = missingFrom(sentence, lacking, there);
  high.missing = low.missing;
  const scores = highestScores(sentence, there);
  low.others = shares.map((share, at) => ({ ...share, score: scores[at] ?? 0, typed: 0 }));
  high.others = low.others.map((each) => ({ ...each, typed: 1 }));
  return reaches(question, low, high, least);
}
