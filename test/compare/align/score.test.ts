import { describe, expect, it } from 'vitest';
import weightTable from '../../../src/compare/align/data/weights.json';
import { type FeatureName, type Features, featureNames } from '../../../src/compare/align/feature-names';
import {
  alignmentScore,
  logistic,
  scoreWithoutNumbers,
  scoreWithoutTimes,
} from '../../../src/compare/align/score';

const weights: Record<FeatureName, number> & { bias: number } = weightTable;

const only = (...names: FeatureName[]): Features =>
  Object.fromEntries(featureNames.map((name) => [name, names.includes(name) ? 1 : 0])) as Features;

describe('the alignment score', () => {
  it.each(featureNames)('weighs %s as the table has it', (name) => {
    expect(alignmentScore(only(name))).toBeCloseTo(logistic(weights.bias + weights[name]), 12);
  });

  it('leaves the numbers out where their say is not wanted', () => {
    const numbers = only('numberSame', 'numberTelling', 'numberDiffers', 'exact');
    expect(scoreWithoutNumbers(numbers)).toBe(alignmentScore(only('exact')));
  });

  it('leaves the times out where their say is not wanted', () => {
    expect(scoreWithoutTimes(only('timeSame', 'timeApart', 'exact'))).toBe(alignmentScore(only('exact')));
  });
});
