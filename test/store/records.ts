import type { ArticleCard } from '../../src/model/library';
import type { BlobRecord, CardRecord, CoverageRecord } from '../../src/store';

export const blob = (key: string, bytes: number[]): BlobRecord => ({ key, bytes: new Uint8Array(bytes) });

export const coverageRecord = (table: string, key: string): CoverageRecord => ({ table, key, record: {} });

export const cardRecord = (id: string, fields: Partial<ArticleCard>): CardRecord => ({
  id,
  version: 1,
  textHash: 'hash',
  card: {
    id,
    headline: 'Harbour bridge opens',
    outlet: 'The Ardel Courier',
    host: 'ardelcourier.example',
    day: '2031-03-01',
    savedAt: '2031-03-01T10:00:00.000Z',
    address: `https://ardelcourier.example/${id}`,
    wordCount: 10,
    completeness: 'whole',
    how: 'page',
    versions: 1,
    tags: [],
    note: '',
    read: false,
    language: 'en',
    ...fields,
  },
});
