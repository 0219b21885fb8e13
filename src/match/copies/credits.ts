import type { Article, Span } from '../../model/article';
import { escapedPattern, whenAsked } from '../../text/pattern';
import agencies from '../data/agencies.json';

/** A line that says whose text this is. */
export interface Credit {
  /** The agency or outlet, by the name we show. */
  name: string;
  kind: 'wire' | 'contributed' | 'republished';
  /** Where it stands in the text; null when the page declares it elsewhere. */
  span: Span | null;
}

const agencyByAlias = new Map<string, string>();
for (const [name, aliases] of Object.entries(agencies)) {
  for (const alias of aliases) agencyByAlias.set(alias.toLowerCase(), name);
}

const anyAgency = (): string =>
  [...agencyByAlias.keys()]
    .sort((left, right) => right.length - left.length)
    .map(escapedPattern)
    .join('|');

/** One name for "AP" and "The Associated Press"; other names as they are. */
export const agencyName = (name: string): string =>
  agencyByAlias.get(name.trim().toLowerCase()) ?? name.trim();

export const isAgency = (name: string): boolean => agencyByAlias.has(name.trim().toLowerCase());

/** How far a dateline or credit at either end of a text reaches. */
const openingLength = 220;
const closingLength = 420;

// Each of the patterns below is long and costs more to make ready than to use, and most texts hold no credit: a short
// one before it tells where there can be none.

/** "HARBOUR CITY (AP) —", "(Reuters) -", "(Gorge TV/AP) —". */
const datelineAgency = whenAsked(
  () => `\\((?:[^()\\n]{1,30}[/,] ?)?(${anyAgency()})(?:[/,][^()\\n]{1,30})?\\)\\s*(?:[-–—―:]|$)`,
  'iu',
);
/** "Source: Reuters", "— AFP" on a line of its own, "(with inputs from ANI)". */
const closingAgency = whenAsked(
  () => `(?:^|\\n)\\s*(?:source|quelle|fuente|fonte)?\\s*[:—–-]?\\s*\\(?(${anyAgency()})\\)?\\.?\\s*$`,
  'iu',
);
const contributed = whenAsked(() => {
  const agency = anyAgency();
  return `(?:with (?:inputs?|files|reporting|additional reporting) (?:from|by)|additional reporting by)\\s+(?:the )?(${agency})|(?:the )?\\b(${agency})\\b(?: \\w+){0,5} contributed to this (?:report|story|article)|(?:^|\\n)\\s*[[(]?(?:with|contributing:|information from)\\s+(?:the )?(${agency})[\\])]?\\.?\\s*$`;
}, 'iu');
/** A name goes on as long as its words are capitalised: "The Gorge Gazette and was reproduced" is no name. */
const publisher =
  "(?:the )?((?:\\p{Lu}[\\p{L}\\p{N}&’'-]*|[\\p{L}\\p{N}-]+(?=\\.\\p{Ll}))(?:\\.\\p{L}+)*(?:[ \\t]+(?:(?:of|the|and)[ \\t]+){0,2}\\p{Lu}[\\p{L}\\p{N}&’'-]*(?:\\.\\p{L}+)*)*)";
const republished = whenAsked(
  () =>
    `[Tt]h(?:is|e) (?:article|story|report|piece|post)(?: was)? (?:first |originally )+(?:appeared|published|ran)(?: \\w+)?? (?:on|in|by|at)\\s+(?:the website of )?${publisher}`,
  'u',
);

/** A closing line of credit is short. */
const longestClosing = 120;
const mayBeContributed =
  /contributed to this|(?:inputs?|files|reporting) (?:from|by)|\n\W*(?:with|contributing:|information from) /i;
const mayBeRepublished = /(?:first|originally) (?:appeared|published|ran) /i;

const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1) ?? '';

const spanOf = (match: RegExpExecArray, offset: number): Span => ({
  start: offset + match.index,
  end: offset + match.index + match[0].length,
});

/** Reads every line of credit: what the page declares, the dateline, and the closing lines. */
export function creditsOf(article: Article): Credit[] {
  const found: Credit[] = [];
  const take = (name: string | undefined, kind: Credit['kind'], span: Span | null) => {
    if (!name) return;
    const shown = agencyName(name.replace(/[.,]$/, ''));
    if (!found.some((credit) => credit.name === shown && credit.kind === kind))
      found.push({ name: shown, kind, span });
  };
  take(article.wireCredit?.value, 'wire', null);
  for (const author of article.authors.value) if (isAgency(author)) take(author, 'wire', null);
  take(article.dateline ? datelineAgency().exec(`${article.dateline} —`)?.[1] : undefined, 'wire', null);
  const head = article.text.slice(0, openingLength);
  const opening = head.includes('(') ? datelineAgency().exec(head) : null;
  if (opening) take(opening[1], 'wire', spanOf(opening, 0));
  const tail = Math.max(0, article.text.length - closingLength);
  const closing = article.text.slice(tail);
  const source = lastLine(closing).length <= longestClosing ? closingAgency().exec(closing) : null;
  if (source) take(source[1], 'wire', spanOf(source, tail));
  const helped = mayBeContributed.test(closing) ? contributed().exec(closing) : null;
  if (helped) take(helped[1] ?? helped[2] ?? helped[3], 'contributed', spanOf(helped, tail));
  for (const [part, offset] of [
    [article.text.slice(0, openingLength * 2), 0],
    [closing, tail],
  ] as const) {
    const again = mayBeRepublished.test(part) ? republished().exec(part) : null;
    if (again) take(again[1]?.replace(/^the /i, ''), 'republished', spanOf(again, offset));
  }
  return found;
}

/** Credits read before: every pair of a story's articles asks for both. */
const known = new WeakMap<Article, string | null>();

/** The agency or outlet a text is credited to as a whole, if there is one. */
export function creditedTo(article: Article): string | null {
  const before = known.get(article);
  if (before !== undefined) return before;
  const credits = creditsOf(article);
  const whole = credits.find(({ kind, name }) => kind !== 'contributed' && name !== 'Agencies');
  known.set(article, whole?.name ?? null);
  return whole?.name ?? null;
}
