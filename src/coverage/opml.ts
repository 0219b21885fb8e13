import { parseOpml } from 'feedsmith';
import { fail, ok, type Result } from '../model/result';
import { plainLine } from './markup';

/** One outlet of a reading list. */
export interface OpmlFeed {
  address: string;
  title: string;
  home: string | null;
}

interface Outline {
  text?: string | undefined;
  title?: string | undefined;
  xmlUrl?: string | undefined;
  htmlUrl?: string | undefined;
  outlines?: Outline[] | undefined;
}

const flatten = (outlines: Outline[], depth = 0): Outline[] =>
  depth > 20 ? [] : outlines.flatMap((outline) => [outline, ...flatten(outline.outlines ?? [], depth + 1)]);

const webAddress = (href: string | undefined): string | null => {
  // "feed:" and "feed:https://…" are what some readers export.
  const plain = href
    ?.trim()
    .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
    .replace(/^feed:/i, 'http:');
  if (!plain || !URL.canParse(plain)) return null;
  const url = new URL(plain);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
};

/**
 * Feeds of an OPML reading list, folders flattened, each once. Outlines without a feed address are set aside with
 * their position (folders are not counted). Fails with `feed-malformed` when it is not OPML.
 */
export function parseReadingList(
  text: string,
): Result<{ feeds: OpmlFeed[]; setAside: { position: number; label: string; reason: string }[] }> {
  let outlines: Outline[];
  try {
    outlines = flatten(parseOpml(text.trimStart()).body?.outlines ?? []);
  } catch {
    return fail('feed-malformed', { reason: text.trim() ? 'not-opml' : 'empty' });
  }
  const feeds = new Map<string, OpmlFeed>();
  const setAside: { position: number; label: string; reason: string }[] = [];
  outlines.forEach((outline, index) => {
    if (outline.outlines?.length && !outline.xmlUrl) return;
    const label = plainLine(outline.title ?? outline.text ?? '').slice(0, 200);
    const address = webAddress(outline.xmlUrl);
    if (!address) setAside.push({ position: index + 1, label, reason: 'no-address' });
    else if (feeds.has(address)) setAside.push({ position: index + 1, label, reason: 'same-address' });
    else feeds.set(address, { address, title: label, home: webAddress(outline.htmlUrl) });
  });
  return ok({ feeds: [...feeds.values()], setAside });
}

const inXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** The reader's list as OPML 2.0, for other feed readers. */
export function writeReadingList(feeds: OpmlFeed[]): string {
  const lines = feeds.map(
    ({ address, title, home }) =>
      `    <outline type="rss" text="${inXml(title)}" title="${inXml(title)}" xmlUrl="${inXml(address)}"${home ? ` htmlUrl="${inXml(home)}"` : ''}/>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    '  <head><title>Collate</title></head>',
    '  <body>',
    ...lines,
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}
