import type { PageKind } from '../model/article';
import type { Context } from './block';
import { linkedText, typesOf } from './metadata/json-ld';
import type { PageFacts } from './metadata/page-facts';

const segmentOf = (address: string): string => {
  try {
    return new URL(address).pathname.toLowerCase();
  } catch {
    return '';
  }
};

const isPager = /pagin|pager|page-numbers/;

function inPager(context: Context): boolean {
  for (let at: Context | null = context, level = 0; at && level < 4; at = at.parent, level++)
    if (isPager.test(at.className)) return true;
  return false;
}

/** Links to the following pages of an article cut into pages: `rel=next` or numbered page links. */
export function hasMorePages(facts: PageFacts): boolean {
  const { declared, address, blocks } = facts;
  if (declared.nextPages.some((href) => leadsOn(address, href))) return true;
  for (const { text, links, context } of blocks) {
    for (const { start, end, href } of links) {
      if (end - start === 1 && text[start] === '2' && leadsOn(address, href) && inPager(context)) return true;
    }
  }
  return false;
}

/** Whether a link stays with this article: the same path with a page number, `?page=2`, `/2`. */
function leadsOn(address: string, href: string): boolean {
  try {
    const here = new URL(address);
    const there = new URL(href, here);
    const path = here.pathname.replace(/\/$|\.html?$/, '');
    if (there.hostname !== here.hostname || path.length < 12) return false;
    if (!there.pathname.startsWith(path)) return false;
    const rest = `${there.pathname.slice(path.length)}${there.search}`;
    return /(?:\/|page|seite|p|pagina|[=_-])\/?=?\d{1,2}\b/i.test(rest) && rest !== here.search;
  } catch {
    return false;
  }
}

const bodyWords = (facts: PageFacts): number => facts.body.reduce((sum, block) => sum + block.words, 0);

/** A front page or section: many linked headings of other stories, little running text. */
function isIndex(facts: PageFacts): boolean {
  const path = segmentOf(facts.address);
  const sentences = facts.body.filter((block) => block.words >= 12 && block.endsSentence);
  if (path === '/' || path === '') return sentences.length < 8;
  if (facts.linked.article) return false;
  const headings = facts.blocks.filter(
    (block) => block.kind === 'heading' && block.linkLength > block.text.length * 0.7,
  );
  const listed = facts.body.filter((block) => block.linkLength > block.text.length * 0.6);
  const type = facts.meta.first('og:type');
  const collection = facts.linked.nodes.some((node) =>
    typesOf(node).some((name) => /^(?:CollectionPage|ItemList|SearchResultsPage)$/.test(name)),
  );
  const many = headings.length >= 12 && headings.length > sentences.length * 2;
  return (
    (many || listed.length > facts.body.length / 2 || collection) &&
    type !== 'article' &&
    sentences.length < 6
  );
}

const liveType = (facts: PageFacts): boolean =>
  facts.linked.nodes.some((node) => typesOf(node).includes('LiveBlogPosting'));

/** What kind of page the article stands on. */
export function pageKind(facts: PageFacts, liveEntries: number, morePages: boolean): PageKind {
  const path = segmentOf(facts.address);
  const type = facts.meta.first('og:type') ?? '';
  const words = bodyWords(facts);
  const types = facts.linked.nodes.flatMap(typesOf);
  if (liveEntries >= 3 || (liveType(facts) && liveEntries >= 2)) return 'live-blog';
  if (isIndex(facts)) return 'index';
  const isVideo = /^video/.test(type) || types.includes('VideoObject');
  if (words < 120 && (isVideo ? !facts.linked.article || /\/videos?\//.test(path) : /\/videos?\//.test(path)))
    return 'video';
  const isGallery =
    types.includes('ImageGallery') ||
    /\/(?:gallery|galleries|slideshow|photos?|pictures|bilder|fotostrecke|diaporama|fotogaleria|galeria)\b/.test(
      path,
    );
  if (isGallery && words < 250) return 'gallery';
  if (isTranscript(facts)) return 'transcript';
  return morePages ? 'multi-page' : 'article';
}

/** Most paragraphs open with a speaker's name and a colon. */
function isTranscript(facts: PageFacts): boolean {
  const text = facts.body.filter((block) => block.kind === 'text');
  const spoken = text.filter((block) =>
    /^(?:\p{Lu}[\p{L}.'’-]*\s?){1,5}(?:\([^)]{1,30}\))?\s?[:：]\s/u.test(block.text),
  );
  const titled = /transcript/i.test(linkedText(facts.linked.article?.headline) ?? facts.declared.title);
  return text.length >= 8 && spoken.length / text.length > (titled ? 0.25 : 0.5);
}
