import { StoreError } from './failure';
import { compareKeys, keyAt } from './keys';
import type { Change, Range, Store } from './store';
import { type Key, type KeyOf, type RecordOf, schema, type TableName, tableNames } from './tables';

interface Entry {
  key: Key;
  record: unknown;
}

const within = (key: Key, range: Range): boolean =>
  (range.from === undefined || compareKeys(key, range.from) >= 0) &&
  (range.after === undefined || compareKeys(key, range.after) > 0) &&
  (range.to === undefined || compareKeys(key, range.to) <= 0) &&
  (range.before === undefined || compareKeys(key, range.before) < 0);

/** A store for tests, the command line and benchmarks: the same contract, nothing kept after the process. */
class MemoryStore implements Store {
  readonly #tables = new Map<TableName, Map<string, Entry>>(tableNames.map((name) => [name, new Map()]));

  #table(name: TableName): Map<string, Entry> {
    const table = this.#tables.get(name);
    if (!table) throw new StoreError('unexpected', new Error(`no table ${name}`));
    return table;
  }

  #select(name: TableName, range: Range): Entry[] {
    const shape = schema[name];
    const path = range.index === undefined ? shape.keyPath : shape.indexes[range.index];
    if (path === undefined)
      throw new StoreError('unexpected', new Error(`no index ${range.index} of ${name}`));
    const found: { at: Key; entry: Entry }[] = [];
    for (const entry of this.#table(name).values()) {
      const at = range.index === undefined ? entry.key : keyAt(entry.record, path);
      if (at !== undefined && within(at, range)) found.push({ at, entry });
    }
    found.sort(
      (left, right) => compareKeys(left.at, right.at) || compareKeys(left.entry.key, right.entry.key),
    );
    if (range.descending) found.reverse();
    return found.slice(0, range.limit ?? found.length).map(({ entry }) => entry);
  }

  async get<Name extends TableName>(table: Name, key: KeyOf<Name>): Promise<RecordOf<Name> | undefined> {
    const entry = this.#table(table).get(JSON.stringify(key));
    return entry && (structuredClone(entry.record) as RecordOf<Name>);
  }

  async getMany<Name extends TableName>(table: Name, keys: readonly KeyOf<Name>[]) {
    return Promise.all(keys.map((key) => this.get(table, key)));
  }

  async range<Name extends TableName>(table: Name, range: Range = {}): Promise<RecordOf<Name>[]> {
    return this.#select(table, range).map(({ record }) => structuredClone(record) as RecordOf<Name>);
  }

  async keys<Name extends TableName>(table: Name, range: Range = {}): Promise<KeyOf<Name>[]> {
    return this.#select(table, range).map(({ key }) => structuredClone(key) as KeyOf<Name>);
  }

  async count(table: TableName, range: Range = {}): Promise<number> {
    return this.#select(table, range).length;
  }

  async write(changes: readonly Change[]): Promise<void> {
    // Everything that can fail (a missing key, a value that cannot be copied) fails before the first change.
    const ready = changes.map((change) => {
      if ('remove' in change) return { table: change.remove, key: change.key as Key, record: undefined };
      const key = keyAt(change.record, schema[change.put].keyPath);
      if (key === undefined)
        throw new StoreError('unexpected', new Error(`record of ${change.put} has no key`));
      return { table: change.put, key, record: structuredClone(change.record) as unknown };
    });
    for (const { table, key, record } of ready) {
      if (record === undefined) this.#table(table).delete(JSON.stringify(key));
      else this.#table(table).set(JSON.stringify(key), { key, record });
    }
  }

  async clear(): Promise<void> {
    for (const table of this.#tables.values()) table.clear();
  }

  close(): void {}
}

export const memoryStore = (): Store => new MemoryStore();
