import type { Article } from '../model/article';
import type { CollationPart, DeliveredPart } from '../model/collation-parts';
import { Recent } from './recent';

/** Runs kept: those of a popup and a side panel, and of one that was closed half-way. */
const runsKept = 3;

interface Run {
  source: AsyncGenerator<CollationPart, void>;
  /** Parts asked for so far; each is worked out when the one before is there. */
  parts: Promise<CollationPart>[];
}

/**
 * Collations that a page reads part by part. A part can be asked for again, so that a lost answer is no harm; and
 * nothing here is truth: a worker that does not know a run, because it was started after it, begins another.
 */
export class CollationRuns {
  readonly #runs = new Recent<Run>(runsKept);

  constructor(readonly inParts: (article: Article) => AsyncGenerator<CollationPart, void>) {}

  /** The part of a run at a position at most one beyond the last; the first part of a new run where it is unknown. */
  async part(article: Article, asked: { run: string | null; position: number }): Promise<DeliveredPart> {
    const known = asked.run === null ? undefined : this.#runs.get(asked.run);
    const run = asked.run !== null && known ? asked.run : crypto.randomUUID();
    const standing = known ?? { source: this.inParts(article), parts: [] };
    const position = known ? Math.min(asked.position, known.parts.length) : 0;
    this.#runs.set(run, standing);
    standing.parts[position] ??= this.#next(standing);
    try {
      return { run, position, part: await standing.parts[position] };
    } catch (error) {
      // Asked again, it begins anew: what failed may not fail twice.
      this.#runs.delete(run);
      throw error;
    }
  }

  async #next({ source, parts }: Run): Promise<CollationPart> {
    await parts.at(-1);
    const { done, value } = await source.next();
    if (done) throw new RangeError('no part after the last');
    return value;
  }
}
