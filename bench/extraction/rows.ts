import type { Block } from '../../src/extract/block';
import { featurise } from '../../src/extract/features';
import { preparePage } from '../../src/extract/prepare';
import { readPage } from '../../src/extract/reading';
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
  const reading = readPage(window.document, { address: page.address });
  if (!reading.ok) return { texts: [], labels: [], rows: [], found: [], blocks: [] };
  const { blocks, found, hints } = preparePage(reading.value);
  const texts = blocks.map((block) => block.text);
  return {
    texts,
    labels: labelBlocks(texts, gold),
    rows: featurise(blocks, found, hints) as Float64Array[],
    found,
    blocks,
  };
}
