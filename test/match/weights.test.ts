import { describe, expect, it } from 'vitest';
import { emptySnapshot, profileOf } from '../../src/match';
import { copyFeatures } from '../../src/match/copies/copy-features';
import { CopyText } from '../../src/match/copies/copy-text';
import copyWeights from '../../src/match/data/copy-weights.json';
import eventWeights from '../../src/match/data/event-weights.json';
import groupWeights from '../../src/match/data/group-weights.json';
import { groupFeatures, groupOf, noEvidence, sumsOf } from '../../src/match/group-link';
import { Neighbourhood } from '../../src/match/neighbourhood';
import { inventedArticle, randomNumbers } from './stories';

const [one, other] = [1, 2].map((number) => inventedArticle(number, 1, randomNumbers(number)));

const tables = {
  pairs: {
    table: eventWeights,
    features: () => {
      const around = Neighbourhood.of(profileOf(one!), [profileOf(other!)], emptySnapshot());
      return around.features(0, 1);
    },
  },
  groups: {
    table: groupWeights,
    features: () => {
      return groupFeatures(groupOf(0), groupOf(1), sumsOf(noEvidence));
    },
  },
  copies: { table: copyWeights, features: () => copyFeatures(new CopyText(one!), new CopyText(other!)) },
};

describe.each(Object.entries(tables))('the weights of %s', (_name, { table, features }) => {
  it('are those of the features, each finite and with its reason', () => {
    const made = features();
    expect(Object.keys(table.weights).sort()).toEqual(Object.keys(made).sort());
    for (const value of Object.values(made)) expect(Number.isFinite(value)).toBe(true);
    for (const { weight, reason } of Object.values(table.weights)) {
      expect(Number.isFinite(weight)).toBe(true);
      expect(reason.length).toBeGreaterThan(10);
    }
  });
});

describe('a pair', () => {
  it('has the same features whichever comes first', () => {
    const around = Neighbourhood.of(profileOf(one!), [profileOf(other!)], emptySnapshot());
    expect(around.features(0, 1)).toEqual(around.features(1, 0));
    const texts = [new CopyText(one!), new CopyText(other!)] as const;
    expect(copyFeatures(texts[0], texts[1])).toEqual(copyFeatures(texts[1], texts[0]));
  });
});
