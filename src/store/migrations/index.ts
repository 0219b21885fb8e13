import { firstTables } from './001-first-tables';
import type { Migration } from './migration';

/** In order; the version of the database is that of the last. One file each, released files never change. */
export const migrations: readonly Migration[] = [firstTables];

export const databaseVersion = migrations.at(-1)?.version ?? 0;
