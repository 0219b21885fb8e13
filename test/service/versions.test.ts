import { describe, expect, it } from 'vitest';
import type { FactChange } from '../../src/model/version-change';
import { article, given, newsroom } from './newsroom';

const early = [
  'A landslide above the village of Orrin killed 12 people on Tuesday, the Ketter police said.',
  'The mountain road was closed for two weeks, road officer Hanne Lode said.',
  'Volunteers brought soup to the school where families slept.',
];

const written = (paragraphs: string[]) =>
  article('Ketter Post', 'Landslide hits Orrin', paragraphs.join('\n\n'), { day: '2031-05-06' });

async function changesBetween(...texts: ReturnType<typeof written>[]): Promise<FactChange[][]> {
  const { service } = newsroom();
  for (const text of texts) given(await service.saveArticle(text));
  return given(await service.versionChanges(texts[0]?.id ?? '')).changes.map(({ facts }) => facts);
}

describe('what changed between two versions', () => {
  it('is the toll, in the words of both, and not the sentences that stayed', async () => {
    const later = written([early[0]?.replace('12 people', '15 people') ?? '', ...early.slice(1)]);
    const [facts] = await changesBetween(written(early), later);
    expect(facts).toMatchObject([
      { kind: 'value', of: 'quantity', before: { value: '12 people' }, after: { value: '15 people' } },
    ]);
  });

  it('is a byline that went, though no word of the text did', async () => {
    const signed = { ...written(early), authors: { value: ['Ila Morn'], source: 'byline' as const } };
    const [facts] = await changesBetween(signed, written(early));
    expect(facts).toEqual([{ kind: 'byline', before: 'Ila Morn', after: null }]);
  });

  it('is a fact that came or went with its sentence, while plain sentences are counted', async () => {
    const { service } = newsroom();
    const first = written(early);
    const second = written([
      ...early.slice(0, 2),
      'Engineers measured a crack of 40 metres above the church, mayor Pell Arn said.',
      'It rained.',
    ]);
    given(await service.saveArticle(first));
    given(await service.saveArticle(second));
    const [change] = given(await service.versionChanges(first.id)).changes;
    expect(change?.facts.map(({ kind }) => kind)).toEqual(['added']);
    expect(change).toMatchObject({ added: 1, removed: 1, reworded: 0 });
  });

  it('is nothing when the outlet only turned a sentence round', async () => {
    const { service } = newsroom();
    const first = written(early);
    const second = written([
      ...early.slice(0, 2),
      'Volunteers brought the families who slept at the school soup.',
    ]);
    given(await service.saveArticle(first));
    given(await service.saveArticle(second));
    const [change] = given(await service.versionChanges(first.id)).changes;
    expect(change).toMatchObject({ facts: [], added: 0, removed: 0, reworded: 1 });
  });

  it('comes newest first, each against the one before', async () => {
    const with15 = written([early[0]?.replace('12', '15') ?? '', ...early.slice(1)]);
    const with19 = written([early[0]?.replace('12', '19') ?? '', ...early.slice(1)]);
    const all = await changesBetween(written(early), with15, with19);
    expect(all.map(([fact]) => fact?.kind === 'value' && [fact.before.value, fact.after.value])).toEqual([
      ['15 people', '19 people'],
      ['12 people', '15 people'],
    ]);
  });
});
