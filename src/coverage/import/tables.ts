import Papa from 'papaparse';
import { textOfMarkup } from '../markup';
import { facts, filledText, instantOf, isWebAddress, type RawRow } from './rows';

/** Columns of Pocket, Omnivore, Readwise Reader, Instapaper and Raindrop exports, in lower case. */
const columns = {
  address: ['url', 'link', 'source url', 'resolved_url', 'uri'],
  title: ['title', 'name', 'headline'],
  saved: ['time_added', 'saved date', 'saved at', 'timestamp', 'created', 'date added'],
  text: ['text', 'content', 'body', 'html'],
  outlet: ['outlet', 'site', 'source', 'publisher'],
  author: ['author', 'authors', 'byline'],
  published: ['published', 'published date', 'date', 'publication date'],
};

/** Rows of a CSV with a heading line. Links without text are links; a row with a text is an article. */
export function rowsOfCsv(text: string): RawRow[] {
  const { data } = Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (heading) => heading.trim().toLowerCase(),
  });
  return data.map((fields) => {
    const pick = (kind: keyof typeof columns) =>
      filledText(columns[kind].map((name) => fields[name]).find((value) => value?.trim()));
    const address = pick('address');
    const label = pick('title') ?? address ?? '';
    const content = pick('text');
    if (content && pick('title')) {
      const author = pick('author');
      return {
        kind: 'text',
        label,
        text: /<p\b/i.test(content) ? textOfMarkup(content) : content,
        ...facts({
          address: isWebAddress(address) ? address : undefined,
          outlet: pick('outlet'),
          authors: author ? author.split(/\s*;\s*/) : undefined,
          published: pick('published'),
          language: undefined,
          savedAt: instantOf(pick('saved')),
        }),
      };
    }
    if (!isWebAddress(address)) return { kind: 'set-aside', label, reason: 'no-address' };
    return { kind: 'link', label, address };
  });
}

/** The heading line of a CSV, with its line break: it may be quoted, and a quoted field may hold line breaks. */
export function headingOfCsv(chunk: string): string {
  let isQuoted = false;
  for (let index = 0; index < chunk.length; index++) {
    if (chunk[index] === '"') isQuoted = !isQuoted;
    else if (chunk[index] === '\n' && !isQuoted) return chunk.slice(0, index + 1);
  }
  return '';
}

/** Records of a RIS file (Zotero, library catalogues): web addresses become links. */
export function rowsOfRis(text: string): RawRow[] {
  const rows: RawRow[] = [];
  let title = '';
  let address = '';
  let isOpen = false;
  for (const line of text.replace(/^\ufeff/, '').split(/\r?\n/)) {
    const match = /^([A-Z][A-Z0-9]) {1,2}- ?(.*)$/.exec(line.trimEnd());
    if (!match) continue;
    const [, tag, value = ''] = match;
    if (tag === 'TY') isOpen = true;
    else if (tag === 'TI' || tag === 'T1') title = value.trim();
    else if ((tag === 'UR' || tag === 'L2') && !address && isWebAddress(value)) address = value.trim();
    else if (tag === 'ER' && isOpen) {
      rows.push(
        address
          ? { kind: 'link', label: title || address, address }
          : { kind: 'set-aside', label: title, reason: 'no-address' },
      );
      title = '';
      address = '';
      isOpen = false;
    }
  }
  return rows;
}

/** Addresses of an export page of bookmarks ("ril_export.html", browsers): one link each. */
export function rowsOfBookmarks(html: string): RawRow[] {
  const found = [...html.matchAll(/<a\s[^>]*href=["']([^"']+)["'][^>]*>([\s\S]{0,500}?)<\/a>/gi)];
  return found.flatMap(([, href = '', words = '']): RawRow[] => {
    const label = textOfMarkup(words) || href;
    return isWebAddress(href) ? [{ kind: 'link', label, address: href }] : [];
  });
}
