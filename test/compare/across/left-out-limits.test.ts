import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leftOutChance } from '../../../src/compare/across/absence';
import { Coverage } from '../../../src/compare/across/coverage';
import {
  askLeftOut,
  type LeftOutQuestion,
  leftOutEvidence,
} from '../../../src/compare/across/left-out-limits';
import { storyOf } from '../../../src/compare/align/story';
import { analysed, ferryStory } from '../articles';
import { sketch } from '../random-articles';

/** Each sentence of the second article, asked for in the first by what the others tell. */
function questions(sketches: Parameters<typeof analysed>[0][]): LeftOutQuestion[] {
  const { profiles, rarity } = storyOf(sketches.map(analysed));
  const [subject, voice, ...others] = profiles;
  if (!subject || !voice) return [];
  const here = new Coverage(voice, subject, rarity);
  const there = others.map((other) => new Coverage(voice, other, rarity));
  const disputed = new Map();
  return voice.sentences.map((sentence) => ({ sentence, subject, here, there, rarity, disputed }));
}

/** The chances asked from `least` on, and those of all the evidence, each worked out in a story of its own. */
const bothWays = (sketches: Parameters<typeof analysed>[0][], least: number) => ({
  asked: questions(sketches).map((question) => askLeftOut(question, least)?.chance ?? null),
  whole: questions(sketches).map((question) => {
    const evidence = leftOutEvidence(question);
    const chance = evidence ? leftOutChance(evidence.values) : 0;
    return evidence && chance >= least ? chance : null;
  }),
});

describe('what is left out, given up as soon as it cannot be', () => {
  it('is what all the evidence says', () => {
    fc.assert(
      fc.property(
        fc.array(sketch, { minLength: 3, maxLength: 5 }),
        fc.constantFrom(0.2, 0.5, 0.75),
        (sketches, least) => {
          const { asked, whole } = bothWays(sketches, least);
          expect(asked).toEqual(whole);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('is found in a story that leaves something out', () => {
    const { asked } = bothWays(ferryStory, 0.2);
    expect(asked.some((chance) => chance !== null)).toBe(true);
  });
});
