import type { CoverageChange, CoverageStore, KeyRange } from '../coverage/storage';
import type { Change, Key, Range, Store } from '../store';

const rangeOf = (table: string, range: KeyRange): Range => {
  const lower: Pick<Range, 'from' | 'after'> =
    range.after === undefined ? { from: [table] } : { after: [table, range.after] };
  const before: Key = range.before === undefined ? [table, []] : [table, range.before];
  return {
    ...lower,
    before,
    ...(range.limit === undefined ? {} : { limit: range.limit }),
    ...(range.descending === undefined ? {} : { descending: range.descending }),
  };
};

const changesOf = ({ table, put, remove }: CoverageChange): Change[] => [
  ...(remove ?? []).map((key): Change => ({ remove: 'coverage', key: [table, key] })),
  ...(put ?? []).map((record): Change => ({ put: 'coverage', record: { table, key: record.key, record } })),
];

/** The coverage stage's records, kept in one table of the store under [its table, its key]. */
export const coverageStore = (store: Store): CoverageStore => ({
  async get(table, key) {
    return (await store.get('coverage', [table, key]))?.record as never;
  },
  async list(table, range = {}) {
    const records = await store.range('coverage', rangeOf(table, range));
    return records.map(({ record }) => record) as never;
  },
  count: (table) => store.count('coverage', rangeOf(table, {})),
  write: (changes) => store.write(changes.flatMap(changesOf)),
});
