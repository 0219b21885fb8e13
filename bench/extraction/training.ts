import { contextFeatures } from '../../src/extract/context-features';
import { featureNames } from '../../src/extract/features';
import { type BoostingOptions, type Forest, fitForest, type Samples, scoreForest } from './boosting';
import type { TrainingPage } from './snapshots';

export interface BothForests {
  first: Forest;
  second: Forest;
}

const width = featureNames.length;
const innerFolds = 3;

export const firstOptions: BoostingOptions = {
  trees: 60,
  depth: 5,
  rate: 0.16,
  penalty: 4,
  leastHessian: 4,
  featureShare: 0.35,
  groupShare: 0.75,
  seed: 1,
};
export const secondOptions: BoostingOptions = {
  ...firstOptions,
  trees: 40,
  depth: 4,
  featureShare: 0.4,
  seed: 2,
};

const chance = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** Long blocks count more, as they do for the reader, but not by their length: a caption is an error too. */
function weightOf(page: TrainingPage, index: number): number {
  const weight = page.labels[index]?.weight ?? 0;
  const length = page.blocks[index]?.text.length ?? 0;
  const evidence = page.gold.text ? 1 : 1.5;
  return weight * (0.6 + Math.sqrt(length / 6) / 6) * evidence;
}

/** `contextFeatures` of all blocks. */
const contextOf = (page: TrainingPage, opinions: number[]): number[][] =>
  contextFeatures(page.blocks, opinions) as number[][];

function samplesOf(pages: TrainingPage[], context: Map<TrainingPage, number[][]> | null): Samples {
  const chosen = pages.flatMap((page, group) =>
    page.blocks.flatMap((_, index) =>
      weightOf(page, index) > 0 && page.rows[index] ? [{ page, group, index }] : [],
    ),
  );
  const extra = context ? (context.get(pages[0] as TrainingPage)?.[0]?.length ?? 0) : 0;
  const features = width + extra;
  const samples: Samples = {
    values: new Float32Array(chosen.length * features),
    features,
    labels: new Uint8Array(chosen.length),
    weights: new Float32Array(chosen.length),
    groups: new Int32Array(chosen.length),
  };
  chosen.forEach(({ page, group, index }, row) => {
    samples.values.set(page.rows[index] ?? [], row * features);
    samples.values.set(context?.get(page)?.[index] ?? [], row * features + width);
    samples.labels[row] = page.labels[index]?.inArticle ? 1 : 0;
    samples.weights[row] = weightOf(page, index);
    samples.groups[row] = group;
  });
  return samples;
}

const firstOpinions = (forest: Forest, page: TrainingPage): number[] =>
  page.rows.map((row) => (row ? chance(scoreForest(forest, row)) : 0));

/** Folds by site, so that no site is on both sides; the same for the same sites. */
export function foldsBySite(pages: TrainingPage[], folds: number): Map<TrainingPage, number> {
  const sites = [...new Set(pages.map((page) => page.site))].sort();
  // A stride that has no factor in common with the folds spreads neighbours in the alphabet.
  const foldOf = new Map(sites.map((site, index) => [site, (index * 7) % folds]));
  return new Map(pages.map((page) => [page, foldOf.get(page.site) ?? 0]));
}

/**
 * Fits the first forest, and the second one on opinions that the first gave on pages it had not seen: on its own
 * pages it is surer than it will ever be again.
 */
export function fitBoth(pages: TrainingPage[]): BothForests {
  const folds = foldsBySite(pages, innerFolds);
  const context = new Map<TrainingPage, number[][]>();
  for (let fold = 0; fold < innerFolds; fold++) {
    const forest = fitForest(
      samplesOf(
        pages.filter((page) => folds.get(page) !== fold),
        null,
      ),
      firstOptions,
    );
    for (const page of pages.filter((other) => folds.get(other) === fold)) {
      context.set(page, contextOf(page, firstOpinions(forest, page)));
    }
  }
  return {
    first: fitForest(samplesOf(pages, null), firstOptions),
    second: fitForest(samplesOf(pages, context), secondOptions),
  };
}
