import type { Article } from '../../src/model/article';
import type { SeedPage } from './pages';

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();
const straight = (text: string): string => fold(text).replace(/[‘’]/g, "'").replace(/[“”]/g, '"');

export interface ReadingCheck {
  outlet: string;
  found: number;
  paragraphs: number;
  missing: string[];
  leftovers: string[];
  wrongFields: string[];
}

/** A paragraph counts as found with its dateline cut off, which is kept apart as data. */
function hasParagraph(article: Article, text: string, paragraph: string): boolean {
  const whole = fold(paragraph);
  const dateline = article.dateline ? fold(article.dateline) : '';
  const bare = dateline && whole.startsWith(dateline) ? whole.slice(dateline.length).trim() : whole;
  return text.includes(bare);
}

/** How the article read from a seed page stands to what is known of the page. */
export function checkReading(article: Article, page: SeedPage): ReadingCheck {
  const text = fold(article.text);
  const missing = page.paragraphs.filter((paragraph) => !hasParagraph(article, text, paragraph));
  const fields: [string, string | null, string | null][] = [
    ['headline', straight(article.headline.value), straight(page.headline)],
    ['outlet', article.outlet.value, page.outlet],
    ['day', article.published?.value.day ?? null, page.publishedDate],
    ['wire credit', article.wireCredit?.value ?? null, page.wireCredit],
    ['original', article.original?.value ?? null, page.originalUrl ?? null],
  ];
  return {
    outlet: page.outlet,
    found: page.paragraphs.length - missing.length,
    paragraphs: page.paragraphs.length,
    missing,
    leftovers: page.notIn.filter((string) => text.includes(fold(string))),
    wrongFields: fields
      .filter(([, read, expected]) => read !== expected)
      .map(([name, read, expected]) => `${name}: read “${read}”, expected “${expected}”`),
  };
}

/** One line a page, and what is wrong under it. */
export function readingTable(checks: ReadingCheck[]): string {
  return checks
    .flatMap(({ outlet, found, paragraphs, missing, leftovers, wrongFields }) => [
      `${outlet.padEnd(20)}paragraphs ${found}/${paragraphs}  left over ${leftovers.length}  wrong fields ${wrongFields.length}`,
      ...missing.map((text) => `    lost: ${fold(text).slice(0, 90)}…`),
      ...leftovers.map((text) => `    left over: ${fold(text).slice(0, 90)}`),
      ...wrongFields.map((text) => `    ${text}`),
    ])
    .join('\n');
}
