import type { IDBPDatabase, IDBPTransaction } from 'idb';

/**
 * One step of the database. Written out literally, never from the present schema: a migration means the same
 * for ever, the schema does not. `upgrade` may use nothing but the database and transaction given.
 */
export interface Migration {
  version: number;
  upgrade(
    database: IDBPDatabase<unknown>,
    transaction: IDBPTransaction<unknown, string[], 'versionchange'>,
  ): void | Promise<void>;
}
