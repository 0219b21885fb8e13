import { type Block, type Context, Place } from './block';
import { type HintName, hintBit } from './class-words';
import type { PhraseKind } from './phrases';

/** Why a block is not part of the article's text. The names are shown by `--explain`. */
export type FurnitureReason =
  | 'hidden'
  | 'caption'
  | 'navigation'
  | 'form'
  | 'embedded-post'
  | 'link-list'
  | 'related'
  | 'newsletter'
  | 'advertisement'
  | 'share-bar'
  | 'comments'
  | 'author-note'
  | 'byline'
  | 'date-line'
  | 'label'
  | 'tags'
  | 'copyright'
  | 'headline'
  | 'duplicate'
  | 'not-prose';

const reasonOfPhrase: Record<PhraseKind, FurnitureReason> = {
  related: 'related',
  newsletter: 'newsletter',
  ad: 'advertisement',
  credit: 'caption',
  copyright: 'copyright',
  author: 'author-note',
  share: 'share-bar',
  comment: 'comments',
  tags: 'tags',
  date: 'date-line',
};

const reasonOfHint: [HintName, FurnitureReason][] = [
  ['caption', 'caption'],
  ['credit', 'caption'],
  ['related', 'related'],
  ['newsletter', 'newsletter'],
  ['ad', 'advertisement'],
  ['share', 'share-bar'],
  ['comment', 'comments'],
  ['author', 'author-note'],
  ['tags', 'tags'],
  ['consent', 'not-prose'],
  ['donate', 'newsletter'],
  ['paywall', 'newsletter'],
  ['embed', 'embedded-post'],
  ['date', 'date-line'],
];

/** Hints of the element and of those above it, up to but without `within`. */
export function hintsBelow(context: Context, within: Context | null, levels = 12): number {
  let bits = 0;
  let left = levels;
  for (let at: Context | null = context; at && at !== within && left > 0; at = at.parent, left--)
    bits |= at.hints;
  return bits;
}

/** The innermost element that holds all of the given blocks. */
export function commonContext(blocks: Block[]): Context | null {
  let common: Context | null = blocks[0]?.context ?? null;
  for (const block of blocks) {
    let other: Context | null = block.context;
    while (common && other && common !== other) {
      if (common.depth >= other.depth) common = common.parent;
      else other = other.parent;
    }
    if (!common || !other) return null;
  }
  return common;
}

const byPlace = (block: Block): FurnitureReason | null => {
  const { places } = block.context;
  if (places & Place.hidden) return 'hidden';
  if (places & Place.caption) return 'caption';
  if (places & Place.embedded) return 'embedded-post';
  if (places & Place.form) return 'form';
  if (places & Place.nav) return 'navigation';
  return null;
};

/**
 * Names a reason for leaving a block out, from what it says and where it stands; null when nothing speaks
 * against it. `within` is the element that holds the whole article.
 */
export function furnitureReason(block: Block, within: Context | null): FurnitureReason | null {
  const placed = byPlace(block);
  if (placed) return placed;
  const { text } = block;
  if (block.isLabel) return 'label';
  const prose = block.endsSentence;
  const wordCount = block.words;
  const linked = block.linkLength / text.length;
  const { phrase } = block;
  if (phrase && (wordCount <= 6 || (!prose && wordCount <= 30) || linked > 0.5))
    return reasonOfPhrase[phrase];
  if (linked > 0.8 && !prose) return 'link-list';
  const hints = hintsBelow(block.context, within, 4);
  for (const [hint, reason] of reasonOfHint) {
    if (hints & hintBit[hint] && (!prose || wordCount < 60)) return reason;
  }
  if (block.timeLength / text.length > 0.6) return 'date-line';
  return null;
}

/** Class words that name furniture wherever they stand: of the blocks they mark, none was ever article text. */
const namingHints: HintName[] = ['caption', 'comment', 'newsletter', 'tags', 'share', 'author'];
const namingBits = namingHints.reduce((bits, name) => bits | hintBit[name], 0);

/**
 * Whether a block is furniture whatever it says, by where the page puts it: a caption or menu by its tag or class,
 * the headline again, a time by itself, comments and side boxes that the reader passed over, a linked "read also". Measured on the
 * benchmark: docs/extraction.md has the counts.
 */
export function isCertainFurniture(
  block: Block,
  found: boolean,
  isHeadline: boolean,
  within: Context | null,
): boolean {
  const { places } = block.context;
  if (isHeadline || places & (Place.caption | Place.nav | Place.footer) || block.isLabel) return true;
  if (block.timeLength > block.text.length * 0.8) return true;
  if (hintsBelow(block.context, within, 2) & namingBits) return true;
  if (!found && (places & Place.aside || hintsBelow(block.context, null, 40) & hintBit.comment)) return true;
  const words = block.words;
  if (words <= 12 && hintsBelow(block.context, within, 2) & hintBit.date && /\d/.test(block.text))
    return true;
  if (block.phrase === 'ad') return words <= 6;
  return block.phrase === 'related' && block.linkLength > block.text.length * 0.3;
}
