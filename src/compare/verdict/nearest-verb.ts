import type { Span } from '../../model/article';
import type { Claim, Predicate } from '../../model/claim';
import { isLightVerb } from '../align/unit';
import { rootOf, rootSimilarity } from '../align/vocabulary';

/** The verb of a claim that stands nearest to a number or a time; the first of two as near. */
export function nearestVerb({ predicates }: Claim, at: Span): Predicate | null {
  let best: { verb: Predicate; distance: number } | null = null;
  for (const verb of predicates) {
    const distance = Math.max(verb.start - at.end, at.start - verb.end, 0);
    if (best === null || distance < best.distance) best = { verb, distance };
  }
  return best?.verb ?? null;
}

/** Two verbs that tell of two actions: "suspended" and "served". Light verbs ("had", "was") go with any other. */
export function areOtherActions(left: Predicate | null, right: Predicate | null): boolean {
  if (!left || !right) return false;
  const roots = [rootOf(left.lemma.toLowerCase()), rootOf(right.lemma.toLowerCase())] as const;
  return !roots.some(isLightVerb) && rootSimilarity(...roots) === 0;
}
