import { describe, expect, it } from 'vitest';
import { lackingOf, sharedFacts } from '../../../src/compare/across/missing';
import { profileOf } from '../../../src/compare/align/profile';
import { storyOf } from '../../../src/compare/align/story';
import { weighedArticle } from '../../../src/compare/align/weighed';
import { analysed } from '../articles';

const voice = (outlet: string, text: string) =>
  analysed({ outlet, published: '2031-05-03', paragraphs: [text] });

/** What one sentence tells that another tells too and an article without it lacks, in the words of the first. */
function shared(sentence: string, other: string): string[] {
  const analyses = [voice('read', 'A barge sank in the canal.'), voice('one', sentence), voice('two', other)];
  const { rarity } = storyOf(analyses);
  const [read, one, two] = analyses.map((each) => profileOf(each));
  const weighed = weighedArticle(one!, rarity).sentences.find(({ unit }) => unit.part === 'text')!;
  const lacking = lackingOf(weighed, read!, rarity, weighedArticle(read!, rarity));
  const others = two!.sentences.filter(({ part }) => part === 'text');
  return sharedFacts(lacking, others, new Map()).map(({ start, end }) => sentence.slice(start, end));
}

describe('what two sentences tell and an article lacks', () => {
  it('is a number that counts something like it', () => {
    expect(shared('The barge carried 40 wagons.', 'It had 40 wagons on board.')).toHaveLength(1);
    expect(shared('The barge carried 40 wagons.', 'A farmer keeps 40 cows there.')).toEqual([]);
  });

  it('is no number where there was none of a thing', () => {
    expect(shared('There were no reports of injuries.', 'He had no reports of injuries.')).toEqual([]);
  });

  it('is a town, but no country and no place of writing', () => {
    expect(shared('It came from Lundmark.', 'Its home was Lundmark.')).toEqual(['Lundmark']);
    expect(shared('It came from Norway.', 'Its home was Norway.')).toEqual([]);
    expect(shared('LUNDMARK (Kestrel) — It sank.', 'LUNDMARK — The barge sank.')).toEqual([]);
  });
});
