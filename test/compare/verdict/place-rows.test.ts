import { describe, expect, it } from 'vitest';
import { storyOf } from '../../../src/compare/align/story';
import { pairContext } from '../../../src/compare/verdict/compare-pair';
import { placeRows } from '../../../src/compare/verdict/place-rows';
import { analysed } from '../articles';

/** The rows on places of two first sentences that are about one thing and not alike enough to be one statement. */
function places(a: string[], b: string[], score = 0.6): string[] {
  const articles = [a, b].map((paragraphs, at) => analysed({ outlet: `outlet-${at}`, paragraphs }));
  const { profiles, rarity } = storyOf(articles);
  const context = pairContext(profiles[0]!, profiles[1]!, rarity);
  const first = context.pairOf(0, 0)!;
  const pair = { ...first, score, clauses: { ...first.clauses, score } };
  return placeRows({ ...context, pairs: [pair] }).map(
    (row) => `${row.verdict}: ${row.a.value} / ${row.b.value}`,
  );
}

const camp = (place: string): string[] => [
  `A video seen by the Harrow Post shows recruits lining up for boots in ${place}.`,
];
const film = (place: string): string[] => [`Recruits of the rangers were filmed with new boots in ${place}.`];

describe('a place both tell', () => {
  it('is a row of its own where the sentences differ in the rest', () => {
    expect(places(camp('Lisk'), film('Lisk'))).toEqual(['agree: Lisk / Lisk']);
    expect(places(camp('Lisk'), film('Tarn'))).toEqual([]);
    expect(places(camp('Lisk'), film('Lisk'), 0.9)).toEqual([]);
  });

  it('is read with the quarter of the country, however it is written', () => {
    expect(places(camp('Russia’s south'), film('southern Russia'))).toEqual([
      'agree: Russia’s south / southern Russia',
    ]);
    expect(places(camp('Russia’s far east'), film('Russia’s Far East'))).toHaveLength(1);
    expect(places(camp('Russia’s far east'), film('eastern Russia'))).toEqual([]);
    expect(places(camp('Russia’s far east'), film('southern Russia'))).toEqual([]);
  });

  it('is no whole country, no owner and no place the whole story plays in', () => {
    expect(places(camp('Russia'), film('Russia'))).toEqual([]);
    expect(places(camp('Lisk’s old port'), film('Lisk’s old port'))).toEqual([]);
    const often = ['Rain fell in Lisk.', 'Schools in Lisk closed.', 'Boats in Lisk stayed ashore.'];
    expect(places([...camp('Lisk'), ...often], film('Lisk'))).toEqual([]);
  });
});
