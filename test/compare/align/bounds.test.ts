import { describe, expect, it } from 'vitest';
import { BoundDesk, BoundRows } from '../../../src/compare/align/bounds';
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

function rowsWithin(most: number): BoundRows {
  const profile = profileOf(analysed({ outlet: 'Tarn Post', paragraphs: harbour }));
  const other = profileOf(analysed({ outlet: 'Lisk News', paragraphs: [...harbour].reverse() }));
  const rarity = rarityOf([profile, other]);
  const desk = new BoundDesk(rarity, most);
  return new BoundRows(weighedArticle(profile, rarity), weighedArticle(other, rarity), desk);
}

describe('rows of bounds', () => {
  it('keeps a row while there is room for it', () => {
    const rows = rowsWithin(1000);
    const first = rows.of(0);
    for (const at of [1, 2, 3]) rows.of(at);
    expect(rows.of(0)).toBe(first);
  });

  it('forgets rows when there is no room, and works out the same again', () => {
    const rows = rowsWithin(8);
    const first = rows.of(0);
    for (const at of [1, 2, 3]) rows.of(at);
    expect(rows.of(0)).not.toBe(first);
    expect(rows.of(0)).toEqual(first);
    expect(first.firstPartner).toBeGreaterThanOrEqual(0);
  });
});
