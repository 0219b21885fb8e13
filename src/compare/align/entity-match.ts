import type { Weighed } from './weighed';

/** A country or nationality of the story is in nearly every sentence and tells little. */
const nationalityWeight = 0.3;

interface Side {
  share: number;
  proper: number;
  properFound: number;
}

function sideOf(from: Weighed, to: Weighed): Side {
  const { lexicon } = from.article.rarity;
  const { entities } = from.details;
  const { entities: others } = to.details;
  let found = 0;
  let total = 0;
  let proper = 0;
  let properFound = 0;
  for (let at = 0; at < entities.length; at += 1) {
    const isNationality = from.unit.entities[at]?.kind === 'nationality';
    const weight = isNationality ? nationalityWeight : 1;
    let match = false;
    for (let other = 0; other < others.length && !match; other += 1) {
      match = lexicon.isSameName(entities[at] as number, others[other] as number);
    }
    total += weight;
    if (match) found += weight;
    if (isNationality) continue;
    proper += 1;
    if (match) properFound += 1;
  }
  return { share: total ? found / total : 0, proper, properFound };
}

/** Share of names both sides have, and 1 in `conflict` when both name somebody and nobody is shared. */
export function entityMatch(left: Weighed, right: Weighed): { share: number; conflict: number } {
  if (left.unit.entities.length === 0 || right.unit.entities.length === 0) return { share: 0, conflict: 0 };
  const a = sideOf(left, right);
  const b = sideOf(right, left);
  return {
    share: (a.share + b.share) / 2,
    conflict: a.proper > 0 && b.proper > 0 && a.properFound === 0 ? 1 : 0,
  };
}
