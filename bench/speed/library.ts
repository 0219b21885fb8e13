import { contextOf, type ServiceContext } from '../../src/service/context';
import { indexedDbStore } from '../../src/store';

/** The library that is measured; it grows from one size to the next. */
export const libraryName = 'speed';

/** Where the words of the articles lie for the rivals, `wordsTogether` articles to a record. */
export const wordsTable = 'speed-words';
export const wordsTogether = 1_000;

/** Everything a background worker has when it starts: nothing read yet. */
export const openLibrary = (): ServiceContext =>
  contextOf(indexedDbStore(libraryName), () => '2032-01-01T00:00:00.000Z');

export const elapsed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

export const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((left, right) => left - right)[
    Math.min(values.length - 1, Math.floor(values.length * share))
  ]!;

/**
 * Takes one order, does it, answers; lines of progress go as `{ say }`, an error as `{ failed }`. A service worker is
 * given a port to answer through.
 */
export function takeOrders<Order, Answer>(
  obey: (order: Order, say: (line: string) => void) => Promise<Answer>,
): void {
  addEventListener('message', async ({ data, ports }: MessageEvent<Order>) => {
    const asker: { postMessage(message: unknown): void } = ports[0] ?? globalThis;
    try {
      asker.postMessage({ done: await obey(data, (say) => asker.postMessage({ say })) });
    } catch (error) {
      asker.postMessage({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
}
