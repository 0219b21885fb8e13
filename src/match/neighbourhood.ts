import type { Article, ArticleId } from '../model/article';
import type { PairEvidence } from './group-link';
import { noPublication, type PairFeatures, type Placed, pairFeatures, publicationGap } from './pair-features';
import { pairProbability } from './pair-score';
import { type Profile, profileOf } from './profile';
import type { StoreSnapshot } from './snapshot';
import { placeAmong } from './surroundings';
import { weighProfile } from './weighed-profile';

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

/** An article and the stored ones around it, ready to be scored in pairs. */
export class Neighbourhood {
  readonly subject: Placed;
  readonly others: Placed[];

  constructor(profile: Profile, candidates: readonly Profile[], statistics: StoreSnapshot) {
    const own = { weighed: weighProfile(profile, statistics), crowding: statistics.crowding(profile) };
    const around = candidates.map((other) => ({
      weighed: weighProfile(other, statistics),
      crowding: statistics.crowdingWith(other, profile.article, own.crowding.nearnessOf(other.article)),
    }));
    const [subject, ...others] = placeAmong([own, ...around], statistics);
    this.subject = subject!;
    this.others = others;
  }
}

const idOf = (placed: Placed): ArticleId => placed.profile.article;

/** Nearness by salient words, whichever of the two lists the other: the index cuts both lists short. */
const nearnessOf = (left: Placed, right: Placed): number =>
  Math.max(left.crowding.nearnessOf(idOf(right)), right.crowding.nearnessOf(idOf(left)));

export const featuresOf = (left: Placed, right: Placed): PairFeatures =>
  pairFeatures(left, right, nearnessOf(left, right));

/** What a pair's features say when stories are formed. */
export function evidenceOf(left: Placed, right: Placed): PairEvidence {
  const features = featuresOf(left, right);
  return {
    probability: pairProbability(features, publicationGap(left, right)),
    cosine: features.cosine,
    localCosine: features.localCosine,
    gapDays: publicationGap(left, right),
  };
}

/** How likely two articles tell one story, whenever they came out: a trial comes months after the deed. */
export const timelessProbability = (left: Placed, right: Placed): number =>
  pairProbability({ ...featuresOf(left, right), ...noPublication }, null);
