import type { Block } from '../block';
import type { Declarations, PageSnapshot } from '../reading/page-snapshot';
import { type LinkedData, readLinkedData } from './json-ld';
import { MetaTags } from './meta-tags';

/** Everything metadata is read from, gathered once. */
export interface PageFacts {
  declared: Declarations;
  address: string;
  meta: MetaTags;
  linked: LinkedData;
  blocks: Block[];
  /** Blocks of the article's text, in order. */
  body: Block[];
  /** Index of the headline among `blocks`, or -1. Set once the headline is known. */
  headlineAt: number;
}

export const gatherFacts = (
  { declared, address }: PageSnapshot,
  blocks: Block[],
  body: Block[],
): PageFacts => ({
  declared,
  address,
  meta: new MetaTags(declared.meta),
  linked: readLinkedData(declared.linkedData, address),
  blocks,
  body,
  headlineAt: -1,
});

/**
 * Blocks that stand with the headline: from a little above it to the first block of the body, and a little
 * beyond where nothing stands between. Bylines and dates outside this zone belong to other stories.
 */
export function headerZone(facts: PageFacts): Block[] {
  const first = facts.body[0]?.index ?? -1;
  const start = facts.headlineAt >= 0 ? Math.max(0, facts.headlineAt - 4) : Math.max(0, first - 12);
  const end = first > facts.headlineAt ? first : facts.headlineAt + 12;
  return facts.blocks.slice(start, Math.min(end, facts.headlineAt < 0 ? end : facts.headlineAt + 40));
}
