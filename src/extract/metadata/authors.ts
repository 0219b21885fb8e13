import type { Sourced } from '../../model/article';
import type { Block } from '../block';
import { hintBit } from '../class-words';
import { hintsBelow } from '../furniture';
import { key } from '../text-shape';
import { decode } from './headline';
import { linkedText, resolveNode } from './json-ld';
import { type Byline, readByline, uniqueNames } from './names';
import { headerZone, type PageFacts } from './page-facts';

export interface Authorship {
  authors: Sourced<string[]>;
  /** Agencies and outlets named where an author is named. */
  organisations: string[];
}

const metaNames = [
  'author',
  'article:author',
  'og:article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'byl',
  'creator',
  'article:author_name',
  'cxenseparse:author',
];

function merge(parts: string[], outlet: string): Byline {
  const read = parts.map((part) => readByline(part, outlet));
  return {
    people: uniqueNames(read.flatMap((byline) => byline.people)),
    organisations: uniqueNames(read.flatMap((byline) => byline.organisations)),
  };
}

function fromLinked(facts: PageFacts, outlet: string): Byline {
  const { article, nodes } = facts.linked;
  const raw = resolveNode(article?.author ?? article?.creator, nodes);
  const list = Array.isArray(raw) ? raw : [raw];
  const names = list.flatMap((item) => {
    const text = linkedText(item);
    return text ? [decode(text)] : [];
  });
  return merge(names, outlet);
}

const fromMeta = (facts: PageFacts, outlet: string): Byline => {
  for (const name of metaNames) {
    const values = facts.meta.all(name).filter((value) => !/^https?:|^www\./.test(value));
    const byline = merge(values.map(decode), outlet);
    if (!isEmpty(byline)) return byline;
  }
  return nobodyNamed;
};

const opensLikeByline = new RegExp(
  `^(?:${['by', 'words by', 'story by', 'von', 'beitrag von', 'text von', 'par', 'por', 'di', 'door', 'av', 'af', 'bởi', 'oleh', 'przez', 'автор', 'بقلم'].join('|')})\\s*:?\\s+\\p{L}`,
  'iu',
);

/** A link whose address spells out its words leads to a story; an author's page has two or three words. */
const leadsToStory = (block: Block): boolean =>
  block.links.some(({ href, start, end }) => {
    const words = key(block.text.slice(start, end));
    return words.split(' ').length >= 5 && key(href).includes(words);
  });

const hasAuthorHint = (block: Block): boolean =>
  !leadsToStory(block) && (hintsBelow(block.context, null, 2) & hintBit.author) !== 0;

/** Two to four words that each begin with a capital, or any short text in a script without capitals. */
export const looksLikeName = (text: string): boolean =>
  /^\p{Lu}[\p{L}\p{M}'’.-]*(?:\s(?:\p{Lu}[\p{L}\p{M}'’.-]*|de|del|da|dos|van|von|der|den|al|bin|la|le)){1,4}$/u.test(
    text,
  ) ||
  (/^[\p{Script=Han}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Hebrew}\s・]{2,20}$/u.test(text) &&
    text.length <= 20);

const isEmpty = (byline: Byline): boolean => byline.people.length + byline.organisations.length === 0;
const nobodyNamed: Byline = { people: [], organisations: [] };

/** A byline printed with the article: one that opens as bylines do, else a block marked as the author's. */
function fromBlocks(blocks: Block[], outlet: string): Byline {
  const short = blocks.filter((block) => block.text.length <= 160);
  for (const line of short.flatMap((block) => block.lines)) {
    if (!opensLikeByline.test(line)) continue;
    const byline = readByline(line, outlet);
    if (!isEmpty(byline)) return byline;
  }
  // Each name often stands in an element of its own.
  const marked = short
    .filter(hasAuthorHint)
    .flatMap((block) => block.lines)
    .map((line) => readByline(line, outlet))
    // One part that is no name, and the line was a headline: "Northern Rail and the price of silence".
    .filter((byline) => byline.people.every(looksLikeName));
  return {
    people: uniqueNames(marked.flatMap((byline) => byline.people)),
    organisations: uniqueNames(marked.flatMap((byline) => byline.organisations)),
  };
}

/** Some outlets sign below the text; what follows the next heading belongs to other stories. */
function belowText(facts: PageFacts): Block[] {
  const last = facts.body.at(-1)?.index ?? -1;
  if (last < 0) return [];
  const near = facts.blocks.slice(Math.max(0, last - 1), last + 5);
  const heading = near.findIndex((block) => block.index > last && /^h[1-4]$/.test(block.tag));
  return heading < 0 ? near : near.slice(0, heading);
}

/** A name alone in bold as the last line of the text. */
function fromSignature(facts: PageFacts, outlet: string): Byline {
  for (const block of belowText(facts).slice(0, 3)) {
    const bold = block.boldLength > block.text.length * 0.9;
    if (bold && block.linkLength === 0 && looksLikeName(block.text)) return readByline(block.text, outlet);
  }
  return nobodyNamed;
}

function fromMicrodata(facts: PageFacts, outlet: string): Byline {
  return merge(
    facts.declared.authors.filter((text) => text.length < 120),
    outlet,
  );
}

/** Who wrote the article: linked data, meta tags, the byline beside the headline, microdata; people first. */
export function readAuthors(facts: PageFacts, outlet: string): Authorship {
  const sources: [Sourced<string[]>['source'], () => Byline][] = [
    ['json-ld', () => fromLinked(facts, outlet)],
    ['meta', () => fromMeta(facts, outlet)],
    ['byline', () => fromBlocks(headerZone(facts), outlet)],
    ['microdata', () => fromMicrodata(facts, outlet)],
    ['byline', () => fromBlocks(belowText(facts), outlet)],
    ['byline', () => fromSignature(facts, outlet)],
  ];
  const organisations: string[] = [];
  for (const [source, read] of sources) {
    const byline = read();
    organisations.push(...byline.organisations);
    if (byline.people.length > 0) {
      return { authors: { value: byline.people, source }, organisations: uniqueNames(organisations) };
    }
  }
  return { authors: { value: [], source: 'byline' }, organisations: uniqueNames(organisations) };
}
