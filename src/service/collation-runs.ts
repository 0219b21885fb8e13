import type { Article } from '../model/article';
import type { CollationPart, DeliveredPart } from '../model/collation-parts';
import { Recent } from './recent';

/** Runs kept: those of a popup and a side panel, and of one that was closed half-way. */
const runsKept = 3;

/** Parts worked out before they are asked for, so that nobody computes while a message is on its way. */
const partsAhead = 8;

const isProgress = ({ part }: CollationPart): boolean => part === 'read' || part === 'compared';

/** One collation as it comes about. */
class Run {
  readonly #parts: CollationPart[] = [];
  #next: Promise<void> | null = null;
  #asked = 0;

  constructor(
    readonly id: string,
    readonly source: AsyncGenerator<CollationPart, void>,
  ) {}

  /** The part at a position; progress that is overtaken is left out, so that it may be a later one. */
  async part(position: number): Promise<DeliveredPart> {
    this.#asked = position;
    while (this.#parts.length <= position) await this.#made();
    void this.goOn();
    let at = position;
    while (isProgress(this.#parts[at]!) && at + 1 < this.#parts.length) at++;
    return { run: this.id, position: at, part: this.#parts[at]! };
  }

  /** Works ahead of what was asked for. What goes wrong is told to whoever asks for the part. */
  async goOn(): Promise<void> {
    try {
      while (this.#parts.length <= this.#asked + partsAhead && this.#parts.at(-1)?.part !== 'left-out')
        await this.#made();
    } catch {}
  }

  /** Resolves when there is one part more. */
  #made(): Promise<void> {
    this.#next ??= this.#make();
    return this.#next;
  }

  async #make(): Promise<void> {
    const { done, value } = await this.source.next();
    if (done) throw new RangeError('no part after the last');
    this.#parts.push(value);
    this.#next = null;
  }
}

/**
 * Collations that a page reads part by part. A part can be asked for again, so that a lost answer is no harm; and
 * nothing here is truth: a worker that does not know a run, because it was started after it, begins another.
 */
export class CollationRuns {
  readonly #runs = new Recent<Run>(runsKept);

  constructor(readonly inParts: (article: Article) => AsyncGenerator<CollationPart, void>) {}

  /** Begins a run before its first part is asked for, and gives its name. */
  begin(article: Article): string {
    const run = this.#begun(article);
    void run.goOn();
    return run.id;
  }

  /** The part of a run at a position; the first part of a new run where it is unknown. */
  async part(article: Article, asked: { run: string | null; position: number }): Promise<DeliveredPart> {
    const known = asked.run === null ? undefined : this.#runs.get(asked.run);
    const run = known ?? this.#begun(article);
    try {
      return await run.part(known ? asked.position : 0);
    } catch (error) {
      // Asked again, it begins anew: what failed may not fail twice.
      this.#runs.delete(run.id);
      throw error;
    }
  }

  #begun(article: Article): Run {
    const run = new Run(crypto.randomUUID(), this.inParts(article));
    this.#runs.set(run.id, run);
    return run;
  }
}
