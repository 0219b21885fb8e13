import type { Migration } from './migration';

/** The tables of version 0.1. */
export const firstTables: Migration = {
  version: 1,
  upgrade(database) {
    const articles = { keyPath: ['id', 'version'] };
    database.createObjectStore('articles', articles);
    const cards = database.createObjectStore('cards', { keyPath: 'id' });
    cards.createIndex('savedAt', 'card.savedAt');
    cards.createIndex('day', 'card.day');
    cards.createIndex('host', 'card.host');
    for (const name of ['words', 'analyses', 'quarantine'])
      database.createObjectStore(name, { keyPath: 'id' });
    database.createObjectStore('work', { keyPath: 'id' }).createIndex('turn', 'turn');
    database.createObjectStore('corrections', { keyPath: 'id' }).createIndex('target', 'target');
    database.createObjectStore('trash', { keyPath: 'id' }).createIndex('at', 'at');
    for (const name of ['settings', 'blobs']) database.createObjectStore(name, { keyPath: 'key' });
    database.createObjectStore('coverage', { keyPath: ['table', 'key'] });
  },
};
