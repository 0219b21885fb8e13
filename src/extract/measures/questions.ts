import { Place } from '../block';
import { farthest } from '../reading/page-snapshot';
import type { Measured } from './measured';

const neverText = Place.nav | Place.form;
/** A line of a menu, a label, a teaser: shorter than this and without a full stop. */
const fewWords = 12;

/**
 * Whether the trees are to be asked about a block. The reader's choice always is; of what it passed over, nothing far
 * from it, no menu or form, nothing that is all links, and no short line away from it in elements of which it took
 * nothing: nine blocks in ten of a page. Of the development pages' text 0.3 % goes with them (docs/extraction.md).
 */
export function isQuestion(
  { block, found, linkShare, roughWords, ofPath }: Measured,
  distance: number,
): boolean {
  if (found) return true;
  if (distance > farthest || block.context.places & neverText || linkShare > 0.8) return false;
  return distance <= 3 || ofPath.found > 0 || roughWords >= fewWords || block.endsSentence;
}
