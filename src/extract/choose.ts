import type { Removal } from '../model/article';
import type { Block } from './block';
import { commonContext, furnitureReason } from './furniture';
import { foundInOrder, type ReaderChoice } from './reader-choice';

export interface Choice {
  kept: Block[];
  removed: Removal[];
}

/** Picks the blocks that are the article's text, with a reason for each of the reader's blocks left out. */
export function chooseBlocks(blocks: Block[], reader: ReaderChoice | null): Choice {
  const found = foundInOrder(
    blocks.map((block) => block.text),
    reader,
  );
  const chosen = blocks.filter((block) => found[block.index]);
  const within = commonContext(chosen);
  const kept: Block[] = [];
  const removed: Removal[] = [];
  for (const block of chosen) {
    const reason = furnitureReason(block, within);
    if (reason) removed.push({ step: 'rules', reason, text: block.text });
    else kept.push(block);
  }
  return { kept, removed };
}
