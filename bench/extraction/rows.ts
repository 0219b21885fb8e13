import type { Block } from '../../src/extract/block';
import { domAccess } from '../../src/extract/dom';
import { featurise } from '../../src/extract/features';
import { preparePage } from '../../src/extract/prepare';
import { readerChoice } from '../../src/extract/readable';
import { type Gold, type Label, labelBlocks } from './labels';
import type { LoadedPage } from './predict';
import { parsePage } from './predict';

/** One page as the fit sees it: a row of features and a label for each block. */
export interface PageRows {
  texts: string[];
  labels: Label[];
  rows: Float64Array[];
  found: boolean[];
  blocks: Block[];
}

/** Runs the product's own preparation over a page and labels its blocks by the gold. */
export function pageRows(page: LoadedPage, gold: Gold): PageRows {
  const window = parsePage(page).window;
  const dom = domAccess(window.document);
  const empty = { texts: [], labels: [], rows: [], found: [], blocks: [] };
  if (!dom) return empty;
  const prepared = preparePage(dom, page.address, () => readerChoice(window.document));
  if (!prepared.ok) return empty;
  const { page: read, found, hints } = prepared.value;
  const texts = read.blocks.map((block) => block.text);
  return {
    texts,
    labels: labelBlocks(texts, gold),
    rows: featurise(read.blocks, found, hints) as Float64Array[],
    found,
    blocks: read.blocks,
  };
}
