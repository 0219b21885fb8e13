import { expect, it } from 'vitest';
import { pointsOf } from '../../src/ui/components/axis-plot';
import { proveRow } from '../../src/ui/proof';
import { post } from './gallery/articles';
import { floodView } from './gallery/comparison';
import { moved } from './gallery/rows';

const pointsWith = (...values: typeof moved.values) =>
  pointsOf(proveRow({ ...moved, values }, floodView.articles)!, post.id);

it('two wordings of one number are one point, with all who give it', () => {
  const [first, second, third] = moved.values;
  const alike = { ...second!, label: 'more than 2,300', low: first!.low, high: first!.high };
  const points = pointsWith(first!, alike, third!, { ...third!, low: 9_000, high: 9_000 });
  expect(points?.map(({ low }) => low)).toEqual([first!.low, third!.low, 9_000]);
  expect(points?.[0]?.outlet).toMatch(/ \+\d$/);
  expect(pointsWith(first!, alike, third!)).toBeNull();
});
