import { typedAddress } from './discovery';
import { feedKey, newFeed } from './following';
import { emptyImport } from './import-record';
import type { Feed, ImportRecord } from './records';
import { textRules } from './records';

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown): string | null =>
  typeof value === 'string' && value ? value.slice(0, 300) : null;

const webPage = (value: unknown): string | null => {
  const written = text(value);
  return written && /^https?:/i.test(written) ? typedAddress(written) : null;
};

/**
 * A followed feed out of an archive, checked field by field: the reader's choices are taken, what this device has to
 * learn for itself (validators, failures, what has landed) is not. An archive never opens the way to the reader's
 * own network, whoever wrote it: only an address typed here does. Null when it is none.
 */
export function portableFeed(record: unknown, now: number): Feed | null {
  if (!isFields(record)) return null;
  const address = webPage(record.address);
  if (!address) return null;
  const feed = newFeed(
    {
      address,
      title: text(record.title) ?? '',
      home: webPage(record.home),
      owner: text(record.owner),
      language: text(record.language),
      origin: 'opml',
      textRule: textRules.find((rule) => rule === record.textRule) ?? 'when-matching',
    },
    now,
  );
  return { ...feed, key: feedKey(address), paused: record.paused === true };
}

const count = (value: unknown): number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : 0;

/** The report of an import out of an archive, for reading: what it brought on another device is not taken back here. */
export function portableImport(record: unknown): ImportRecord | null {
  if (!isFields(record)) return null;
  const { key, at } = record;
  if (typeof key !== 'string' || typeof at !== 'string' || Number.isNaN(Date.parse(at))) return null;
  return {
    ...emptyImport({ key, at, name: text(record.name) ?? '', format: text(record.format) ?? '' }),
    taken: count(record.taken),
    known: count(record.known),
    setAside: count(record.setAside),
    state: 'done',
  };
}
