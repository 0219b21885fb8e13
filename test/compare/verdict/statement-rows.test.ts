import { expect, it } from 'vitest';
import { compareVoices } from '../../../src/compare';
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
