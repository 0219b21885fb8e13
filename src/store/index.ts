export { StoreError } from './failure';
export { indexedDbStore } from './indexed-db';
export { memoryStore } from './memory';
export { databaseVersion } from './migrations';
export { beginningWith, type Change, type Range, type Store, under } from './store';
export * from './tables';
