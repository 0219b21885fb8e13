import { analyse } from '../../../src/compare/claims';
import type { Article, ArticlePart, Span } from '../../../src/model/article';
import type { Analysis, Claim, Entity, Quantity, TimeValue } from '../../../src/model/claim';
import { joinParagraphs, onDay, plainArticle } from '../../../src/model/plain-article';

export interface Written {
  /** ISO day of publication. */
  day?: string | null;
  headline?: string;
  language?: string;
}

/** A fictional article from plain text: paragraphs are parted by a blank line. */
export function articleOf(
  text: string,
  { day = '2031-10-18', headline = '', language = 'en' }: Written = {},
): Article {
  return plainArticle({
    id: 'a1-test',
    address: { raw: 'https://herald.test/1', canonical: null, identity: 'herald.test/1' },
    outlet: { value: 'Harrow Herald', source: 'import' },
    host: 'herald.test',
    headline: { value: headline, source: 'import' },
    published: day === null ? null : onDay(day, 'import'),
    language: { value: language, source: 'import' },
    ...joinParagraphs(text.split('\n\n')),
    captured: { at: '2031-10-18T12:00:00.000Z', how: 'imported', reader: 'import' },
  });
}

/** Analysis with readers for its spans. */
export class Reading {
  readonly article: Article;
  readonly analysis: Analysis;

  constructor(text: string, written: Written = {}) {
    this.article = articleOf(text, written);
    this.analysis = analyse(this.article);
  }

  words(span: Span, part: ArticlePart = 'text'): string {
    return (part === 'headline' ? this.article.headline.value : this.article.text).slice(
      span.start,
      span.end,
    );
  }

  get claims(): Claim[] {
    return this.analysis.claims;
  }

  /** First claim whose words contain `words`. */
  claim(words: string): Claim {
    const found = this.claims.find((claim) => this.words(claim, claim.part).includes(words));
    if (!found)
      throw new Error(
        `no claim with "${words}" in: ${this.claims.map((claim) => this.words(claim, claim.part)).join(' | ')}`,
      );
    return found;
  }

  get quantities(): Quantity[] {
    return this.claims.flatMap((claim) =>
      claim.quantities.filter((quantity) => quantity.start >= claim.start && quantity.end <= claim.end),
    );
  }

  get times(): TimeValue[] {
    return this.claims.flatMap((claim) => claim.times);
  }

  get entities(): Entity[] {
    return this.claims.flatMap((claim) => claim.entities);
  }
}

export const read = (text: string, written?: Written): Reading => new Reading(text, written);

/** The only counted quantity of a sentence; fails when there is none or more than one. */
export function quantityOf(text: string, written?: Written): Quantity {
  const found = read(text, written).quantities.filter((quantity) => quantity.kind !== 'ordinal');
  if (found.length !== 1)
    throw new Error(
      `${found.length} quantities in "${text}": ${found.map((quantity) => `${quantity.kind} ${quantity.low}`).join(', ')}`,
    );
  return found[0]!;
}

/** The only time of a sentence. */
export function timeOf(text: string, written?: Written): TimeValue {
  const found = read(text, written).times;
  if (found.length !== 1) throw new Error(`${found.length} times in "${text}"`);
  return found[0]!;
}

export const sourceOf = (text: string, words: string): string | undefined =>
  read(text).claim(words).attribution?.source.key;
