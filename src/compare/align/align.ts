import type { Alignment, SentencePair } from './alignment';
import { StoryBounds } from './bounds';
import { ForwardAlignment } from './lazy-alignment';
import type { Profile } from './profile';
import type { Rarity } from './rarity';
import { UnitScorer } from './unit-scorer';
import { WeighedArticle, weighedArticle } from './weighed';

export { type Alignment, pairScore, type SentencePair, type UnitPair } from './alignment';

class StoryAlignments {
  private readonly scorer: UnitScorer;
  private readonly bounds: StoryBounds;
  private readonly known = new Map<Profile, Map<Profile, Alignment>>();

  constructor(private readonly rarity: Rarity) {
    this.scorer = new UnitScorer(rarity);
    this.bounds = new StoryBounds(rarity);
    for (const profile of rarity.profiles) this.bounds.join(weighedArticle(profile, rarity));
  }

  of(a: Profile, b: Profile): Alignment {
    const before = this.known.get(a)?.get(b);
    if (before) return before;
    const { rarity, scorer, bounds } = this;
    const left = weighedArticle(a, rarity);
    // Bounds are between articles: against itself an article is taken into the story twice.
    const right = a === b ? new WeighedArticle(b, rarity) : weighedArticle(b, rarity);
    const forward = new ForwardAlignment(left, right, scorer, bounds);
    this.keep(b, a, forward.turned(bounds));
    this.keep(a, b, forward);
    return forward;
  }

  private keep(a: Profile, b: Profile, alignment: Alignment): void {
    const own = this.known.get(a);
    if (own) own.set(b, alignment);
    else this.known.set(a, new Map([[b, alignment]]));
  }
}

const stories = new WeakMap<Rarity, StoryAlignments>();

/** The alignment of two articles of a story, made once and shared by both directions. */
export function alignmentOf(a: Profile, b: Profile, rarity: Rarity): Alignment {
  const story = stories.get(rarity) ?? new StoryAlignments(rarity);
  stories.set(rarity, story);
  return story.of(a, b);
}

/** All pairs of sentences that share enough to be compared, whatever their score, in text order. */
export function alignSentences(a: Profile, b: Profile, rarity: Rarity): SentencePair[] {
  const alignment = alignmentOf(a, b, rarity);
  return a.sentences.flatMap((_, at) =>
    alignment.partnersOf(at).flatMap((other) => alignment.pair(at, other) ?? []),
  );
}
