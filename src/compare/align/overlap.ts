import type { Places } from './places';
import { synonymSimilarity } from './vocabulary';
import type { Weighed } from './weighed';

/** What the words of one unit have in common with those of another. */
export interface Overlap {
  /** Weight of the words both have. */
  exact: number;
  /** The same with synonyms, which count less. */
  soft: number;
  /** Weight of the words the other lacks. */
  missing: number;
  /** Weight of the common words that are not the story's own topic. */
  mass: number;
  /** Common words of the story's topic, and all common words, counted. */
  topicHits: number;
  hits: number;
  /** Common words that each article uses in few places: names, and others. */
  anchors: number;
  nameAnchors: number;
}

export const noOverlap = (): Overlap => ({
  exact: 0,
  soft: 0,
  missing: 0,
  mass: 0,
  topicHits: 0,
  hits: 0,
  anchors: 0,
  nameAnchors: 0,
});

/**
 * Measures the words of `from` against those of `to`, which `places` holds. The result is written over `into`: this
 * is done for every pair of sentences that share a word, and most results are read once.
 */
export function overlapInto(into: Overlap, from: Weighed, to: Weighed, places: Places): void {
  const { rarity, anchoring } = from.article;
  const { weights, topical, lexicon } = rarity;
  const anchor = Math.min(anchoring, to.article.anchoring);
  const { roots, uses, capitals } = from.numbers;
  const { uses: usesThere, capitals: capitalsThere } = to.numbers;
  let exact = 0;
  let soft = 0;
  let missing = 0;
  let mass = 0;
  let topicHits = 0;
  let hits = 0;
  let anchors = 0;
  let nameAnchors = 0;
  for (let at = 0; at < roots.length; at += 1) {
    const root = roots[at] as number;
    const weight = weights[root] as number;
    const place = places.of(root);
    let like = 0;
    if (place > 0) {
      like = 1;
      exact += weight;
      // A word each article uses once marks the same spot in both, whatever the story's other words.
      const worth = anchor / ((uses[at] as number) * (usesThere[place - 1] as number));
      if (capitals[at] === 1 && capitalsThere[place - 1] === 1) nameAnchors += worth;
      else anchors += worth;
    } else {
      const concepts = lexicon.conceptsOf(root);
      for (let each = 0; each < concepts.length; each += 1) {
        if (places.hasConcept(concepts[each] as number)) like = synonymSimilarity;
      }
    }
    missing += weight * (1 - like);
    if (like === 0) continue;
    soft += weight * like;
    hits += like;
    if (topical[root] === 1) topicHits += like;
    else mass += like * weight;
  }
  into.exact = exact;
  into.soft = soft;
  into.missing = missing;
  into.mass = mass;
  into.topicHits = topicHits;
  into.hits = hits;
  into.anchors = anchors;
  into.nameAnchors = nameAnchors;
}
