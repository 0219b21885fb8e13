/**
 * Fits the block classifier and prints its cross-validated figures.
 *
 *   npx tsx bench/extraction/fit-blocks.ts --data ../shared/bench/extraction/dev --segments
 *     ../shared/bench/extraction/dev-segments [--rows CACHE] [--evaluate] [--write]
 *
 * `--rows` keeps the features of every page between runs, `--evaluate` prints 5-fold figures by site, `--write`
 * fits on all pages and writes src/extract/data/block-model.json. `--opinions FILE` keeps what each block was judged
 * by the forests that had not seen its site.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { contextFeatureNames } from '../../src/extract/context-features';
import { featureNames } from '../../src/extract/features';
import type { Tree } from './boosting';
import { readGold } from './labels';
import { loadPage } from './predict';
import { pageRows } from './rows';
import { type BothForests, fitBoth, foldsBySite, opinionsOf, type TrainingPage } from './training';

const outerFolds = 5;
const modelFile = resolve(import.meta.dirname, '../../src/extract/data/block-model.json');

const option = (name: string): string | null => {
  const at = process.argv.indexOf(name);
  return at < 0 ? null : (process.argv[at + 1] ?? null);
};

interface Kept {
  site: string;
  texts: string[];
  labels: TrainingPage['labels'];
  found: boolean[];
  paths: number[];
  parents: number[];
  grands: number[];
}

/** Numbers objects, so that a cache can say which blocks share a parent element. */
function numberer(): (object: object | null | undefined) => number {
  const numbers = new Map<object, number>();
  return (object) => {
    if (!object) return -1;
    const known = numbers.get(object) ?? numbers.size;
    numbers.set(object, known);
    return known;
  };
}

function keep(folder: string, cache: string, id: string): void {
  const page = loadPage(folder);
  const gold = readGold(folder);
  const { texts, labels, found, rows, blocks } = pageRows(page, gold);
  const number = numberer();
  const values = new Float32Array(rows.length * featureNames.length);
  rows.forEach((row, index) => {
    values.set(row, index * featureNames.length);
  });
  const kept: Kept = {
    site: new URL(page.address).hostname.replace(/^www\./, ''),
    texts,
    labels,
    found,
    paths: blocks.map((block) => block.context.path),
    parents: blocks.map((block) => number(block.context.parent)),
    grands: blocks.map((block) => number(block.context.parent?.parent)),
  };
  writeFileSync(join(cache, `${id}.bin`), Buffer.from(values.buffer));
  writeFileSync(join(cache, `${id}.json`), JSON.stringify(kept));
}

function restore(folder: string, cache: string, id: string): TrainingPage {
  const kept = JSON.parse(readFileSync(join(cache, `${id}.json`), 'utf8')) as Kept;
  const bytes = readFileSync(join(cache, `${id}.bin`));
  const grands = new Map<number, object>();
  const parents = new Map<number, object>();
  const once = (map: Map<number, object>, number: number, make: () => object): object => {
    const known = map.get(number) ?? make();
    map.set(number, known);
    return known;
  };
  const blocks = kept.texts.map((text, index) => {
    const grand = once(grands, kept.grands[index] ?? -1, () => ({}));
    const parent = once(parents, kept.parents[index] ?? -1, () => ({ parent: grand }));
    return { text, context: { path: kept.paths[index] ?? 0, parent } };
  });
  return {
    id,
    site: kept.site,
    blocks: blocks as unknown as TrainingPage['blocks'],
    labels: kept.labels,
    found: kept.found,
    rows: new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4),
    gold: readGold(folder),
  };
}

function loadPages(folders: string[], cache: string): TrainingPage[] {
  mkdirSync(cache, { recursive: true });
  return folders.flatMap((data) =>
    readdirSync(data).flatMap((id) => {
      const folder = join(data, id);
      if (!existsSync(join(folder, 'expected.json'))) return [];
      if (!existsSync(join(cache, `${id}.json`))) {
        process.stderr.write(`reading ${id}\n`);
        keep(folder, cache, id);
      }
      const page = restore(folder, cache, id);
      return page.blocks.length > 0 ? [page] : [];
    }),
  );
}

