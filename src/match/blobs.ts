/**
 * Bytes by key: the little the match index needs of a storage. The store implements it over one object store;
 * every key of this stage begins with `match/`.
 */
export interface KeyedBlobs {
  get(key: string): Promise<Uint8Array | null>;
  /** In the order of `keys`, in one go; null where nothing is kept. */
  getMany(keys: readonly string[]): Promise<(Uint8Array | null)[]>;
  /** All whose keys begin with `prefix`, by their keys. */
  getUnder(prefix: string): Promise<Map<string, Uint8Array>>;
  /** All entries or none; `null` deletes. */
  put(entries: [key: string, bytes: Uint8Array | null][]): Promise<void>;
  keys(prefix: string): Promise<string[]>;
}

/** Blobs in memory: for tests, the command line and the benchmarks. */
export function memoryBlobs(): KeyedBlobs {
  const kept = new Map<string, Uint8Array>();
  return {
    get: async (key) => kept.get(key)?.slice() ?? null,
    getMany: async (keys) => keys.map((key) => kept.get(key)?.slice() ?? null),
    getUnder: async (prefix) =>
      new Map([...kept].flatMap(([key, bytes]) => (key.startsWith(prefix) ? [[key, bytes.slice()]] : []))),
    put: async (entries) => {
      for (const [key, bytes] of entries) {
        if (bytes) kept.set(key, bytes.slice());
        else kept.delete(key);
      }
    },
    keys: async (prefix) => [...kept.keys()].filter((key) => key.startsWith(prefix)).sort(),
  };
}
