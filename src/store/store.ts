import type { Key, KeyOf, RecordOf, TableName } from './tables';

/** Which records, in key order of the table or of `index`. Bounds compare as IndexedDB compares keys. */
export interface Range {
  index?: string;
  /** Inclusive lower bound. */
  from?: Key;
  /** Exclusive lower bound: continue after a key. */
  after?: Key;
  /** Inclusive upper bound. */
  to?: Key;
  /** Exclusive upper bound. */
  before?: Key;
  descending?: boolean;
  limit?: number;
}

/** One change of an atomic batch. A put replaces the record under the same key. */
export type Change = {
  [Name in TableName]: { put: Name; record: RecordOf<Name> } | { remove: Name; key: KeyOf<Name> };
}[TableName];

/**
 * Where everything is kept. Two implementations, one contract test. Records go in and come out as copies:
 * changing one changes nothing that is stored. Every method throws `StoreError` and nothing else.
 */
export interface Store {
  get<Name extends TableName>(table: Name, key: KeyOf<Name>): Promise<RecordOf<Name> | undefined>;
  /** In the order of `keys`; `undefined` where nothing is stored. */
  getMany<Name extends TableName>(
    table: Name,
    keys: readonly KeyOf<Name>[],
  ): Promise<(RecordOf<Name> | undefined)[]>;
  range<Name extends TableName>(table: Name, range?: Range): Promise<RecordOf<Name>[]>;
  /** Primary keys, in the order of the table or index. */
  keys<Name extends TableName>(table: Name, range?: Range): Promise<KeyOf<Name>[]>;
  count(table: TableName, range?: Omit<Range, 'descending' | 'limit'>): Promise<number>;
  /** All changes or none of them. */
  write(changes: readonly Change[]): Promise<void>;
  /** Drops every record of every table. */
  clear(): Promise<void>;
  close(): void;
}

/** Range of all string keys that begin with `prefix`. */
export const beginningWith = (prefix: string): Range => ({ from: prefix, before: `${prefix}\uffff` });

/** Range of all array keys whose first member is `first`: an array sorts after every string and number. */
export const under = (first: string): Range => ({ from: [first], before: [first, []] });
