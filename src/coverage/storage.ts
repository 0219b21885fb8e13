import { type CoverageTable, type CoverageTables, coverageTables } from './records';

export type CoverageChange = {
  [Table in CoverageTable]: { table: Table; put?: CoverageTables[Table][]; remove?: string[] };
}[CoverageTable];

/** A half-open range of keys, in key order or backwards. */
export interface KeyRange {
  /** Only keys greater than this. */
  after?: string;
  /** Only keys smaller than this. */
  before?: string;
  limit?: number;
  descending?: boolean;
}

/**
 * What coverage needs from the store. `write` is atomic over all its changes and tables: after the worker is
 * killed at any instruction either all of them are there or none.
 */
export interface CoverageStore {
  get<Table extends CoverageTable>(table: Table, key: string): Promise<CoverageTables[Table] | undefined>;
  list<Table extends CoverageTable>(table: Table, range?: KeyRange): Promise<CoverageTables[Table][]>;
  count(table: CoverageTable): Promise<number>;
  write(changes: CoverageChange[]): Promise<void>;
}

const inRange = (key: string, range: KeyRange): boolean =>
  (range.after === undefined || key > range.after) && (range.before === undefined || key < range.before);

/** A store for tests and the command line; records are copied in and out as a database would. */
export function memoryCoverageStore(): CoverageStore {
  const tables = new Map<CoverageTable, Map<string, { key: string }>>(
    coverageTables.map((table) => [table, new Map()]),
  );
  const records = (table: CoverageTable): Map<string, { key: string }> => tables.get(table)!;
  return {
    async get<Table extends CoverageTable>(table: Table, key: string) {
      const found = records(table).get(key) as CoverageTables[Table] | undefined;
      return found && structuredClone(found);
    },
    async list<Table extends CoverageTable>(table: Table, range: KeyRange = {}) {
      const keys = [...records(table).keys()].filter((key) => inRange(key, range)).sort();
      if (range.descending) keys.reverse();
      const chosen = keys.slice(0, range.limit ?? keys.length);
      return chosen.map((key) => structuredClone(records(table).get(key)) as CoverageTables[Table]);
    },
    async count(table) {
      return records(table).size;
    },
    async write(changes) {
      const copies = structuredClone(changes);
      for (const change of copies) {
        for (const key of change.remove ?? []) records(change.table).delete(key);
        for (const record of change.put ?? []) records(change.table).set(record.key, record);
      }
    },
  };
}
