/** The reader counts as waiting until this long after the last answer: one call brings the next. */
const lull = 150;

/**
 * Who is being waited for. Work that nobody waits for steps aside while a page of the extension does: an index
 * of ten thousand imported articles must not hold up a click.
 */
export class Attention {
  #waiting = 0;
  #lastAnswer = 0;

  /** Counts `action` as something the reader waits for. */
  async on<T>(action: () => Promise<T>): Promise<T> {
    this.#waiting += 1;
    try {
      return await action();
    } finally {
      this.#waiting -= 1;
      this.#lastAnswer = Date.now();
    }
  }

  /** Resolves when nobody waits. Always lets other events in first. */
  async quiet(): Promise<void> {
    do {
      const left = this.#waiting > 0 ? lull : this.#lastAnswer + lull - Date.now();
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, left)));
    } while (this.#waiting > 0 || this.#lastAnswer + lull > Date.now());
  }
}
