import type { Article } from '../model/article';
import { fail, ok, type Result } from '../model/result';
import { isStopWord, tokens } from '../text/words';
import { decodeText } from './decode';
import { parseFeedText } from './feed';
import { lineOfMarkup } from './markup';
import type { Answer } from './request';

/** A place that can be asked for coverage. None is asked unless the reader presses its button. */
export interface SearchEngine {
  key: string;
  name: string;
  /** `{query}` stands for the words, percent-encoded. */
  template: string;
  answers: 'feed' | 'gdelt';
  enabled: boolean;
}

/** What would be sent, and to whom. */
export interface SearchPlan {
  engine: string;
  name: string;
  host: string;
  query: string;
  address: string;
}

export interface FoundArticle {
  address: string;
  headline: string;
  outlet: string;
  day: string | null;
}

/** GDELT's DOC 2.0 interface: titles and links of the last three months, no texts. Off until switched on. */
export const gdelt: SearchEngine = {
  key: 'gdelt',
  name: 'GDELT',
  template:
    'https://api.gdeltproject.org/api/v2/doc/doc?query={query}&mode=artlist&format=json&maxrecords=75&timespan=1w&sort=hybridrel',
  answers: 'gdelt',
  enabled: false,
};

const queryWords = 6;

/**
 * The words a search sends: names of the headline first, then its other content words, at most six. Short enough
 * that the reader can see what goes out.
 */
export function queryOf(article: Pick<Article, 'headline' | 'language'>): string {
  const headline = article.headline.value;
  const language = article.language.value;
  const words = tokens(headline, language).filter(
    ({ word }) => word.length > 2 && !isStopWord(word, language) && !/^\d+$/.test(word),
  );
  const written = words.map(({ start, end }) => headline.slice(start, end));
  const isTitleCase = written.filter((word) => /^\p{Lu}/u.test(word)).length > written.length * 0.8;
  const isName = (word: string, index: number) => !isTitleCase && index > 0 && /^\p{Lu}/u.test(word);
  const ordered = [...written.filter(isName), ...written.filter((word, index) => !isName(word, index))];
  const chosen = new Set(ordered.slice(0, queryWords));
  return [...new Set(written.filter((word) => chosen.has(word)))].join(' ');
}

/** A template the reader wrote, checked: a web address with `{query}` in it. */
export function checkTemplate(template: string): Result<URL> {
  const example = template.replaceAll('{query}', 'words');
  const other = template.replaceAll('{query}', 'others');
  if (!template.includes('{query}') || !URL.canParse(example) || !URL.canParse(other))
    return fail('address-malformed');
  const url = new URL(example);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  // Words in the host's name would send each search to another host.
  const isSameHost = url.host === new URL(other).host;
  return isWeb && !url.username && isSameHost ? ok(url) : fail('address-malformed');
}

const searchAddress = (engine: SearchEngine, query: string): string =>
  engine.template.replaceAll('{query}', encodeURIComponent(query.trim()));

export const planOf = (engine: SearchEngine, query: string): SearchPlan => {
  const address = searchAddress(engine, query);
  return { engine: engine.key, name: engine.name, host: new URL(address).host, query, address };
};

interface GdeltArticle {
  url?: unknown;
  title?: unknown;
  seendate?: unknown;
  domain?: unknown;
}

/** "20260304T101500Z" → "2026-03-04". */
const gdeltDay = (seen: unknown): string | null =>
  typeof seen === 'string' && /^\d{8}T/.test(seen)
    ? `${seen.slice(0, 4)}-${seen.slice(4, 6)}-${seen.slice(6, 8)}`
    : null;

/** GDELT says that it is overloaded, or what is wrong with the words, as plain text with status 200. */
const gdeltRefusal = (text: string): Result<never> => {
  if (/limit requests|too many|rate limit/i.test(text)) return fail('request-limited', { host: 'GDELT' });
  if (/too short|too common|phrase|keyword/i.test(text.slice(0, 300)))
    return fail('request-refused', { reason: 'query', host: 'GDELT' });
  return fail('feed-malformed', { reason: 'not-json' });
};

function parseGdelt(text: string): Result<FoundArticle[]> {
  let parsed: { articles?: unknown };
  try {
    // Titles come with raw control characters and backslashes that JSON does not know.
    parsed = JSON.parse(text.replace(/\p{Cc}/gu, ' ').replace(/\\(?!["\\/bfnrtu])/g, '\\\\'));
  } catch {
    return gdeltRefusal(text);
  }
  if (parsed === null || typeof parsed !== 'object') return gdeltRefusal(text);
  const listed = Array.isArray(parsed.articles) ? (parsed.articles as GdeltArticle[]) : [];
  return ok(
    listed.flatMap(({ url, title, seendate, domain }) => {
      const headline = typeof title === 'string' ? lineOfMarkup(title) : '';
      if (typeof url !== 'string' || !/^https?:/.test(url) || !URL.canParse(url) || !headline) return [];
      const outlet = typeof domain === 'string' ? domain : new URL(url).hostname;
      return [{ address: url, headline, outlet, day: gdeltDay(seendate) }];
    }),
  );
}

/** Articles in a search's answer, each address once. `now` in milliseconds since the epoch. */
export function readSearchAnswer(
  engine: SearchEngine,
  answer: Pick<Answer, 'bytes' | 'address' | 'header'>,
  now: number,
): Result<FoundArticle[]> {
  const text = decodeText(answer.bytes, answer.header('content-type'));
  if (engine.answers === 'gdelt') {
    const found = parseGdelt(text);
    return found.ok ? ok([...new Map(found.value.map((each) => [each.address, each])).values()]) : found;
  }
  const parsed = parseFeedText(text, answer.address, now);
  if (!parsed.ok) return parsed;
  return ok(
    parsed.value.items.map(({ address, headline, outlet, published }) => ({
      address,
      headline,
      outlet: outlet ?? new URL(address).hostname,
      day: published?.day ?? null,
    })),
  );
}
