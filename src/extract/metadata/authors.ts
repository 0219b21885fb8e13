import type { Sourced } from '../../model/article';
import type { Block } from '../block';
import { hintBit } from '../class-words';
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
    if (byline.people.length + byline.organisations.length > 0) return byline;
  }
  return { people: [], organisations: [] };
};

const opensLikeByline = /^(?:by|von|par|por|di|door|av|af|bởi)\s+\p{Lu}/iu;

const looksLikeByline = (block: Block): boolean =>
  block.text.length <= 120 &&
  (opensLikeByline.test(block.text) || (block.context.hints & hintBit.author) !== 0);

/** A byline printed beside the headline. */
function fromZone(zone: Block[], outlet: string): Byline {
  for (const block of zone) {
    if (!looksLikeByline(block)) continue;
    const byline = readByline(block.text, outlet);
    if (byline.people.length + byline.organisations.length > 0) return byline;
  }
  return { people: [], organisations: [] };
}

function fromMicrodata(facts: PageFacts, outlet: string): Byline {
  const elements = facts.dom.select('[itemprop~="author"],[rel~="author"]').slice(0, 6);
  const texts = elements.map((element) => facts.dom.content(element)).filter((text) => text.length < 120);
  return merge(texts, outlet);
}

/** Who wrote the article: linked data, meta tags, the byline beside the headline, microdata; people first. */
export function readAuthors(facts: PageFacts, outlet: string): Authorship {
  const sources: [Sourced<string[]>['source'], () => Byline][] = [
    ['json-ld', () => fromLinked(facts, outlet)],
    ['meta', () => fromMeta(facts, outlet)],
    ['byline', () => fromZone(headerZone(facts), outlet)],
    ['microdata', () => fromMicrodata(facts, outlet)],
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
