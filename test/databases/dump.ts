import { type IDBPDatabase, openDB } from 'idb';

/** A database as a file: its version, the shape of its tables and every record. */
export interface Dump {
  version: number;
  tables: Record<
    string,
    { keyPath: string | string[]; indexes: Record<string, string | string[]>; records: unknown[] }
  >;
}

const toFile = (_key: string, value: unknown): unknown => {
  if (!ArrayBuffer.isView(value)) return value;
  const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  return { $bytes: Buffer.from(bytes).toString('base64'), words: value instanceof Uint32Array };
};

const fromFile = (_key: string, value: unknown): unknown => {
  const { $bytes, words } = (value ?? {}) as { $bytes?: unknown; words?: boolean };
  if (typeof $bytes !== 'string') return value;
  const bytes = Uint8Array.from(Buffer.from($bytes, 'base64'));
  return words ? new Uint32Array(bytes.buffer) : bytes;
};

export const dumpText = (dump: Dump): string => `${JSON.stringify(dump, toFile, 1)}\n`;

export const parseDump = (text: string): Dump => JSON.parse(text, fromFile) as Dump;

export async function dumpDatabase(name: string): Promise<Dump> {
  const database = await openDB(name);
  const dump: Dump = { version: database.version, tables: {} };
  for (const table of database.objectStoreNames) {
    const { store } = database.transaction(table);
    dump.tables[table] = {
      keyPath: store.keyPath as string | string[],
      indexes: Object.fromEntries(
        [...store.indexNames].map((index) => [index, store.index(index).keyPath as string | string[]]),
      ),
      records: await store.getAll(),
    };
  }
  database.close();
  return dump;
}

function createTables(database: IDBPDatabase, dump: Dump): void {
  for (const [table, { keyPath, indexes }] of Object.entries(dump.tables)) {
    const store = database.createObjectStore(table, { keyPath });
    for (const [index, path] of Object.entries(indexes)) store.createIndex(index, path);
  }
}

/** Makes the database anew as the release that wrote the dump left it. */
export async function restoreDatabase(name: string, dump: Dump): Promise<void> {
  const database = await openDB(name, dump.version, { upgrade: (fresh) => createTables(fresh, dump) });
  for (const [table, { records }] of Object.entries(dump.tables)) {
    const transaction = database.transaction(table, 'readwrite');
    for (const record of records) transaction.store.put(record);
    await transaction.done;
  }
  database.close();
}
