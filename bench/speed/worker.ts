import { measure } from './measure';
import { measureRivals } from './rivals';

/** Asked for one size of store; answers with lines of progress, then with the figures. */
interface Order {
  articles: number;
  rivals: boolean;
}

const memory = (): number | null =>
  (performance as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? null;

addEventListener('message', async (event: MessageEvent<Order>) => {
  const { articles, rivals } = event.data;
  const say = (line: string) => postMessage({ say: line });
  try {
    const own = await measure(articles, say);
    const heap = memory();
    postMessage({ own, heap, rivals: rivals ? await measureRivals(articles, say) : [] });
  } catch (error) {
    postMessage({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
