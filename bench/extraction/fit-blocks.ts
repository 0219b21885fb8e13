/**
 * Fits the block classifier and prints its cross-validated figures.
 *
 *   npx tsx bench/extraction/fit-blocks.ts --data ../shared/bench/extraction/dev --segments
 *     ../shared/bench/extraction/dev-segments [--snapshots CACHE] [--evaluate] [--write]
 *
 * `--snapshots` keeps what the product reads of every page between runs: remove it when the reading changes.
 * `--evaluate` prints 5-fold figures by site of the whole product but the second reader, `--texts FILE` keeps the texts
 * it made; `--write` fits on all pages and writes src/extract/data/block-model.json.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BlockModel, type Forests, forestsOf } from '../../src/extract/classifier';
import { contextFeatureNames } from '../../src/extract/context-features';
import { featureNames } from '../../src/extract/features';
import { judgePage } from '../../src/extract/judge-page';
import type { Tree } from './boosting';
import { type TrainingPage, trainingPages } from './snapshots';
import { type BothForests, fitBoth, foldsBySite } from './training';

const outerFolds = 5;
const modelFile = resolve(import.meta.dirname, '../../src/extract/data/block-model.json');

const option = (name: string): string | null => {
  const at = process.argv.indexOf(name);
  return at < 0 ? null : (process.argv[at + 1] ?? null);
};

interface Scorer {
  scoreCase(gold: unknown, prediction: { text: string }): Score;
  aggregate(scores: unknown[]): Record<string, number>;
}

type Score = { text?: { f1: number } };

/** Figures of texts, over all and by source: the first two letters of a page's name. */
function report(scorer: Scorer, pages: TrainingPage[], textOf: (page: TrainingPage) => string): void {
  const scores = new Map(pages.map((page) => [page, scorer.scoreCase(page.gold, { text: textOf(page) })]));
  const figures = (some: Score[], names: string[]): string => {
    const all = scorer.aggregate(some);
    return names.map((name) => `${name} ${all[name]?.toFixed(4)}`).join('  ');
  };
  const low = pages.filter((page) => (scores.get(page)?.text?.f1 ?? 1) < 0.8);
  console.log(figures([...scores.values()], ['P', 'R', 'F1', 'pageF1', 'acc', 'segR', 'segP']));
  console.log(
    `pages under .8: ${low.length} (${low.map((page) => `${page.id} ${scores.get(page)?.text?.f1.toFixed(2)}`).join(', ')})`,
  );
  for (const source of [...new Set(pages.map((page) => page.id.slice(0, 2)))]) {
    const own = pages.filter((page) => page.id.startsWith(source) && page.gold.text);
    const of = own.map((page) => scores.get(page) as Score);
    if (of.length > 0) console.log(`${source}: ${of.length} pages  ${figures(of, ['F1', 'pageF1', 'acc'])}`);
  }
}

/** What the product makes of a page with forests that have not seen its site; without the second reader. */
function textWith(forests: Forests, page: TrainingPage): string {
  const judged = judgePage(page.snapshot, { capturedAt: '2025-01-01T00:00:00.000Z' }, forests);
  return judged.ok ? judged.value.article.text : '';
}

async function evaluate(pages: TrainingPage[], data: string): Promise<void> {
  const scorer = (await import(pathToFileURL(resolve(data, '..', 'score.mjs')).href)) as Scorer;
  const folds = foldsBySite(pages, outerFolds);
  const texts = new Map<TrainingPage, string>();
  for (let fold = 0; fold < outerFolds; fold++) {
    const forests = forestsOf(compact(fitBoth(pages.filter((page) => folds.get(page) !== fold))));
    for (const page of pages.filter((other) => folds.get(other) === fold))
      texts.set(page, textWith(forests, page));
    process.stderr.write(`fold ${fold + 1} of ${outerFolds}\n`);
  }
  const file = option('--texts');
  if (file)
    writeFileSync(
      file,
      JSON.stringify(Object.fromEntries([...texts].map(([page, text]) => [page.id, { text }]))),
    );
  report(scorer, pages, (page) => texts.get(page) ?? '');
}

/** Keeps only the features that some tree asks for, numbered anew, with short numbers. */
function compact({ first, second }: BothForests): BlockModel {
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
  return { features: used.map((feature) => names[feature] as string), ...trees };
}

function write(pages: TrainingPage[]): void {
  const { features, first, second } = compact(fitBoth(pages));
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
const pages = trainingPages(folders, option('--snapshots') ?? '.cache/extraction-snapshots');
console.log(`${pages.length} pages of ${new Set(pages.map((page) => page.site)).size} sites`);
if (process.argv.includes('--evaluate')) await evaluate(pages, data);
if (process.argv.includes('--write')) write(pages);
