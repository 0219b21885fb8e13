/** Pairs of a sentence that may share most of something, in lists used again for each sentence. */
export class Promises {
  private voices = new Int32Array(256);
  private entries = new Int32Array(256);
  private words = new Float64Array(256);
  private promises = new Float64Array(256);
  private count = 0;

  clear(): void {
    this.count = 0;
  }

  /** @param promise what the pair can bring at most */
  add(voice: number, entry: number, words: number, promise: number): void {
    if (this.count === this.voices.length) this.grow();
    this.voices[this.count] = voice;
    this.entries[this.count] = entry;
    this.words[this.count] = words;
    this.promises[this.count] = promise;
    this.count += 1;
  }

  private grow(): void {
    const { voices, entries, words, promises } = this;
    const size = voices.length * 2;
    this.voices = new Int32Array(size);
    this.entries = new Int32Array(size);
    this.words = new Float64Array(size);
    this.promises = new Float64Array(size);
    this.voices.set(voices);
    this.entries.set(entries);
    this.words.set(words);
    this.promises.set(promises);
  }

  /** The most promising one not yet taken, the first of equals; -1 when none is left. */
  best(): number {
    let best = -1;
    let highest = -1;
    for (let at = 0; at < this.count; at += 1) {
      if ((this.promises[at] as number) <= highest) continue;
      highest = this.promises[at] as number;
      best = at;
    }
    return best;
  }

  take(at: number): { voice: number; entry: number; words: number; promise: number } {
    const promise = this.promises[at] as number;
    this.promises[at] = -1;
    return {
      voice: this.voices[at] as number,
      entry: this.entries[at] as number,
      words: this.words[at] as number,
      promise,
    };
  }
}
