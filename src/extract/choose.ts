import type { Removal } from '../model/article';
import { type Block, Place } from './block';
import { bare } from './characters';
import { type Forests, judgeBlocks } from './classifier';
import { featurise } from './features';
import { commonContext, furnitureReason, isCertainFurniture } from './furniture';
import type { PreparedPage } from './prepare';

export interface Choice {
  kept: Block[];
  removed: Removal[];
}

/** From this probability on a block is part of the article. */
const threshold = 0.42;
/** Below this share of the reader's words the judgement is not believed: see `chooseBlocks`. */
const leastShare = 0.25;

const wordsOf = (blocks: Block[]): number => blocks.reduce((sum, block) => sum + block.words, 0);

/** The reader's blocks without those that a rule names as furniture. */
function byRules(prepared: PreparedPage): Block[] {
  const chosen = prepared.blocks.filter((_, index) => prepared.found[index]);
  const within = commonContext(chosen);
  return chosen.filter((block) => furnitureReason(block, within) === null);
}

/** Why each block that the reader took, or that stands within the article, was left out. */
function reasons(prepared: PreparedPage, kept: Block[], step: string): Removal[] {
  const inside = new Set(kept);
  const within = commonContext(kept);
  const first = kept[0]?.index ?? 0;
  const last = kept.at(-1)?.index ?? -1;
  return prepared.blocks.flatMap((block, index) => {
    const offered = prepared.found[index] || (index >= first && index <= last);
    if (!offered || inside.has(block)) return [];
    const reason = furnitureReason(block, within);
    return [{ step: reason ? 'rules' : step, reason: reason ?? 'not-prose', text: block.text }];
  });
}

/**
 * Text hidden by the page's own markup goes, unless it is most of the text: then a script was to show it, and
 * did not run.
 */
function withoutHidden(blocks: Block[]): Block[] {
  const shown = blocks.filter((block) => !(block.context.places & Place.hidden));
  return wordsOf(shown) >= 0.6 * wordsOf(blocks) ? shown : blocks;
}

/**
 * Picks the blocks that are the article's text: those that the classifier takes and that the page does not mark
 * as something else. On a page unlike any it was fitted on the classifier may throw away nearly all that the
 * reader found; then the reader's choice, cleaned by rules, stands.
 */
export function chooseBlocks(prepared: PreparedPage, forests: Forests): Choice {
  const { blocks, facts, found, headline, hints } = prepared;
  const opinions = judgeBlocks(blocks, featurise(blocks, found, hints), forests);
  const taken = blocks.filter((_, index) => found[index] && (opinions[index] ?? 0) >= threshold);
  const within = commonContext(taken);
  const title = bare(headline.value);
  const judged = blocks.filter((block, index) => {
    if ((opinions[index] ?? 0) < threshold) return false;
    const isHeadline = index === facts.headlineAt || (title !== '' && block.form === title);
    return !isCertainFurniture(block, found[index] ?? false, isHeadline, within);
  });
  const offered = blocks.filter((_, index) => found[index]);
  const believed = wordsOf(judged) >= leastShare * wordsOf(offered);
  const kept = withoutHidden(believed ? judged : byRules(prepared));
  return { kept, removed: reasons(prepared, kept, believed ? 'classifier' : 'rules') };
}
