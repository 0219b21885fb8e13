import type { CollationView } from '../messages/library-calls';
import type { Article } from '../model/article';
import { type CollationPart, withPart } from '../model/collation-parts';
import { fail, ok, type Result } from '../model/result';
import { call } from '../ui/connection';

/** A background that is stopped this often while it compares one article will not finish it. */
const mostRestarts = 3;

/**
 * Reads a collation part by part, of the run that was begun for it if there is one; `show` is told what there is after
 * each part but the last. When the background was stopped in between, it begins anew and the parts come once more.
 * Gives the whole, or why there is none.
 */
export async function collateInParts(
  article: Article,
  begun: string | null,
  show: (view: CollationView, part: CollationPart) => void,
): Promise<Result<CollationView>> {
  let asked: { run: string | null; position: number } = { run: begun, position: 0 };
  let view: CollationView | null = null;
  for (let restarts = 0; restarts <= mostRestarts; ) {
    const delivered = await call('collation.part', { article, ...asked });
    if (!delivered.ok) return delivered;
    const { run, position, part }: typeof delivered.value = delivered.value;
    if (asked.run !== null && run !== asked.run) restarts++;
    view = withPart(view, part);
    if (view && part.part === 'left-out') return ok(view);
    if (view) show(view, part);
    asked = { run, position: position + 1 };
  }
  return fail('worker-gone');
}
