/**
 * A function whose answer for an object is worked out once and kept as long as the object lives: what is asked of a
 * sentence or a quotation is asked again for each one it is compared with.
 */
export function kept<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { value: Value }>();
  return (key) => {
    const before = known.get(key);
    if (before) return before.value;
    const value = make(key);
    known.set(key, { value });
    return value;
  };
}
