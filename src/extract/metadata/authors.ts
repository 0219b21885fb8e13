import type { Sourced } from '../../model/article';
import type { Block } from '../block';
import { hintBit } from '../class-words';
import { hintsBelow } from '../furniture';
import { key } from '../text-shape';
import { decode } from './headline';
import { type LinkedNode, linkedText, resolveNode } from './json-ld';
import { type Byline, namesOutlet, readByline, uniqueNames, withCapitals } from './names';
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

const isOrganisation = (item: unknown): boolean =>
  typeof item === 'object' &&
  item !== null &&
  /Organization$/.test(String((item as LinkedNode)['@type'] ?? ''));

const isPerson = (item: unknown): boolean =>
  typeof item === 'object' && item !== null && (item as LinkedNode)['@type'] === 'Person';

function fromLinked(facts: PageFacts, outlet: string): Byline {
  const { article, nodes } = facts.linked;
  const raw = resolveNode(article?.author ?? article?.creator, nodes);
  const names: string[] = [];
  const organisations: string[] = [];
  for (const item of Array.isArray(raw) ? raw : [raw]) {
    const text = decode(linkedText(item) ?? '');
    if (text === '') continue;
    if (isOrganisation(item)) organisations.push(text);
    else names.push(isPerson(item) ? withCapitals(text) : text);
  }
  const byline = merge(names, outlet);
  return { ...byline, organisations: uniqueNames([...byline.organisations, ...organisations]) };
}

/** "The Courier, Skerrow, Norland": the outlet and where it is. */
function isAddress(value: string, outlet: string): boolean {
  const [first = '', ...rest] = value.split(',');
  return rest.length > 0 && namesOutlet(first, outlet);
}

/** `organisations` are those that linked data names as author: "Newsroom of the Courier, Skerrow" is one again. */
const fromMeta = (facts: PageFacts, outlet: string, organisations: string[] = []): Byline => {
  for (const name of metaNames) {
    const values = facts.meta
      .all(name)
      .filter(
        (value) =>
          !/^https?:|^www\./.test(value) &&
          !organisations.some((own) => value.startsWith(own)) &&
          !isAddress(value, outlet),
      );
    const byline = merge(values.map(decode), outlet);
    if (!isEmpty(byline)) return byline;
  }
  return nobodyNamed;
};

const opensLikeByline = new RegExp(
  `^(?:${['by', 'written by', 'erstellt von', 'geschrieben von', 'escrito por', 'publicado por', 'écrit par', 'scritto da', 'words by', 'story by', 'von', 'beitrag von', 'text von', 'par', 'por', 'di', 'door', 'av', 'af', 'bởi', 'oleh', 'przez', 'автор', 'بقلم'].join('|')})\\s*:?\\s+\\p{L}`,
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
    if (!opensLikeByline.test(line) && !/^(?:By|Von|Par|Por)\p{Lu}/u.test(line)) continue;
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

/** Names alone in bold as one of the first or last lines of the text. */
function fromSignature(blocks: Block[], outlet: string): Byline {
  for (const block of blocks) {
    const bold = block.boldLength > block.text.length * 0.9;
    if (!bold || block.linkLength > 0 || block.text.length > 120) continue;
    const byline = readByline(block.text, outlet);
    const names = block.text.split('/').map((name) => name.trim());
    if (names.every(looksLikeName) && !isEmpty(byline)) return byline;
  }
  return nobodyNamed;
}

/** Marked authors. Where several are marked, those that read like names: places are marked within them too. */
function fromMicrodata(facts: PageFacts, outlet: string): Byline {
  const byline = merge(
    facts.declared.authors.filter((text) => text.length < 120),
    outlet,
  );
  if (byline.people.length < 2) return byline;
  return { ...byline, people: byline.people.filter(looksLikeName) };
}

const opening = ({ body }: PageFacts): Block[] => body.slice(0, 4).filter(({ kind }) => kind === 'text');

/** "Editor: Ida Kroon": whom the page names as the one who edited the text. */
function isNamedEditor({ blocks }: PageFacts, name: string): boolean {
  const opens = /^(?:editor|redaktur|penyunting)\b/i;
  return blocks.some(
    ({ text }) => text.length <= 80 && opens.test(text) && key(text).endsWith(` ${key(name)}`),
  );
}

/** Whether `fuller` names everybody whom `names` does, and others: linked data often takes only the first. */
function isFuller(fuller: string[], names: string[]): boolean {
  const forms = new Set(fuller.map(key));
  const most = names.length + 4;
  return fuller.length > names.length && fuller.length <= most && names.every((name) => forms.has(key(name)));
}

type Source = [source: Sourced<string[]>['source'], read: () => Byline];

/** Where authors are named, most reliable first. */
const sourcesOf = (facts: PageFacts, outlet: string, organisations: string[]): Source[] => [
  ['json-ld', () => fromLinked(facts, outlet)],
  ['meta', () => fromMeta(facts, outlet, organisations)],
  ['byline', () => fromBlocks(headerZone(facts), outlet)],
  ['microdata', () => fromMicrodata(facts, outlet)],
  ['byline', () => fromBlocks(belowText(facts), outlet)],
  ['byline', () => fromSignature([...opening(facts), ...belowText(facts).slice(0, 3)], outlet)],
];

/** A meta tag or one line at the headline that names everybody known and more. Names of teasers stand apart. */
function fullerList(facts: PageFacts, outlet: string, known: string[]): Authorship['authors'] | null {
  const meta = fromMeta(facts, outlet).people;
  if (isFuller(meta, known)) return { value: meta, source: 'meta' };
  const names = known.map((name) => name.toLowerCase());
  for (const line of headerZone(facts).flatMap((block) => (block.text.length <= 160 ? block.lines : []))) {
    const lower = line.toLowerCase();
    if (!names.every((name) => lower.includes(name))) continue;
    const { people } = readByline(line, outlet);
    if (isFuller(people, known) && people.every(looksLikeName)) return { value: people, source: 'byline' };
  }
  return null;
}

/** Whom the byline names when the page names those that it declares as editors: "Editor: Ida Kroon". */
function insteadOfEditors(facts: PageFacts, outlet: string, known: string[]): Authorship['authors'] | null {
  if (!known.every((name) => isNamedEditor(facts, name))) return null;
  const { people } = fromBlocks(headerZone(facts), outlet);
  return people.length > 0 ? { value: people, source: 'byline' } : null;
}

/** Who wrote the article: linked data, meta tags, the byline beside the headline, microdata; people first. */
export function readAuthors(facts: PageFacts, outlet: string): Authorship {
  const organisations: string[] = [];
  for (const [source, read] of sourcesOf(facts, outlet, organisations)) {
    const { people, organisations: named } = read();
    organisations.push(...named);
    if (people.length === 0) continue;
    const better = fullerList(facts, outlet, people) ?? insteadOfEditors(facts, outlet, people);
    return { authors: better ?? { value: people, source }, organisations: uniqueNames(organisations) };
  }
  return { authors: { value: [], source: 'byline' }, organisations: uniqueNames(organisations) };
}
