import type { Article, ArticleId } from '../model/article';
import type { Crowding } from './crowding';
import type { StoreStatistics } from './frequencies';
import type { PairEvidence } from './group-link';
import { leastRarity, NameTable } from './name-table';
import { noPublication, type PairFeatures, pairFeatures } from './pair-features';
import { pairProbability } from './pair-score';
import { type Profile, profileOf } from './profile';
import type { StoreSnapshot } from './snapshot';
import { TermTable } from './term-table';
import { damped, type TermVector } from './vector';
import { WordPairs } from './word-pairs';

/** Profiles of articles read lately, by the article itself: a page that is read again may have another text. */
const profiles = new Map<Article, Profile>();
const rememberedProfiles = 600;

export function rememberedProfile(article: Article): Profile {
  const known = profiles.get(article);
  if (known) return known;
  const made = profileOf(article);
  if (profiles.size >= rememberedProfiles) profiles.delete(profiles.keys().next().value!);
  profiles.set(article, made);
  return made;
}

/** An article and how crowded the store is around it. */
export interface Surrounded {
  profile: Profile;
  crowding: Crowding;
}

/**
 * Publication days of the candidates beyond the nearest: those nearest may be of the event itself, the others are only
 * of its subject.
 */
function subjectDaysOf([subject, ...others]: readonly Surrounded[]): number[] {
  if (!subject) return [];
  const { nearest, nearnessOf } = subject.crowding;
  const least = nearest.scores.reduce((lowest, score) => Math.min(lowest, score), Number.POSITIVE_INFINITY);
  return others
    .filter(({ profile }) => nearnessOf(profile.article) < least)
    .flatMap(({ profile }) => profile.day ?? []);
}

/**
 * An article and the stored ones around it, ready to be scored in pairs. Articles go by their positions; the first is
 * the one being read.
 */
export class Neighbourhood {
  readonly profiles: readonly Profile[];
  readonly crowdings: readonly Crowding[];
  readonly terms: TermTable;
  readonly names: NameTable;
  readonly wordPairs: WordPairs;
  /** Numbers of each text, weighed as terms are. */
  readonly numbers: readonly TermVector[];
  /** Publication days of the articles that are only of the same subject. */
  readonly subjectDays: readonly number[];

  constructor(articles: readonly Surrounded[], statistics: StoreStatistics) {
    this.profiles = articles.map(({ profile }) => profile);
    this.crowdings = articles.map(({ crowding }) => crowding);
    const terms = new TermTable(this.profiles, statistics);
    this.terms = terms;
    this.names = new NameTable(this.profiles, terms);
    this.wordPairs = new WordPairs(
      this.profiles.map(({ sequence }) => sequence),
      (term) => Math.max(leastRarity, terms.frequencyOf(term)),
    );
    this.numbers = this.profiles.map(({ numbers }) => ({
      ...numbers,
      weights: numbers.weights.map((count, at) => damped(count) * terms.frequencyOf(numbers.keys[at]!)),
    }));
    this.subjectDays = subjectDaysOf(articles);
  }

  /** An article among its candidates, as the store stands. */
  static of(subject: Profile, candidates: readonly Profile[], statistics: StoreSnapshot): Neighbourhood {
    const crowding = statistics.crowding(subject);
    const others = candidates.map((profile) => ({
      profile,
      crowding: statistics.crowdingWith(profile, subject.article, crowding.nearnessOf(profile.article)),
    }));
    return new Neighbourhood([{ profile: subject, crowding }, ...others], statistics);
  }

  private idOf(article: number): ArticleId {
    return this.profiles[article]!.article;
  }

  /** Nearness by salient words, whichever of the two lists the other: the index cuts both lists short. */
  private nearness(left: number, right: number): number {
    const [one, other] = [this.crowdings[left]!, this.crowdings[right]!];
    return Math.max(one.nearnessOf(this.idOf(right)), other.nearnessOf(this.idOf(left)));
  }

  /** Days between two publications, null when either is undated. */
  gap(left: number, right: number): number | null {
    const [one, other] = [this.profiles[left]!.day, this.profiles[right]!.day];
    return one === null || other === null ? null : Math.abs(one - other);
  }

  features(left: number, right: number): PairFeatures {
    return pairFeatures(this, left, right, this.nearness(left, right));
  }

  /** What a pair's features say when stories are formed. */
  evidence(left: number, right: number): PairEvidence {
    const features = this.features(left, right);
    const gapDays = this.gap(left, right);
    return {
      probability: pairProbability(features, gapDays),
      cosine: features.cosine,
      localCosine: features.localCosine,
      gapDays,
    };
  }

  /** How likely two articles tell one story, whenever they came out: a trial comes months after the deed. */
  timelessProbability(left: number, right: number): number {
    return pairProbability({ ...this.features(left, right), ...noPublication }, null);
  }
}
