import type { Article, ArticleId } from './article';
import type { Collation, Comparison, LeftOut, OnlyHere, Reuse, Row } from './comparison';
import type { CollationView } from './library-query';

/**
 * A collation as it comes about, in this order: the story with its voices, which of them share passages, how many voices
 * have been read and compared, all rows, what is only here, what is left out here. Each part is finished when it is
 * given: rows are grouped over all voices, so that none is shown before the last voice has been compared.
 */
export type CollationPart =
  | {
      part: 'story';
      article: ArticleId;
      coverage: Omit<Collation, 'comparison' | 'reuses'>;
      articles: Record<ArticleId, Article>;
      owners: Record<string, string>;
    }
  /** Which voices share passages; left away where none do. */
  | { part: 'reuses'; reuses: Reuse[] }
  | { part: 'read' | 'compared'; voices: number; of: number }
  /** The comparison without what is only here and left out. */
  | { part: 'rows'; comparison: Comparison; dismissed: Row[] }
  | { part: 'only-here'; onlyHere: OnlyHere[] }
  /** The last one. */
  | { part: 'left-out'; leftOut: LeftOut[] };

/** A part as it is handed over: of which run, and which in its order. */
export interface DeliveredPart {
  /** Another run than was asked for: the background was stopped in between and begins anew, at the first part. */
  run: string;
  position: number;
  part: CollationPart;
}

const nothingCompared = (article: ArticleId): Comparison => ({
  rules: 0,
  article,
  rows: [],
  onlyHere: [],
  leftOut: [],
  denominator: { voices: 0, oldest: null, newest: null, cut: [] },
});

const withComparison = (view: CollationView, change: Partial<Comparison>): CollationView => ({
  ...view,
  collation: { ...view.collation, comparison: { ...view.collation.comparison, ...change } },
});

/** The view with one part more. The story comes first and makes the view; with the last part the view is whole. */
export function withPart(view: CollationView | null, part: CollationPart): CollationView | null {
  if (part.part === 'story') {
    const collation = { comparison: nothingCompared(part.article), reuses: [], ...part.coverage };
    return { collation, articles: part.articles, dismissed: [], owners: part.owners };
  }
  if (!view) return null;
  switch (part.part) {
    case 'reuses':
      return { ...view, collation: { ...view.collation, reuses: part.reuses } };
    case 'rows':
      return { ...withComparison(view, part.comparison), dismissed: part.dismissed };
    case 'only-here':
      return withComparison(view, { onlyHere: part.onlyHere });
    case 'left-out':
      return withComparison(view, { leftOut: part.leftOut });
    default:
      return view;
  }
}
