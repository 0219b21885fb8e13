import type { Removal } from '../model/article';
import type { Block } from './block';
import { judgeBlocks } from './classifier';
import { featurise } from './features';
import { commonContext, furnitureReason } from './furniture';
import type { PreparedPage } from './prepare';
import { countWords } from './text-shape';

export interface Choice {
  kept: Block[];
  removed: Removal[];
}

/** From this probability on a block is part of the article. */
const threshold = 0.5;
/** Below this share of the reader's words the judgement is not believed: see `chooseBlocks`. */
const leastShare = 0.25;

const wordsOf = (blocks: Block[]): number => blocks.reduce((sum, block) => sum + countWords(block.text), 0);

/** The reader's blocks without those that a rule names as furniture. */
function byRules(prepared: PreparedPage): Block[] {
  const chosen = prepared.page.blocks.filter((_, index) => prepared.found[index]);
  const within = commonContext(chosen);
  return chosen.filter((block) => furnitureReason(block, within) === null);
}

/** Why each block that the reader took, or that stands within the article, was left out. */
function reasons(prepared: PreparedPage, kept: Block[], step: string): Removal[] {
  const inside = new Set(kept);
  const within = commonContext(kept);
  const first = kept[0]?.index ?? 0;
  const last = kept.at(-1)?.index ?? -1;
  return prepared.page.blocks.flatMap((block, index) => {
    const offered = prepared.found[index] || (index >= first && index <= last);
    if (!offered || inside.has(block)) return [];
    const reason = furnitureReason(block, within);
    return [{ step: reason ? 'rules' : step, reason: reason ?? 'not-prose', text: block.text }];
  });
}

/**
 * Picks the blocks that are the article's text: those that the classifier takes. On a page unlike any it was
 * fitted on it may throw away nearly all that the reader found; then the reader's choice, cleaned by rules,
 * stands.
 */
export function chooseBlocks(prepared: PreparedPage): Choice {
  const { blocks } = prepared.page;
  const opinions = judgeBlocks(blocks, featurise(blocks, prepared.found, prepared.hints));
  const judged = blocks.filter((_, index) => (opinions[index] ?? 0) >= threshold);
  const ruled = byRules(prepared);
  const believed = wordsOf(judged) >= leastShare * wordsOf(ruled);
  const kept = believed ? judged : ruled;
  return { kept, removed: reasons(prepared, kept, believed ? 'classifier' : 'rules') };
}
