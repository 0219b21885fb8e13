import type { Removal } from '../model/article';
import { type Block, Place } from './block';
import { bare } from './characters';
import { type Forests, judgeBlocks } from './classifier';
import { featurise } from './features';
import { commonContext, furnitureReason, isCertainFurniture } from './furniture';
import { isDescription } from './measures/measured';
import type { PreparedPage } from './prepare';

export interface Choice {
  /** Apart from the rest, because bylines and dates stand below it. */
  standfirst: Block[];
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

/** Whether the first of the kept blocks is the standfirst: the page's description, with a byline or the like below it. */
function opensWithStandfirst({ hints }: PreparedPage, kept: Block[]): boolean {
  const [first, second] = kept;
  if (!first || !second || !isDescription(first.form, hints)) return false;
  return first.kind === 'heading' || second.index > first.index + 1;
}

/** What stands between headline and text and is what the page gives as its description. */
function standfirstAbove({ blocks, facts, hints }: PreparedPage, kept: Block[]): Block[] {
  const first = kept[0];
  if (!first || facts.headlineAt < 0) return [];
  return blocks.slice(facts.headlineAt + 1, first.index).filter((block) => {
    const { form, words, linkLength, text, context } = block;
    const printed = words >= 8 && linkLength < text.length / 2;
    const hidden = context.unseen || (context.places & Place.hidden) !== 0;
    return printed && !hidden && isDescription(form, hints) && !kept.some((other) => other.form === form);
  });
}

/**
 * Picks the blocks that are the article's text: those that the classifier takes and that the page does not mark
 * as something else, and the standfirst, which other sources than those of the trees leave out. On a page unlike any it was fitted on the classifier may throw away nearly all that the
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
  const opening = opensWithStandfirst(prepared, kept) ? 1 : 0;
  const standfirst = [...standfirstAbove(prepared, kept), ...kept.slice(0, opening)];
  const removed = reasons(prepared, [...standfirst, ...kept], believed ? 'classifier' : 'rules');
  return { standfirst, kept: kept.slice(opening), removed };
}
