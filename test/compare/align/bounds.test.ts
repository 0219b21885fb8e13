import { describe, expect, it } from 'vitest';
import { type BoundRow, StoryBounds } from '../../../src/compare/align/bounds';
import { profileOf } from '../../../src/compare/align/profile';
import { rarityOf } from '../../../src/compare/align/rarity';
import { weighedArticle } from '../../../src/compare/align/weighed';
import { analysed } from '../articles';

const harbour = [
  'The harbour of Tarn was closed on Monday after a ferry struck the quay.',
  'Twelve passengers were taken to hospital in Lisk.',
  'The ferry company said the quay had been repaired in spring.',
  'Divers looked at the hull of the ferry on Tuesday.',
];

const other = ['The quay of Lisk was painted in spring.', 'A ferry struck a pier at Orv on Monday.'];

function storyOf(texts: readonly string[][], most?: number): { bounds: StoryBounds; places: number[] } {
  const profiles = texts.map((paragraphs, at) => profileOf(analysed({ outlet: `Paper ${at}`, paragraphs })));
  const rarity = rarityOf(profiles);
  const bounds = new StoryBounds(rarity, most);
  return { bounds, places: profiles.map((profile) => bounds.join(weighedArticle(profile, rarity))) };
}

/** Which sentences of the article at a place a row holds. */
const partnersIn = (bounds: StoryBounds, row: BoundRow, place: number): number[] =>
  [...row.columns.subarray(row.starts[place], row.starts[place + 1])].map(
    (column) => column - bounds.offsetOf(place),
  );

describe('rows of bounds', () => {
  it('finds the partners in all other articles of the story, and none in its own', () => {
    const { bounds } = storyOf([harbour, [...harbour].reverse(), other]);
    const row = bounds.rowOf(0, 3);
    expect(partnersIn(bounds, row, 0)).toEqual([]);
    expect(partnersIn(bounds, row, 1)).toContain(0);
    expect(row.starts[3]).toBe(row.columns.length);
    expect(row.most.length).toBe(row.columns.length);
  });

  it('takes an article in once, and finds partners in one that comes later', () => {
    const profile = profileOf(analysed({ outlet: 'Tarn Post', paragraphs: harbour }));
    const later = profileOf(analysed({ outlet: 'Lisk News', paragraphs: other }));
    const rarity = rarityOf([profile]);
    const bounds = new StoryBounds(rarity);
    expect(bounds.join(weighedArticle(profile, rarity))).toBe(0);
    expect(bounds.rowOf(0, 0).columns).toHaveLength(0);
    expect(bounds.join(weighedArticle(later, rarity))).toBe(1);
    expect(bounds.join(weighedArticle(profile, rarity))).toBe(0);
    expect(partnersIn(bounds, bounds.rowOf(0, 0), 1)).toContain(1);
  });

  it('keeps a row while there is room for it', () => {
    const { bounds, places } = storyOf([harbour, [...harbour].reverse()], 1000);
    const first = bounds.rowOf(0, 0);
    for (const at of [1, 2, 3]) bounds.rowOf(0, at);
    expect(places).toEqual([0, 1]);
    expect(bounds.rowOf(0, 0)).toBe(first);
  });

  it('forgets rows when there is no room, and works out the same again', () => {
    const { bounds } = storyOf([harbour, [...harbour].reverse()], 2);
    const first = bounds.rowOf(0, 0);
    for (const at of [1, 2, 3]) bounds.rowOf(0, at);
    expect(bounds.rowOf(0, 0)).not.toBe(first);
    expect(bounds.rowOf(0, 0)).toEqual(first);
    expect(first.columns.length).toBeGreaterThan(0);
  });
});
