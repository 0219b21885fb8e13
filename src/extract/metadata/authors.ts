import type { Sourced } from '../../model/article';
import { key } from '../text-shape';
import { decode } from './headline';
import { type LinkedNode, linkedText, resolveNode } from './json-ld';
import {
  type Byline,
  isEmpty,
  namesOutlet,
  nobodyNamed,
  readByline,
  uniqueNames,
  withCapitals,
} from './names';
import { headerZone, type PageFacts } from './page-facts';
import { belowText, fromBlocks, fromSignature, looksLikeName, opening } from './printed-authors';

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

/** Marked authors. Where several are marked, those that read like names: places are marked within them too. */
function fromMicrodata(facts: PageFacts, outlet: string): Byline {
  const byline = merge(
    facts.declared.authors.filter((text) => text.length < 120),
    outlet,
  );
  if (byline.people.length < 2) return byline;
  return { ...byline, people: byline.people.filter(looksLikeName) };
}

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

/** Whom the page declares as authors, for finding their names in its text before anybody knows which text that is. */
export function declaredAuthors(facts: PageFacts, outlet: string): string[] {
  const { people } = fromLinked(facts, outlet);
  return people.length > 0 ? people : fromMeta(facts, outlet).people;
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
