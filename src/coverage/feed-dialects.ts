import type { AtomFeed, JsonFeed, RdfFeed, RssFeed } from 'feedsmith';
import type { RawItem } from './feed-items';

/** What every dialect is brought to. */
export interface DialectFeed {
  title: string | undefined;
  home: string | undefined;
  language: string | undefined;
  items: RawItem[];
}

interface PersonLike {
  name?: string | undefined;
}

const names = (people: PersonLike[] | undefined): (string | undefined)[] =>
  (people ?? []).map(({ name }) => name);

/** Ids serve as addresses only when they are whole ones: a bare "1" would resolve against the feed. */
const wholeAddress = (id: string | undefined): string | undefined =>
  /^\s*https?:\/\//i.test(id ?? '') ? id : undefined;

/** A guid is an address unless it says otherwise and looks like one (RSS 2.0, "isPermaLink" defaults to true). */
const permanentLink = (guid: RssFeed.Guid | undefined): string | undefined =>
  guid?.isPermaLink === false ? undefined : wholeAddress(guid?.value);

/** An <atom:link rel="self"> is the feed's or item's own address in the feed, not the article. */
const alternateLink = (links: AtomFeed.Link<string>[] | undefined): string | undefined => {
  const all = links ?? [];
  const alternates = all.filter(({ rel }) => rel === undefined || rel === 'alternate');
  const html = alternates.find(({ type }) => type === undefined || /html/i.test(type));
  return (html ?? alternates[0])?.href;
};

const atomText = (
  text: { value?: string | undefined; type?: string | undefined } | undefined,
): string | undefined => {
  if (!text?.value) return undefined;
  // Plain text is written so that reading it as markup gives it back unchanged.
  return text.type === 'html' || text.type === 'xhtml' ? text.value : escapePlain(text.value);
};

const escapePlain = (text: string): string =>
  // Feeds that forget type="html" send tags as plain text; only clean text is protected.
  /<\/?[a-z][^<>]*>/i.test(text) ? text : text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

const rss = (feed: RssFeed.Feed<string>): DialectFeed => ({
  title: feed.title,
  home: feed.link ?? alternateLink(feed.atom?.links),
  language: feed.language ?? feed.dc?.languages?.[0],
  items: (feed.items ?? []).map((item) => ({
    id: item.guid?.value,
    addresses: [item.link, alternateLink(item.atom?.links), permanentLink(item.guid)],
    base: item.xml?.base ?? feed.xml?.base ?? feed.link,
    headline: item.title ?? item.media?.title?.value ?? item.dc?.titles?.[0],
    summary: item.description ?? item.dc?.descriptions?.[0],
    content: item.content?.encoded,
    authors: [...names(item.authors), ...(item.dc?.creators ?? [])],
    published: [item.pubDate, item.dc?.dates?.[0], item.dcterms?.issued?.[0], item.atom?.published],
    modified: item.atom?.updated ?? item.dcterms?.modified?.[0],
    language: item.dc?.languages?.[0],
    outlet: item.source?.title,
    section: item.categories?.[0]?.name,
  })),
});

const rdf = (feed: RdfFeed.Feed<string>): DialectFeed => ({
  title: feed.title,
  home: feed.link,
  language: feed.dc?.languages?.[0],
  items: (feed.items ?? []).map((item) => ({
    id: item.rdf?.about,
    addresses: [item.link, wholeAddress(item.rdf?.about)],
    base: item.xml?.base ?? feed.xml?.base ?? feed.link,
    headline: item.title,
    summary: item.description ?? item.dc?.descriptions?.[0],
    content: item.content?.encoded,
    authors: item.dc?.creators ?? [],
    published: [item.dc?.dates?.[0], item.dcterms?.issued?.[0]],
    modified: item.dcterms?.modified?.[0],
    language: item.dc?.languages?.[0],
    outlet: item.dc?.publishers?.[0],
    section: item.dc?.subjects?.[0],
  })),
});

const atom = (feed: AtomFeed.Feed<string>): DialectFeed => ({
  title: atomText(feed.title),
  home: alternateLink(feed.links),
  language: feed.xml?.lang,
  items: (feed.entries ?? []).map((entry) => ({
    id: entry.id,
    addresses: [alternateLink(entry.links), entry.content?.src, wholeAddress(entry.id)],
    base: joinBases(entry.xml?.base, feed.xml?.base),
    headline: atomText(entry.title),
    summary: atomText(entry.summary),
    content: atomText(entry.content),
    authors: names(entry.authors ?? feed.authors),
    published: [entry.published, entry.updated],
    modified: entry.updated,
    language: entry.xml?.lang ?? feed.xml?.lang,
    outlet: atomText(entry.source?.title),
    section: entry.categories?.[0]?.label ?? entry.categories?.[0]?.term,
  })),
});

/** `xml:base` of an entry is itself relative to that of the feed (XML Base, section 4). */
const joinBases = (inner: string | undefined, outer: string | undefined): string | undefined => {
  if (!inner || !outer) return inner ?? outer;
  try {
    return new URL(inner, outer).href;
  } catch {
    return outer;
  }
};

const json = (feed: JsonFeed.Feed<string>): DialectFeed => ({
  title: feed.title,
  home: feed.home_page_url,
  language: feed.language,
  items: (feed.items ?? []).map((item) => ({
    id: item.id,
    addresses: [item.url, item.external_url, wholeAddress(item.id)],
    headline: item.title,
    summary: item.summary && escapePlain(item.summary),
    content: item.content_html ?? (item.content_text && plainParagraphs(item.content_text)),
    authors: names(item.authors ?? feed.authors),
    published: [item.date_published, item.date_modified],
    modified: item.date_modified,
    language: item.language,
    outlet: undefined,
    section: item.tags?.[0],
  })),
});

const plainParagraphs = (text: string): string =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${paragraph.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`)
    .join('');

/** One reader for each format the parser names. */
export const readers = { rss, rdf, atom, json };
