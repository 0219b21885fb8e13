import { fold } from '../text-shape';
import type { DomAccess } from './dom';
import { datePublished, publisher } from './microdata';
import type { Declarations } from './page-snapshot';

const limits = { scripts: 40, characters: 2_000_000, state: 3_000_000, authors: 6, homeLinks: 12 };

/** Attributes of which most elements have none: one search for all of them. */
const markedSelector =
  '[itemprop],[role],[hidden],[style],[data-testid],[data-component],[rel~="author"],a[rel~="home"],a[href="/"],a[rel="next"]';

/** Elements with attributes that need a closer look, in document order. */
export const markedElements = (dom: DomAccess): Element[] => dom.select(markedSelector);

const stateKeys = ['original_url', 'originalUrl', 'source_url', 'sourceUrl', 'origin_url', 'syndication_url'];
const stateValue = /^"\s*:\s*"(https?:[^"\s]+)"/;
const mostAddresses = 50;

/** Values of the keys that name an original. Plain searches: states run to megabytes. */
function stateAddresses(source: string, found: string[]): void {
  for (const name of stateKeys) {
    for (
      let at = source.indexOf(`"${name}"`);
      at >= 0 && found.length < mostAddresses;
      at = source.indexOf(`"${name}"`, at + 1)
    ) {
      const value = stateValue.exec(source.slice(at + name.length + 1, at + name.length + 600))?.[1];
      if (value) found.push(value.replace(/\\\//g, '/'));
    }
  }
}

function readScripts(dom: DomAccess): Pick<Declarations, 'linkedData' | 'stateAddresses'> {
  const linkedData: string[] = [];
  const addresses: string[] = [];
  for (const script of dom.all('script')) {
    const type = dom.attribute(script, 'type');
    if (!type || !/json/i.test(type)) continue;
    const source = dom.content(script);
    if (/ld\+json/i.test(type)) {
      if (linkedData.length < limits.scripts && source.length <= limits.characters) linkedData.push(source);
    } else if (source.length <= limits.state) stateAddresses(source, addresses);
  }
  return { linkedData, stateAddresses: addresses };
}

function readMeta(dom: DomAccess): Declarations['meta'] {
  const values: Declarations['meta'] = [];
  for (const element of dom.all('meta')) {
    const content = fold(dom.attribute(element, 'content') ?? '');
    if (!content) continue;
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = dom.attribute(element, attribute)?.toLowerCase().trim();
      if (name) values.push([name, content]);
    }
  }
  return values;
}

const hasWord = (value: string | null, word: string): boolean =>
  value?.includes(word) === true && value.split(/\s+/).includes(word);

/** The words of a link to the front page, when it begins with words and not with a picture. */
function firstWords(dom: DomAccess, link: Element): string {
  const first = dom.firstChild(link);
  return first && dom.type(first) === 3 ? fold(first.nodeValue ?? '') : '';
}

function readMarked(
  dom: DomAccess,
  marked: Element[],
): Pick<Declarations, 'authors' | 'homeNames' | 'nextPages'> {
  const authors: string[] = [];
  const homeNames: string[] = [];
  const nextPages: string[] = [];
  for (const element of marked) {
    const rel = dom.attribute(element, 'rel');
    const property = dom.attribute(element, 'itemprop');
    if (hasWord(property, 'author') || hasWord(rel, 'author')) {
      if (authors.length < limits.authors) authors.push(dom.content(element).slice(0, 200));
    }
    if (dom.tag(element) !== 'a') continue;
    const href = dom.attribute(element, 'href');
    if (rel === 'next' && href) nextPages.push(href);
    if ((href === '/' || hasWord(rel, 'home')) && homeNames.length < limits.homeLinks)
      homeNames.push(firstWords(dom, element));
  }
  return { authors, homeNames: homeNames.filter((name) => name !== ''), nextPages };
}

/** What a page says about itself outside its visible text. `marked` comes from `markedElements`. */
export function readDeclarations(dom: DomAccess, marked: Element[]): Declarations {
  const links = dom.all('link');
  const canonical = links.find((link) => hasWord(dom.attribute(link, 'rel'), 'canonical'));
  const next = links.filter((link) => dom.attribute(link, 'rel') === 'next');
  const title = dom.all('title')[0];
  const read = readMarked(dom, marked);
  return {
    language: dom.attribute(dom.root, 'lang') ?? dom.attribute(dom.root, 'xml:lang'),
    title: title ? dom.content(title) : '',
    canonical: canonical ? dom.attribute(canonical, 'href') : null,
    meta: readMeta(dom),
    ...readScripts(dom),
    publisher: publisher(dom, marked),
    datePublished: datePublished(dom, marked),
    ...read,
    nextPages: [...next.flatMap((link) => dom.attribute(link, 'href') ?? []), ...read.nextPages],
  };
}
