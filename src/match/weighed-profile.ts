import { inverseFrequencies, type StoreStatistics } from './frequencies';
import type { Profile } from './profile';
import { damped, heaviest, type NameVector, reweighed, type TermVector } from './vector';
import { WeighedPairs } from './word-pairs';

/** A profile under the weights of one store. */
export interface WeighedProfile {
  profile: Profile;
  terms: TermVector;
  keyTerms: TermVector;
  lead: TermVector;
  headline: TermVector;
  names: TermVector;
  keyNames: TermVector;
  leadNames: TermVector;
  numbers: TermVector;
  wordPairs: WeighedPairs;
}

const keyTermCount = 15;
const keyNameCount = 8;

/** A name that is a general word ("The Hill", "Post") still names something. */
const leastRarity = 0.3;

/** Weighs an article's counts by how rare its words are in the store; names and pairs by the sum of their words'. */
export function weighProfile(profile: Profile, statistics: StoreStatistics): WeighedProfile {
  const frequency = inverseFrequencies(statistics);
  const rarity = (key: number) => Math.max(leastRarity, frequency(key));
  const byTerm = (count: number, key: number) => damped(count) * frequency(key);
  const byName = (vector: NameVector) => (count: number, _key: number, at: number) => {
    let total = 0;
    for (let part = at > 0 ? vector.partEnds[at - 1]! : 0; part < vector.partEnds[at]!; part++) {
      const term = vector.parts[part]!;
      total += term === 0 ? leastRarity : rarity(term);
    }
    return damped(count) * total;
  };
  const terms = reweighed(profile.terms, byTerm);
  const names = reweighed(profile.names, byName(profile.names));
  return {
    profile,
    terms,
    keyTerms: heaviest(terms, keyTermCount),
    lead: reweighed(profile.lead, byTerm),
    headline: reweighed(profile.headline, byTerm),
    names,
    keyNames: heaviest(names, keyNameCount),
    leadNames: reweighed(profile.leadNames, byName(profile.leadNames)),
    numbers: reweighed(profile.numbers, byTerm),
    wordPairs: new WeighedPairs(profile.wordPairs, rarity),
  };
}
