import { type IDBPDatabase, openDB } from 'idb';
import { StoreError, storeError } from './failure';
import { databaseVersion, migrations } from './migrations';

/** How long an upgrade waits for another context to let go of the old version before it says so. */
const blockedPatience = 5_000;

/**
 * One connection, opened when first needed and again after it was lost: the browser may terminate it, and it
 * closes itself when another context wants a newer version or to delete the database.
 */
export class Connection {
  #opening: Promise<IDBPDatabase<unknown>> | null = null;

  constructor(
    readonly name: string,
    readonly version: number = databaseVersion,
  ) {}

  open(): Promise<IDBPDatabase<unknown>> {
    if (!this.#opening) {
      const opening = this.#connect();
      this.#opening = opening;
      // A failed opening is not kept: the next call may find the disk freed or the other context gone.
      opening.catch(() => {
        if (this.#opening === opening) this.#opening = null;
      });
    }
    return this.#opening;
  }

  forget(): void {
    const opening = this.#opening;
    this.#opening = null;
    opening?.then(
      (database) => database.close(),
      () => {},
    );
  }

  #connect(): Promise<IDBPDatabase<unknown>> {
    return new Promise((resolve, reject) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const fail = (error: unknown): void => {
        clearTimeout(timer);
        reject(storeError(error));
      };
      const forget = (): void => this.forget();
      openDB(this.name, this.version, {
        async upgrade(database, oldVersion, _newVersion, transaction) {
          for (const migration of migrations)
            if (migration.version > oldVersion) await migration.upgrade(database, transaction as never);
        },
        blocked() {
          timer = setTimeout(() => fail(new StoreError('storage-blocked')), blockedPatience);
        },
        blocking: forget,
        terminated: forget,
      }).then((database) => {
        clearTimeout(timer);
        resolve(database);
      }, fail);
    });
  }
}
