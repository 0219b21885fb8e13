import { expect, it } from 'vitest';
import type { CallInput } from '../../src/messages/protocol';
import { fail, ok } from '../../src/model/result';
import { bringIn } from '../../src/options/coverage/bring-in';
import { connect } from '../../src/ui/connection';

const file = (rows: number) => {
  const lines = Array.from({ length: rows }, (_, index) =>
    JSON.stringify({
      headline: `Ferry report ${index}`,
      address: `https://marrowpost.test/ferry/${index}`,
      text: `The ferry of Tarn quay ran for the ${index + 1}. time this spring. Nobody was late.`,
    }),
  );
  const blob = new Blob([lines.join('\n')]);
  return { name: 'articles.jsonl', size: blob.size, stream: () => blob.stream() };
};

/** Brings 120 rows in while the background is gone the given number of times in a row within the second batch. */
async function bringInThrough(deaths: number) {
  const taken = new Set<number>();
  let left = deaths;
  connect(async (name, input) => {
    if (name === 'import.begin') return ok({ key: 'i1' }) as never;
    if (name === 'import.rows') {
      if (taken.size > 0 && left-- > 0) return fail('worker-gone');
      for (const { position } of (input as CallInput<'import.rows'>).rows) taken.add(position);
    }
    return ok({ taken: taken.size }) as never;
  });
  const result = await bringIn([file(120)], {
    readPdf: async () => fail('no-article'),
    signal: new AbortController().signal,
    progress: () => {},
  });
  return { result, taken: taken.size };
}

it('goes on when the background is stopped again while it comes back', async () => {
  const { result, taken } = await bringInThrough(3);
  expect(result.ok).toBe(true);
  expect(taken).toBe(120);
});

it('says so and stops when the background never answers again', async () => {
  const { result, taken } = await bringInThrough(Number.POSITIVE_INFINITY);
  expect(result).toMatchObject({ ok: false, failure: { code: 'worker-gone' } });
  expect(taken).toBe(50);
});
