import type { Features } from './feature-names';
import type { Weighed } from './weighed';

/** A country or nationality of the story is in nearly every sentence and tells little. */
const nationalityWeight = 0.3;

/** Share of the names of a unit, by weight, that another one has. */
function shareFound(from: Weighed, to: Weighed): number {
  const { lexicon } = from.article.rarity;
  const { entities, nationalities } = from.details;
  const { entities: others } = to.details;
  let found = 0;
  let total = 0;
  for (let at = 0; at < entities.length; at += 1) {
    const weight = nationalities[at] === 1 ? nationalityWeight : 1;
    total += weight;
    if (lexicon.hasName(others, entities[at] as number)) found += weight;
  }
  return total ? found / total : 0;
}

/** Whether a unit names somebody, and nobody whom the other one names too. */
function namesOthersOnly(from: Weighed, to: Weighed): boolean {
  const { lexicon } = from.article.rarity;
  const { entities, nationalities } = from.details;
  let names = 0;
  for (let at = 0; at < entities.length; at += 1) {
    if (nationalities[at] === 1) continue;
    names += 1;
    if (lexicon.hasName(to.details.entities, entities[at] as number)) return false;
  }
  return names > 0;
}

const namesSomebody = ({ details: { nationalities } }: Weighed): boolean => nationalities.includes(0);

/** Sets the share of names both sides have, and the conflict when both name somebody and nobody is shared. */
export function setNames(features: Features, left: Weighed, right: Weighed): void {
  const bothName = left.unit.entities.length > 0 && right.unit.entities.length > 0;
  features.entities = bothName ? (shareFound(left, right) + shareFound(right, left)) / 2 : 0;
  features.entityConflict = bothName && namesOthersOnly(left, right) && namesSomebody(right) ? 1 : 0;
}
