import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { featurise } from '../../src/extract/features';
import { type PreparedPage, preparePage } from '../../src/extract/prepare';
import { type PageSnapshot, readPage } from '../../src/extract/reading';
import { type Gold, type Label, labelBlocks, readGold } from './labels';
import { loadPage, parsePage } from './predict';

/** One page with a row of features and a label for each block. */
export interface TrainingPage {
  id: string;
  site: string;
  snapshot: PageSnapshot;
  blocks: PreparedPage['blocks'];
  labels: Label[];
  /** As the product makes them: null for blocks that are no question. */
  rows: (Float64Array | null)[];
  gold: Gold;
}

/** What the product reads of a page, kept in `cache`: parsing hundreds of pages takes minutes. */
function snapshotOf(folder: string, cache: string, id: string): PageSnapshot | null {
  const file = join(cache, `${id}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as PageSnapshot | null;
  process.stderr.write(`reading ${id}\n`);
  const page = loadPage(folder);
  const { window } = parsePage(page);
  const reading = readPage(window.document, { address: page.address });
  window.close();
  const snapshot = reading.ok ? reading.value : null;
  writeFileSync(file, JSON.stringify(snapshot));
  return snapshot;
}

function trainingPage(id: string, snapshot: PageSnapshot, gold: Gold): TrainingPage {
  const { blocks, found, hints } = preparePage(snapshot);
  return {
    id,
    site: new URL(snapshot.address).hostname.replace(/^www\./, ''),
    snapshot,
    blocks,
    labels: labelBlocks(
      blocks.map((block) => block.text),
      gold,
    ),
    rows: featurise(blocks, found, hints),
    gold,
  };
}

/** All pages of some folders that have a gold. */
export function trainingPages(folders: string[], cache: string): TrainingPage[] {
  mkdirSync(cache, { recursive: true });
  return folders.flatMap((data) =>
    readdirSync(data).flatMap((id) => {
      const folder = join(data, id);
      if (!existsSync(join(folder, 'expected.json'))) return [];
      const snapshot = snapshotOf(folder, cache, id);
      return snapshot && snapshot.blocks.length > 0 ? [trainingPage(id, snapshot, readGold(folder))] : [];
    }),
  );
}
