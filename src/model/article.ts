/** Half-open range of UTF-16 code units, `start` inclusive, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** Where a fact about an article was read. */
export type FactSource =
  | 'json-ld'
  | 'meta'
  | 'microdata'
  | 'heading'
  | 'title-element'
  | 'byline'
  | 'visible'
  | 'relative'
  | 'address'
  | 'text'
  | 'declared'
  | 'detected'
  | 'host'
  | 'feed'
  | 'import'
  | 'reader';

/** A fact and where it was read. */
export interface Sourced<T> {
  value: T;
  source: FactSource;
}

/** Name of the identity rule and a hash: `a1-<hash>`. Made by `identify` in `model/identity.ts` only. */
export type ArticleId = string;

export interface Address {
  /** As the tab had it, fragment and tracking parameters included. */
  raw: string;
  /** What the page declared as canonical, if it can be trusted (same site, not the site's root). */
  canonical: string | null;
  /** The address the identity is made from: canonical or raw, without tracking parameters. */
  identity: string;
}

/** A published or modified date. `day` is the day in the outlet's own zone, as its readers saw it. */
export interface PublicationDate {
  /** ISO day `YYYY-MM-DD`. */
  day: string;
  /** ISO instant in UTC when a time of day is known. */
  instant: string | null;
  /** Offset from UTC in minutes when the source stated one. */
  offsetMinutes: number | null;
}

export type ParagraphKind = 'text' | 'heading' | 'list-item' | 'quote';

/** A range of `Article.text`. Paragraphs do not overlap and are in order. */
export interface Paragraph extends Span {
  kind: ParagraphKind;
}

/** A link in the body: the range of its words in `Article.text` and where it leads. */
export interface BodyLink extends Span {
  href: string;
}

/** Why a text looks cut short. */
export type CutReason =
  | 'declared-not-free'
  | 'paywall-notice'
  | 'shorter-than-declared'
  | 'shorter-than-visible'
  | 'ends-mid-sentence'
  | 'ends-with-ellipsis'
  | 'more-pages'
  | 'feed-summary'
  /** Read while the page was still arriving. */
  | 'still-loading'
  /** The reader's keep rule left only the sentences that carry facts. */
  | 'text-dropped';

export interface Completeness {
  state: 'whole' | 'perhaps-cut' | 'headline-only';
  reasons: CutReason[];
}

export type PageKind = 'article' | 'live-blog' | 'gallery' | 'transcript' | 'video' | 'index' | 'multi-page';

/** One dated entry of a live blog, a range of `Article.text`. */
export interface LiveEntry extends Span {
  at: string | null;
  heading: string | null;
}

export type CaptureMethod =
  | 'page'
  | 'selection'
  | 'pasted'
  | 'open-tab'
  | 'remembered'
  | 'feed'
  | 'fetched'
  | 'imported';

export type ReaderName = 'readability' | 'defuddle' | 'selection' | 'pasted' | 'feed' | 'import';

/** A correction or update notice the outlet printed with the article. */
export interface EditorialNote {
  kind: 'correction' | 'update' | 'clarification';
  text: string;
}

/** A block that extraction left out, and why: nothing is dropped in silence. */
export interface Removal {
  step: string;
  reason: string;
  text: string;
}

/**
 * An article as plain data, immutable once saved; saving again makes a version. All text shown to a
 * reader is cut from `headline.value` or `text` by offsets, which is what makes proof rows possible.
 */
export interface Article {
  id: ArticleId;
  address: Address;
  /** Outlet name as its readers know it, and the registrable host it lives on. */
  outlet: Sourced<string>;
  host: string;
  headline: Sourced<string>;
  authors: Sourced<string[]>;
  /** Agency or outlet the text is credited to: "Reuters", "CNN". */
  wireCredit: Sourced<string> | null;
  published: Sourced<PublicationDate> | null;
  modified: Sourced<PublicationDate> | null;
  /** BCP 47 primary tag, lower case: "en", "pt". */
  language: Sourced<string>;
  section: string | null;
  /** Where a repost says the text came from. */
  original: Sourced<string> | null;
  /** "LONDON (Reuters) —". It stands in `text` as printed, but in no paragraph: sentences begin behind it. */
  dateline: string | null;
  /**
   * Paragraphs joined by a blank line. A dateline before the first and an agency's mark behind the last stand in
   * it as printed and belong to no paragraph.
   */
  text: string;
  paragraphs: Paragraph[];
  links: BodyLink[];
  notes: EditorialNote[];
  kind: PageKind;
  liveEntries: LiveEntry[];
  completeness: Completeness;
  wordCount: number;
  captured: {
    /** ISO instant. */
    at: string;
    how: CaptureMethod;
    reader: ReaderName;
  };
}

/** The parts of an article a quote can be cut from. */
export type ArticlePart = 'headline' | 'text';

/** A quote that exists: a range in a stored article. The words are always cut from there. */
export interface Quote extends Span {
  article: ArticleId;
  part: ArticlePart;
}

/** Words of a quote, cut from the article; `null` when the range does not lie within it. */
export function wordsOf(
  article: Pick<Article, 'headline' | 'text'>,
  part: ArticlePart,
  span: Span,
): string | null {
  const whole = part === 'headline' ? article.headline.value : article.text;
  if (!Number.isInteger(span.start) || !Number.isInteger(span.end)) return null;
  if (span.start < 0 || span.end > whole.length || span.start >= span.end) return null;
  return whole.slice(span.start, span.end);
}
