import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collapseVoices, reusesAmong } from '../../src/match';
import { CopyText } from '../../src/match/copies/copy-text';
import { readingOf, sharedRuns } from '../../src/match/copies/shared-passages';
import type { Article } from '../../src/model/article';
import { wordsOf } from '../../src/model/article';
import { tokens } from '../../src/text/words';
import { bridge, own, wire } from './bridge-reports';
import { article, type Draft } from './stories';

const reusesOf = (articles: Article[]) =>
  reusesAmong(
    collapseVoices(articles),
    Object.fromEntries(articles.map((one) => [one.id, one])),
    articles[0]!.id,
  );

const between = (...drafts: Draft[]) => reusesOf(drafts.map(article));

/** A report of the bridge with nothing of the others, and then these paragraphs. */
const ownWith = (...paragraphs: string[]): Draft => ({
  ...own,
  paragraphs: [own.paragraphs[0]!, ...own.paragraphs.slice(2), ...paragraphs],
});

const withBridge = (...paragraphs: string[]): Draft => ({
  ...wire,
  paragraphs: [...bridge.slice(0, 2), ...bridge.slice(3), ...paragraphs],
});

const added = (line: string) => [withBridge(line), ownWith(line)] as const;

describe('shared passages of two voices', () => {
  it('shows a paragraph of another report as a range of both texts, with its share and what stands beside it', () => {
    const articles = [wire, ownWith(bridge[4]!)].map(article);
    const [reuse, ...others] = reusesOf(articles);
    expect(others).toEqual([]);
    expect(reuse!.sides.map((side) => side.article)).toEqual(articles.map(({ id }) => id));
    const cut = reuse!.passages.map((spans) => spans.map((span, at) => wordsOf(articles[at]!, 'text', span)));
    expect(cut).toEqual([[bridge[4]!.slice(0, -1), bridge[4]!.slice(0, -1)]]);
    expect(reuse!.sides[1].share).toBeCloseTo(bridge[4]!.length / articles[1]!.text.length, 1);
    const beside = reuse!.sides[1].added.map((span) => wordsOf(articles[1]!, 'text', span));
    expect(beside.join(' ')).toContain('Our reporter counted four broken strands');
    expect(beside.join(' ')).not.toContain('two halves of the valley');
  });

  it('takes several short runs for what one long run is', () => {
    const first = 'planks from the middle of the span were found twelve miles downstream by shepherds.';
    const second = 'goats and a handcart were still tied to the western railing at nightfall.';
    const reuses = between(
      withBridge(`By morning ${first}`, `Two ${second}`, `The council had asked for a survey.`),
      ownWith(`On Wednesday ${first}`, `Several ${second}`),
    );
    expect(reuses[0]!.passages).toHaveLength(2);
  });

  it('passes over a quotation that both have, with marks and without', () => {
    expect(between(wire, own)).toEqual([]);
    const words =
      'We have never seen the river so high in spring and we shall not let a single child cross it on ropes again.';
    expect(between(...added(words))).toEqual([]);
    expect(between(...added(words.replaceAll(/\bwe\b/gi, 'they')))).toHaveLength(1);
  });

  it('passes over names and titles, however many', () => {
    const names =
      'Maj. Oren Tallow of the Ostrel Guards, Capt. Ruda Vance of the Tarn Rifles and Lt. Col. Bel Harrow of the Provincial Engineers';
    expect(between(...added(`${names}.`))).toEqual([]);
  });

  it('passes over lines of law and of credit', () => {
    const law =
      'All rights reserved. This material may not be published, broadcast, rewritten or redistributed without the written consent of its owner.';
    expect(between(...added(law))).toEqual([]);
    expect(
      between(...added(law.replace('All rights', 'Old nets').replace('not be', 'soon be'))),
    ).toHaveLength(1);
  });

  it('says nothing of an outlet that uses its own sentences again', () => {
    const again = { ...ownWith(bridge[4]!), address: 'https://valley-courier.test/later' };
    expect(between(wire, again)).toEqual([]);
  });

  it('says nothing of copies, which are one voice', () => {
    const copy = { ...wire, address: 'https://city-echo.test/a1', outlet: 'City Echo' };
    expect(between(wire, copy)).toEqual([]);
  });

  it('gives ranges of equal words, whatever the texts', () => {
    const pieces = [...bridge, ...own.paragraphs, 'the river the river the river', '“', '" ', 'Ostrel (AP)'];
    const texts = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(texts, texts, (left, right) => {
        const articles = [
          article({ ...wire, paragraphs: left }),
          article({ ...own, paragraphs: right }),
        ] as const;
        for (const { passages, sides } of reusesOf([...articles])) {
          for (const spans of passages) {
            const [one, other] = spans.map((span, at) => {
              const side = articles.find(({ id }) => id === sides[at]!.article)!;
              return tokens(wordsOf(side, 'text', span)!, 'en').map(({ word }) => word);
            });
            expect(one).toEqual(other);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('finds each stretch once in texts that say one thing again and again', () => {
    const [left, right] = ['https://one.test/a', 'https://two.test/b'].map((address) => {
      const paragraphs = ['the river by the old mill rose and the '.repeat(2_000)];
      const one = article({ ...wire, address, paragraphs });
      return readingOf(one, new CopyText(one));
    });
    const runs = sharedRuns(left!, right!);
    expect(runs.reduce((sum, { length }) => sum + length, 0)).toBe(left!.text.words.length);
  });
});
