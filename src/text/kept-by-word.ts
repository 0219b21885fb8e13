/**
 * `make`, with what it made for a word kept, for news repeats its words. Words met once are many: beyond `limit` of
 * them all are forgotten, so that what is kept does not grow with every article ever read.
 */
export function keptByWord<Value>(make: (word: string) => Value, limit = 20_000): (word: string) => Value {
  const known = new Map<string, Value>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const value = make(word);
    if (known.size >= limit) known.clear();
    known.set(word, value);
    return value;
  };
}
