import { describe, expect, it } from 'vitest';
import { type AnalysedVoice, compareVoices } from '../../../src/compare';
import { Coverage } from '../../../src/compare/across/coverage';
import { onlyHere } from '../../../src/compare/across/only-here';
import { profileOf } from '../../../src/compare/align/profile';
import { storyOf } from '../../../src/compare/align/story';
import type { PairRow } from '../../../src/compare/verdict/rows';
import { type ArticleSketch, analysed } from '../articles';

const voice = (sketch: ArticleSketch): AnalysedVoice => ({ voice: sketch.outlet, ...analysed(sketch) });

const headline = 'Cyclists cross the frozen Ostra lagoon by torchlight';
const question = 'Who would have thought that the old ice skippers might teach a mayor to pedal?';
const alone = 'A baker from Quellen handed out cinnamon buns to everyone who reached the far shore.';

const short = 'Nobody drowned.';
const dateLine = 'Ostra Lagoon Gazette, 3 May 2031, 10:24 AM';
const brokenOff = 'The lanterns had been folded by pupils of the lace school in…';

const subject = voice({
  outlet: 'one',
  headline,
  published: '2031-05-03',
  paragraphs: [`${headline}.`, question, alone, short, dateLine, brokenOff],
});
const others = ['two', 'three'].map((outlet) =>
  voice({
    outlet,
    headline: 'Harbour council votes on dredging',
    published: '2031-05-03',
    paragraphs: [
      'The harbour council of Port Ellery voted on Saturday to dredge the eastern channel.',
      'Work will begin in the autumn and cost about 4 million crowns, the council said.',
    ],
  }),
);

describe('what is only here', () => {
  const told = compareVoices({ subject, others }).onlyHere.map(({ evidence: { quote } }) =>
    subject.article.text.slice(quote.start, quote.end),
  );

  it('is a sentence no other voice has', () => {
    expect(told).toContain(alone);
  });

  it('is no question, for it states nothing', () => {
    expect(told).not.toContain(question);
  });

  it('may be as short as two words', () => {
    expect(told).toContain(short);
  });

  it('is no line of the page that states nothing', () => {
    expect(told).not.toContain(dateLine);
  });

  it('is no sentence the text breaks off in', () => {
    expect(told).not.toContain(brokenOff);
  });

  it('is no headline told again in the text', () => {
    expect(told).not.toContain(`${headline}.`);
  });
});

describe('a sentence that stands in a row', () => {
  const { rarity } = storyOf([subject, ...others]);
  const profile = profileOf(subject);
  const coverage = others.map((other) => new Coverage(profile, profileOf(other), rarity));
  const at = profile.sentences.find(({ text }) => text === alone)!.sentence;
  const starts = (certain: boolean) =>
    onlyHere({ voice: 'one', profile }, coverage, [{ certain, a: { sentence: at } } as PairRow]).map(
      ({ evidence: { quote } }) => quote.start,
    );

  it('is told elsewhere where the row is certain', () => {
    expect(starts(false)).toContain(profile.sentences[at]!.start);
    expect(starts(true)).not.toContain(profile.sentences[at]!.start);
  });
});
