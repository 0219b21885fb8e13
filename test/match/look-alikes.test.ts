import { describe, expect, it } from 'vitest';
import { decideStory, MatchIndex, memoryBlobs } from '../../src/match';
import { lookAlikes } from './look-alikes';

async function decided(dated: boolean) {
  const { articles, incidentOf } = lookAlikes(25, dated);
  const index = new MatchIndex(memoryBlobs());
  await index.addAll(articles);
  const statistics = await index.statistics();
  const byId = new Map(articles.map((one) => [one.id, one]));
  const counts = { right: 0, wrong: 0, missed: 0, reached: 0 };
  const asked = articles.filter((_, at) => at % 5 === 0);
  for (const one of asked) {
    const candidates = (await index.candidates(one)).map(({ id }) => byId.get(id)!);
    const { same, later, ranked } = decideStory(one, candidates, { statistics });
    const isMate = (id: string) => incidentOf.get(id) === incidentOf.get(one.id);
    const taken = [...same, ...later].map((match) => match.article);
    counts.right += taken.filter(isMate).length;
    counts.wrong += taken.filter((id) => !isMate(id)).length;
    counts.missed += taken.some(isMate) ? 0 : 1;
    counts.reached += ranked[0] && isMate(ranked[0].article) ? 1 : 0;
  }
  return { ...counts, articles: asked.length };
}

describe('two hundred reports of incidents that read alike', () => {
  it.each([
    ['with days of publication', true],
    ['without', false],
  ])('are told apart by places, people, days and figures, %s', async (_name, dated) => {
    const { right, wrong, missed, reached, articles } = await decided(dated);
    expect(wrong).toBeLessThanOrEqual(articles * 0.02);
    expect(reached).toBeGreaterThanOrEqual(articles * 0.97);
    expect(right).toBeGreaterThanOrEqual(articles * 0.8);
    expect(missed).toBe(articles - right);
  });
});
