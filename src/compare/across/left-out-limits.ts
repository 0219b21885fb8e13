import type { Profile } from '../align/profile';
import type { Rarity } from '../align/rarity';
import type { Unit } from '../align/unit';
import { highestLeftOutChance, leftOutValues, type Missing, missingFrom } from './absence';
import { contentsOf } from './contents';
import type { SentenceCoverage } from './coverage';
import type { LazyCoverage } from './lazy-coverage';

/** A sentence of a voice that may tell what the subject lacks, and its coverage by the subject and the others. */
export interface LeftOutQuestion {
  sentence: Unit;
  voice: Profile;
  subject: Profile;
  here: LazyCoverage;
  there: readonly LazyCoverage[];
  rarity: Rarity;
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
function mostMissing({ sentence, subject, there, rarity }: LeftOutQuestion): Missing {
  const lacking = sentence.roots.filter((root) => !subject.frequency.has(root));
  const contents = contentsOf(subject);
  let words = 0;
  for (const other of there) {
    let sum = 0;
    for (const root of lacking) if (other.hasRoot(root)) sum += rarity.weight(root);
    words = Math.max(words, sum);
  }
  const lacksName = sentence.entities.some((name) => name.kind !== 'nationality' && !contents.hasName(name));
  const lacksNumber = sentence.quantities.some(
    (quantity) => quantity.kind !== 'ordinal' && !contents.hasNumber(quantity),
  );
  return { words, scored: words, name: lacksName ? 1 : 0, number: lacksNumber ? 1 : 0, counterpart: null };
}

function reaches({ sentence, voice }: LeftOutQuestion, low: Limits, high: Limits, least: number): boolean {
  const [lowest, highest] = [low, high].map(({ here, others, missing }) =>
    leftOutValues(sentence, voice, here, others, missing),
  );
  return !lowest || !highest || highestLeftOutChance(lowest, highest) >= least;
}

/**
 * Whether the chance that the sentence is left out can reach `least`, asked three times, each time knowing more:
 * from the words alone, with the words of the other voices, with their alignments. Only rows are still open then.
 */
export function mayBeLeftOut(question: LeftOutQuestion, least: number): boolean {
  const { sentence, subject, here, there, rarity } = question;
  const own = { score: here.scoreOf(sentence), typed: 0, ...here.sharesOf(sentence) };
  const low: Limits = { here: own, others: [nothing, nothing], missing: nothingMissing };
  const missing = mostMissing(question);
  const high: Limits = { here: { ...own, typed: 1 }, others: [everything, everything], missing };
  if (!reaches(question, low, high, least)) return false;
  const shares = there.map((other) => other.sharesOf(sentence));
  low.others = shares.map((share) => ({ ...share, score: 0, typed: 0 }));
  high.others = shares.map((share) => ({ ...share, score: 1, typed: 1 }));
  if (!reaches(question, low, high, least)) return false;
  const pairs = there.flatMap((other) => other.pairsOf(sentence));
  low.missing = missingFrom(subject, pairs, rarity);
  high.missing = low.missing;
  low.others = shares.map((share, at) => ({ ...share, score: there[at]?.scoreOf(sentence) ?? 0, typed: 0 }));
  high.others = low.others.map((each) => ({ ...each, typed: 1 }));
  return reaches(question, low, high, least);
}
