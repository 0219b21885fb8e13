import { textOfMarkup } from '../markup';
import { facts, filledText, instantOf, isWebAddress, type RawRow } from './rows';

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const first = (fields: Fields, ...names: string[]): unknown =>
  names.map((name) => fields[name]).find((value) => value !== undefined && value !== null && value !== '');

const names = (value: unknown): string[] | undefined => {
  const listed = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/\s*[,;]\s*/) : [];
  const found = listed.flatMap((each) => {
    if (isFields(each))
      return filledText(each.name ?? [each.given, each.family].filter(Boolean).join(' ')) ?? [];
    return filledText(each) ?? [];
  });
  return found.length > 0 ? found : undefined;
};

/** CSL: `{"date-parts": [[2026, 3, 3]]}`. */
const cslDate = (value: unknown): string | undefined => {
  if (!isFields(value)) return undefined;
  const parts = (value['date-parts'] as unknown[][] | undefined)?.[0]?.map(Number);
  if (!parts?.[0]) return filledText(value.raw) ?? filledText(value.literal);
  const [year, month = 1, day = 1] = parts;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};

/** A Hypothesis annotation: the words marked and what was noted, for an article of the library. */
function annotation(fields: Fields): RawRow {
  const targets = Array.isArray(fields.target) ? (fields.target as Fields[]) : [];
  const selectors = targets.flatMap(({ selector }) =>
    Array.isArray(selector) ? (selector as Fields[]) : [],
  );
  const exact = filledText(selectors.find(({ type }) => type === 'TextQuoteSelector')?.exact);
  const note = [exact ? `“${exact}”` : undefined, filledText(fields.text)].filter(Boolean).join('\n');
  const address = fields.uri;
  const label = filledText(exact) ?? String(address ?? '');
  if (!isWebAddress(address)) return { kind: 'set-aside', label, reason: 'no-address' };
  return note ? { kind: 'note', label, address, note } : { kind: 'set-aside', label, reason: 'no-text' };
}

/**
 * One record of an export, told by its fields rather than by the file's name: wallabag entries, Readwise Reader
 * documents, Omnivore items, CSL-JSON items, Hypothesis annotations, and plain `{headline, text, …}` lines.
 */
function rowOfRecord(record: unknown): RawRow {
  if (!isFields(record)) return { kind: 'set-aside', label: '', reason: 'not-an-article' };
  if (Array.isArray(record.target) && 'uri' in record) return annotation(record);
  const address = first(
    record,
    'url',
    'address',
    'source_url',
    'originalArticleUrl',
    'URL',
    'uri',
    'given_url',
    'link',
  );
  const label = filledText(first(record, 'headline', 'title', 'given_title', 'resolved_title')) ?? '';
  const more = facts({
    address: isWebAddress(address) ? address.trim() : undefined,
    outlet: filledText(
      first(
        record,
        'outlet',
        'site_name',
        'siteName',
        'container-title',
        'source',
        'publisher',
        'domain_name',
      ),
    ),
    authors: names(first(record, 'authors', 'author', 'published_by', 'byline')),
    published:
      cslDate(record.issued) ??
      filledText(
        first(record, 'published', 'published_at', 'published_date', 'publishedAt', 'date', 'datePublished'),
      ),
    language: filledText(first(record, 'language', 'lang')),
    savedAt: instantOf(
      first(record, 'savedAt', 'saved_at', 'created_at', 'time_added', 'capturedAt', 'accessed_at'),
    ),
  });
  const html = filledText(first(record, 'html', 'html_content', 'content_html'));
  const content = filledText(first(record, 'text', 'content', 'body', 'articleBody', 'plain_text'));
  const isMarkup = content !== undefined && /<(?:p|div|br|h\d|article|section)\b/i.test(content);
  const text = html ? textOfMarkup(html) : isMarkup ? textOfMarkup(content) : content;
  if (text && label) return { kind: 'text', label, text, ...more };
  if (more.address) return { kind: 'link', label: label || more.address, address: more.address };
  return { kind: 'set-aside', label, reason: text ? 'not-an-article' : 'no-address' };
}

/** A record as text; damaged JSON is set aside with its first words. */
export function rowOfJson(text: string | null): RawRow {
  if (text === null) return { kind: 'set-aside', label: '', reason: 'too-large' };
  try {
    return rowOfRecord(JSON.parse(text));
  } catch {
    return { kind: 'set-aside', label: text.trim().slice(0, 60), reason: 'not-json' };
  }
}
