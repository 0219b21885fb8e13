import { termOf } from '../text/words';
import { inverseFrequencies, type StoreStatistics } from './frequencies';
import { hashOf } from './hash';
import type { Profile } from './profile';
import { type HashVector, heaviest, reweighed, reweighedPairs, type TermVector } from './vector';

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
  wordPairs: HashVector;
}

const keyTermCount = 15;
const keyNameCount = 8;

/** A name that is a general word ("The Hill", "Post") still names something. */
const leastRarity = 0.3;

/** Weighs an article's counts by how rare its words are in the store; names and pairs by the sum of their words'. */
export function weighProfile(profile: Profile, statistics: StoreStatistics): WeighedProfile {
  const frequency = inverseFrequencies(statistics);
  const rarity = (key: number) => Math.max(leastRarity, frequency(key));
  const rarityOf = (word: string) => {
    const term = termOf(word, profile.language);
    return term === '' ? leastRarity : rarity(hashOf(term));
  };
  const byTerm = (count: number, key: number) => (1 + Math.log(count)) * frequency(key);
  const byName = (count: number, _key: number, name: string) =>
    (1 + Math.log(count)) * name.split(' ').reduce((total, word) => total + rarityOf(word), 0);
  const terms = reweighed(profile.terms, byTerm);
  const names = reweighed(profile.names, byName);
  return {
    profile,
    terms,
    keyTerms: heaviest(terms, keyTermCount),
    lead: reweighed(profile.lead, byTerm),
    headline: reweighed(profile.headline, byTerm),
    names,
    keyNames: heaviest(names, keyNameCount),
    leadNames: reweighed(profile.leadNames, byName),
    numbers: reweighed(profile.numbers, byTerm),
    wordPairs: reweighedPairs(profile.wordPairs, rarity),
  };
}
