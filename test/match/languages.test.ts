import { describe, expect, it } from 'vitest';
import { collapseVoices, decideStory, MatchIndex, memoryBlobs } from '../../src/match';
import type { Article } from '../../src/model/article';
import { stories } from './language-stories';
import { article } from './stories';

async function sameFor(subject: Article, articles: Article[]): Promise<string[]> {
  const index = new MatchIndex(memoryBlobs());
  await index.addAll(articles);
  const byId = new Map(articles.map((one) => [one.id, one]));
  const candidates = (await index.candidates(subject)).map(({ id }) => byId.get(id)!);
  const { same } = decideStory(subject, candidates, { statistics: await index.statistics() });
  return same.map((match) => byId.get(match.article)!.outlet.value).sort();
}

/** In every language: two reports of one event (`a`, `b`), one of another event of the same kind (`c`). */
describe.each(Object.entries(stories))('stories in %s', (language, drafts) => {
  const made = Object.fromEntries(
    Object.entries(drafts).map(([name, draft]) => [
      name,
      article({ ...draft, language, address: `https://${name}.test/${language}`, outlet: name }),
    ]),
  );
  const { a, b, c } = made as Record<'a' | 'b' | 'c', Article>;
  const everything = Object.keys(stories).flatMap((other) =>
    Object.entries(stories[other as keyof typeof stories]).map(([name, draft]) =>
      other === language
        ? made[name]!
        : article({
            ...draft,
            language: other,
            address: `https://${other}-${name}.test/1`,
            outlet: `${other} ${name}`,
          }),
    ),
  );

  it('finds the other report of the event and not its like', async () => {
    expect(await sameFor(a, everything)).toEqual(['b']);
    expect(await sameFor(c, everything)).toEqual([]);
  });

  it('takes a shortened copy for one voice and the other report for another', () => {
    const paragraphs = drafts.a.paragraphs.slice(0, -1);
    const copy = article({
      ...drafts.a,
      paragraphs,
      language,
      address: 'https://copy.test/1',
      outlet: 'copy',
    });
    expect(collapseVoices([a, copy, b]).map((voice) => voice.articles.length)).toEqual([2, 1]);
  });
});
