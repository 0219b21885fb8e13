import { expect, it } from 'vitest';
import { compareVoices } from '../../../src/compare';
import { storyOf } from '../../../src/compare/align/story';
import { pairContext } from '../../../src/compare/verdict/compare-pair';
import { statementRows } from '../../../src/compare/verdict/statement-rows';
import { analysed, ferryStory } from '../articles';

/** Agreement on statements between two reports of the ferry story that end with these sentences. */
function statements(a: string, b: string): string[] {
  const [first, second, ...rest] = ferryStory.map((sketch, at) => ({
    voice: sketch.outlet,
    ...analysed({ ...sketch, paragraphs: [...sketch.paragraphs, ...([a, b][at] ? [[a, b][at]!] : [])] }),
  }));
  return compareVoices({ subject: first!, others: [second!, ...rest] })
    .rows.filter(({ kind, verdict }) => kind === 'statement' && verdict === 'agree')
    .map(({ values }) => values[0]?.label ?? '')
    .filter((words) => words.includes('Rehnmark'));
}

it('two deeds of one man are not one statement', () => {
  const named = 'Transport Minister Mikkel Rehnmark cancelled a trip abroad and travelled to the coast.';
  expect(
    statements(named, 'Transport Minister Mikkel Rehnmark cancelled his trip abroad on the same day.'),
  ).toHaveLength(1);
  expect(statements(named, 'Transport Minister Mikkel Rehnmark has promised a full report.')).toEqual([]);
});

/** Rows on two sentences taken to be as alike as `score` says: "statement", or the name both give. */
function alike(a: string, b: string, score = 0.9): string[] {
  const articles = [a, b].map((text, at) => analysed({ outlet: `outlet-${at}`, paragraphs: [text] }));
  const { profiles, rarity } = storyOf(articles);
  const context = pairContext(profiles[0]!, profiles[1]!, rarity);
  const first = context.pairOf(0, 0)!;
  const pair = { ...first, score, clauses: first.clauses };
  return statementRows({ ...context, pairs: [pair] }).map((row) =>
    row.kind === 'name' ? row.a.value : row.kind,
  );
}

it('two sayings of one man are not one statement', () => {
  const hidden = '“The gate was locked from the inside,” said Jonas Rehn.';
  expect(alike(hidden, '“Nobody had locked the gate,” said Jonas Rehn.')).toEqual(['statement']);
  expect(alike(hidden, '“Two trains ran late,” said Jonas Rehn.')).toEqual([]);
});

it('two stages of one case agree on who it is, unless the name is that of an office', () => {
  const confessed = 'Jonas Rehn confessed to the murder of a clerk in Harrow.';
  const convicted = 'A jury convicted Jonas Rehn of the murder of a clerk in Harrow.';
  expect(alike(confessed, convicted)).toEqual(['Jonas Rehn']);
  expect(alike(convicted, convicted.replace('A jury', 'The jurors'))).toEqual(['statement']);
  const charged = 'President Jonas Rehn was charged with the murder of a clerk in Harrow.';
  const sentenced = 'President Jonas Rehn was sentenced for the murder of a clerk in Harrow.';
  expect(alike(charged, sentenced)).toEqual([]);
});

it.each([
  'Transport Minister Mikkel Rehnmark stopped short of calling for a ban on old ferries in the strait.',
  'Transport Minister Mikkel Rehnmark refrained from calling for a ban on old ferries in the strait.',
])('what is left undone is no agreement on it: %s', (undone) => {
  const called = 'Transport Minister Mikkel Rehnmark called for a ban on old ferries in the strait.';
  expect(statements(called, called)).toHaveLength(1);
  expect(statements(called, undone)).toEqual([]);
});