interface Scorer {
  scoreCase(gold: unknown, prediction: { text: string }): { text?: { f1: number } };
  aggregate(scores: unknown[]): Record<string, number>;
}

/** Figures of the texts that opinions above a threshold make. */
function report(
  scorer: Scorer,
  pages: TrainingPage[],
  opinions: Map<TrainingPage, number[]>,
  threshold: number,
): void {
  const scores = pages.map((page) => {
    const kept = page.blocks.filter((_, index) => (opinions.get(page)?.[index] ?? 0) >= threshold);
    return scorer.scoreCase(page.gold, { text: kept.map((block) => block.text).join('\n\n') });
  });
  const all = scorer.aggregate(scores);
  const low = scores.filter((score) => score.text && score.text.f1 < 0.8).length;
  const figures = ['P', 'R', 'F1', 'pageF1', 'acc', 'segR', 'segP'].map(
    (name) => `${name} ${all[name]?.toFixed(4)}`,
  );
  console.log(`threshold ${threshold}: ${figures.join('  ')}  pages under .8: ${low}`);
}

async function evaluate(pages: TrainingPage[], data: string): Promise<void> {
  const scorer = (await import(pathToFileURL(resolve(data, '..', 'score.mjs')).href)) as Scorer;
  const folds = foldsBySite(pages, outerFolds);
  const opinions = new Map<TrainingPage, number[]>();
  for (let fold = 0; fold < outerFolds; fold++) {
    const fitted = fitBoth(pages.filter((page) => folds.get(page) !== fold));
    for (const page of pages.filter((other) => folds.get(other) === fold))
      opinions.set(page, opinionsOf(fitted, page));
    process.stderr.write(`fold ${fold + 1} of ${outerFolds}\n`);
  }
  const file = option('--opinions');
  if (file)
    writeFileSync(
      file,
      JSON.stringify(Object.fromEntries([...opinions].map(([page, list]) => [page.id, list]))),
    );
  for (const threshold of [0.35, 0.4, 0.45, 0.5, 0.55]) report(scorer, pages, opinions, threshold);
}

/** Keeps only the features that some tree asks for, numbered anew, with short numbers. */
function compact({ first, second }: BothForests): unknown {
  const names = [...featureNames, ...contextFeatureNames];
  const used: number[] = [];
  const place = (feature: number): number => {
    const at = used.indexOf(feature);
    return at >= 0 ? at : used.push(feature) - 1;
  };
  const short = (number: number): number => Number(number.toPrecision(3));
  const shorten = (tree: Tree): Tree =>
    typeof tree === 'number'
      ? Number(tree.toFixed(3))
      : [place(tree[0]), short(tree[1]), shorten(tree[2]), shorten(tree[3])];
  const trees = { first: first.trees.map(shorten), second: second.trees.map(shorten) };
  return { features: used.map((feature) => names[feature]), ...trees };
}

function write(pages: TrainingPage[]): void {
  const { features, first, second } = compact(fitBoth(pages)) as {
    features: string[];
    first: Tree[];
    second: Tree[];
  };
  const lines = (trees: Tree[]): string => trees.map((tree) => JSON.stringify(tree)).join(',\n');
  const source = `{"features":${JSON.stringify(features)},\n"first":[\n${lines(first)}],\n"second":[\n${lines(second)}]}\n`;
  writeFileSync(modelFile, source);
  console.log(`wrote ${modelFile}: ${source.length} characters`);
}

const data = option('--data');
if (!data || !existsSync(data)) {
  console.error('give --data PATH, a folder of <id>/page.html.gz and expected.json');
  process.exit(2);
}
const folders = [data, option('--segments')].filter((folder): folder is string => folder !== null);
const pages = loadPages(folders, option('--rows') ?? '.cache/extraction-rows');
console.log(`${pages.length} pages of ${new Set(pages.map((page) => page.site)).size} sites`);
if (process.argv.includes('--evaluate')) await evaluate(pages, data);
if (process.argv.includes('--write')) write(pages);
