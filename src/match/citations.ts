import type { Article, ArticleId, Span } from '../model/article';
import type { Voice } from '../model/comparison';
import { identify, outletHost } from '../model/identity';
import { outletKey } from '../text/outlet-name';
import { whenAsked } from '../text/pattern';
import { agencyName, creditsOf, isAgency } from './copies/credits';

/** Who says where they have it from. `to` is set when the source is among the articles at hand. */
export interface Citation {
  from: ArticleId;
  to: ArticleId | null;
  /** Outlet or agency, by the name we show. */
  name: string;
  kind: 'link' | 'reported' | 'wire-credit' | 'original';
  /** Where it stands in the text of `from`; null when the page declares it elsewhere. */
  span: Span | null;
}

/** Last words that make a name a medium's: what stands before "reported" may as well be a hospital. */
const mediaWords =
  /\b(?:Times|Post|Journal|News|Herald|Tribune|Guardian|Telegraph|Chronicle|Gazette|Observer|Standard|Courier|Mail|Mirror|Independent|Globe|Star|Sun|Press|Review|Magazine|Weekly|Radio|Television|TV|BBC|CNN|NPR|CBS|NBC|ABC|Zeitung|Presse|Monde|País|Mundo|Diario)\b/;

/** A word of a name: a full stop stands within it ("U.S. News", "news.test") and never ends it. */
const capitalised = "(?:(?:\\p{Lu}\\.){2,}|St\\.|\\p{Lu}[\\p{L}\\p{N}&'’-]*(?:\\.[\\p{L}\\p{N}]+)*)";
const mediumName = `(?:[Tt]he )?(${capitalised}(?:(?: of| and| and the| and The| de| da)? ${capitalised}){0,7})`;
const cited = whenAsked(
  () =>
    `${mediumName}(?: newspaper| magazine)?,? (?:has |have |had )?(?:first )?(?:reported|reports|wrote|revealed)\\b|(?:according to|citing|cited by|reported by|told|quoted by) ${mediumName}`,
  'gu',
);

function isMedium(name: string, outlets: ReadonlyMap<string, Article[]>): boolean {
  return isAgency(name) || outlets.has(outletKey(name)) || mediaWords.test(name);
}

/** Between the names of "Gorge TV's Ilda Marrow", "Ostrel's Coast Mail", "the Gazette and the Courier"; a day at the end. */
const betweenNames = /['’](?:s\b)?(?: |$)| and (?:[Tt]he )?| (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;

/** The first medium among names that stand together. */
const mediumIn = (names: string, outlets: ReadonlyMap<string, Article[]>): string | undefined =>
  names.split(betweenNames).find((name) => isMedium(name, outlets));

function reportedIn(article: Article, outlets: ReadonlyMap<string, Article[]>): Citation[] {
  const found: Citation[] = [];
  for (const match of article.text.matchAll(cited())) {
    const name = mediumIn(match[1] ?? match[2] ?? '', outlets);
    if (!name || outletKey(name) === outletKey(article.outlet.value)) continue;
    const to = outlets.get(outletKey(name))?.find((one) => one.id !== article.id) ?? null;
    found.push({
      from: article.id,
      to: to?.id ?? null,
      name: to?.outlet.value ?? agencyName(name),
      kind: 'reported',
      span: { start: match.index, end: match.index + match[0].length },
    });
  }
  return found;
}

const hostOf = (address: string): string =>
  URL.canParse(address) ? outletHost(new URL(address).hostname) : '';

/** Every citation among articles: links in the text, "X reported", wire credits, declared originals. */
export function citations(articles: readonly Article[]): Citation[] {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const outlets = new Map<string, Article[]>();
  const nameOfHost = new Map<string, string>();
  for (const article of articles) {
    nameOfHost.set(hostOf(article.address.raw), article.outlet.value);
    const name = outletKey(article.outlet.value);
    if (name) outlets.set(name, [...(outlets.get(name) ?? []), article]);
  }
  return articles.flatMap((article) => {
    const found: Citation[] = [];
    const addAddress = (href: string, kind: Citation['kind'], span: Span | null) => {
      const to = byId.get(identify(href, null).id);
      if (to && to.id !== article.id)
        found.push({ from: article.id, to: to.id, name: to.outlet.value, kind, span });
      else if (!to && kind === 'original' && hostOf(href)) {
        found.push({
          from: article.id,
          to: null,
          name: nameOfHost.get(hostOf(href)) ?? hostOf(href),
          kind,
          span,
        });
      }
    };
    for (const link of article.links) addAddress(link.href, 'link', { start: link.start, end: link.end });
    if (article.original) addAddress(article.original.value, 'original', null);
    for (const credit of creditsOf(article)) {
      if (credit.kind === 'contributed' || credit.name === 'Agencies') continue;
      const own = outlets.get(outletKey(credit.name))?.find((one) => one.id !== article.id) ?? null;
      if (outletKey(credit.name) === outletKey(article.outlet.value)) continue;
      found.push({
        from: article.id,
        to: own?.id ?? null,
        name: credit.name,
        kind: 'wire-credit',
        span: credit.span,
      });
    }
    return [...found, ...reportedIn(article, outlets)];
  });
}

/** Citations this far into a text say where the news came from; later ones are added colour. */
const openingLength = 700;

const isOrigin = (citation: Citation): boolean =>
  citation.kind !== 'link' &&
  (citation.span === null || citation.kind === 'wire-credit' || citation.span.start < openingLength);

/**
 * On how many sources the voices rest: a voice that credits or opens with another rests on that one; voices that cite
 * each other in a ring are one source together. "4 outlets, 2 voices, 1 source".
 */
export function countSources(articles: readonly Article[], voices: readonly Voice[]): number {
  const parent = new Map<string, string>();
  const root = (name: string): string => {
    const above = parent.get(name) ?? name;
    return above === name ? name : root(above);
  };
  const voiceOf = new Map<ArticleId, string>();
  for (const voice of voices) for (const id of voice.articles) voiceOf.set(id, voice.id);
  const join = (left: string, right: string) => parent.set(root(left), root(right));
  for (const citation of citations(articles)) {
    const from = voiceOf.get(citation.from);
    if (!from || !isOrigin(citation)) continue;
    join(from, (citation.to && voiceOf.get(citation.to)) ?? `name:${outletKey(citation.name)}`);
  }
  for (const voice of voices) {
    if (voice.likelyFirst.reason === 'credited') join(voice.id, `name:${outletKey(voice.likelyFirst.name)}`);
  }
  return new Set(voices.map((voice) => root(voice.id))).size;
}
