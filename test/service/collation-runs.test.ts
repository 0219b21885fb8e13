import { describe, expect, it } from 'vitest';
import { type Article, wordsOf } from '../../src/model/article';
import { type CollationPart, withPart } from '../../src/model/collation-parts';
import type { CollationView } from '../../src/model/library-query';
import { createService } from '../../src/service';
import { collateInParts, collate as collateWhole } from '../../src/service/collate';
import { CollationRuns } from '../../src/service/collation-runs';
import { contextOf } from '../../src/service/context';
import { ferryStory, given, newsroom, reusingStory, villagers } from './newsroom';

const clock = () => '2031-05-20T10:00:00.000Z';

/** A newsroom in which the ferry's story is saved but for the article that is read. */
async function savedStory() {
  const room = newsroom();
  const [read, ...others] = ferryStory();
  for (const article of others) await room.service.saveArticle(article);
  await room.service.settled();
  return { ...room, read: read as Article };
}

type Service = ReturnType<typeof createService>;

/** Asks for part after part as the popup does; `before` may put another background in the old one's place. */
async function inParts(
  service: Service,
  article: Article,
  before: (asked: number) => Service = () => service,
) {
  const parts: CollationPart[] = [];
  let asked: { run: string | null; position: number } = { run: null, position: 0 };
  let view: CollationView | null = null;
  for (let count = 0; ; count++) {
    const { run, position, part } = given(await before(count).collationPart(article, asked));
    parts.push(part);
    view = withPart(view, part);
    if (part.part === 'left-out') return { view: view as CollationView, parts };
    asked = { run, position: position + 1 };
  }
}

describe('a collation in parts', () => {
  it('is byte for byte the whole one in the end', async () => {
    const { service, read } = await savedStory();
    const { view, parts } = await inParts(service, read);
    expect(JSON.stringify(view)).toBe(JSON.stringify(given(await service.collate(read))));
    expect(view.collation.comparison.rows.length).toBeGreaterThan(0);
    const others = parts.map(({ part }) => part).filter((part) => part !== 'read' && part !== 'compared');
    expect(others).toEqual(['story', 'rows', 'only-here', 'left-out']);
  });

  it('says of each voice that it has been read, then that it has been compared', async () => {
    const { store, read } = await savedStory();
    const parts: CollationPart[] = [];
    for await (const part of collateInParts(contextOf(store, clock), read)) parts.push(part);
    const voices = (parts[0] as CollationPart & { part: 'story' }).coverage.voices;
    expect(parts.map(({ part }) => part)).toEqual([
      'story',
      ...voices.map(() => 'read'),
      ...voices.slice(1).map(() => 'compared'),
      'rows',
      'only-here',
      'left-out',
    ]);
  });

  it('names the voices that share passages once the story is told', async () => {
    const { store, service } = newsroom();
    const [read, other] = reusingStory();
    given(await service.saveArticle(other));
    await service.settled();
    const parts: CollationPart[] = [];
    for await (const part of collateInParts(contextOf(store, clock), read)) parts.push(part);
    expect(parts.map(({ part }) => part).slice(0, 3)).toEqual(['story', 'reuses', 'read']);
    const [reuse] = given(await service.collate(read)).collation.reuses;
    expect(reuse!.sides.map((side) => side.article)).toEqual([read.id, other.id]);
    expect(reuse!.passages.map(([here]) => wordsOf(read, 'text', here))).toEqual([villagers]);
  });

  it('works ahead of what is asked for, and leaves out progress that is overtaken', async () => {
    const { service, read } = await savedStory();
    const run = service.beginCollation(read);
    const story = given(await service.collationPart(read, { run, position: 0 }));
    expect(story).toMatchObject({ run, position: 0, part: { part: 'story' } });
    await expect
      .poll(async () => given(await service.collationPart(read, { run, position: 1 })).part.part)
      .toBe('rows');
  });

  it('shows no row, sentence or voice before the end that the whole one has not', async () => {
    const { service, read } = await savedStory();
    const whole = given(await service.collate(read)).collation;
    const { parts } = await inParts(service, read);
    let view: CollationView | null = null;
    for (const part of parts) {
      view = withPart(view, part) as CollationView;
      const { comparison, ...coverage } = view.collation;
      const { comparison: wanted, ...wantedCoverage } = whole;
      expect(coverage).toEqual(wantedCoverage);
      for (const name of ['rows', 'onlyHere', 'leftOut'] as const)
        expect([[], wanted[name]]).toContainEqual(comparison[name]);
    }
  });

  it('begins anew when the background was stopped in between, with the same end', async () => {
    const { service, store, read } = await savedStory();
    const whole = given(await service.collate(read));
    for (const death of [1, 2, 3]) {
      const next = createService({ store, clock });
      const again = await inParts(service, read, (asked) => (asked < death ? service : next));
      expect(again.parts.filter(({ part }) => part === 'story')).toHaveLength(2);
      expect(JSON.stringify(again.view)).toBe(JSON.stringify(whole));
    }
  });

  it('gives a part again whose answer was lost', async () => {
    const { service, read } = await savedStory();
    const first = given(await service.collationPart(read, { run: null, position: 0 }));
    expect(given(await service.collationPart(read, { run: first.run, position: 0 }))).toEqual(first);
    const whole = given(await service.collate(read)).collation.comparison;
    const last = 2 * whole.denominator.voices + 2;
    const both = await Promise.all(
      [last, last].map((position) => service.collationPart(read, { run: first.run, position })),
    );
    expect(given(both[0]!)).toEqual(given(both[1]!));
  });

  it('notes what differs once the last part was asked for', async () => {
    const { service, store, read } = await savedStory();
    await service.saveArticle(read);
    await service.settled();
    await inParts(service, read);
    await expect.poll(async () => (await store.get('cards', read.id))?.differs?.count).toBeGreaterThan(0);
  });

  it('forgets a run that failed', async () => {
    const { store, read } = await savedStory();
    const context = contextOf(store, clock);
    let failing = true;
    const runs = new CollationRuns(async function* (article) {
      if (failing) throw new Error('the disk went away');
      yield* collateInParts(context, article);
    });
    await expect(runs.part(read, { run: null, position: 0 })).rejects.toThrow('disk');
    failing = false;
    const { part } = await runs.part(read, { run: null, position: 0 });
    expect(part.part).toBe('story');
    expect((await collateWhole(context, read)).collation.voices.length).toBe(2);
  });
});
