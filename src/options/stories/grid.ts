import type { CollationView } from '../../messages/library-calls';
import type { Article, ArticleId } from '../../model/article';
import type { RowKind, RowVerdict, Voice } from '../../model/comparison';
import { type CutQuote, type ProvenRow, proveLeftOut, proveOnlyHere, proveRows } from '../../ui/proof';
import { titleOf } from '../../ui/row-title';

/** What one voice says on one claim. Silence of a text that looks cut is told apart from silence. */
export type Cell = { state: 'says'; value: string; quote: CutQuote } | { state: 'silent' } | { state: 'cut' };

export interface GridRow {
  id: string;
  verdict: RowVerdict | 'only-here';
  kind: RowKind | null;
  label: string;
  cells: Cell[];
  proven: ProvenRow | null;
}

export interface Grid {
  /** In order of publication. */
  voices: { voice: Voice; lead: Article }[];
  rows: GridRow[];
}

const dayOf = (article: Article): string =>
  article.published?.value.instant ?? article.published?.value.day ?? article.captured.at;

/** Voices named by their lead: each comparison numbers its voices for itself. */
function voicesOf(views: CollationView[]): Grid['voices'] {
  const known = new Map<ArticleId, { voice: Voice; lead: Article }>();
  for (const { collation, articles } of views) {
    for (const voice of collation.voices) {
      const lead = articles[voice.lead];
      const carried = [...known.values()].some((other) => other.voice.articles.includes(voice.lead));
      if (lead && !carried) known.set(voice.lead, { voice, lead });
    }
  }
  return [...known.values()].sort((left, right) =>
    dayOf(left.lead) < dayOf(right.lead) ? -1 : dayOf(left.lead) > dayOf(right.lead) ? 1 : 0,
  );
}

const keyOf = ({ evidence: { quote } }: CutQuote): string => `${quote.article} ${quote.part} ${quote.start}`;

/** What each view contributes, before rows that say the same are dropped. */
function claimsOf(view: CollationView): Omit<GridRow, 'cells'>[] {
  const { rows, onlyHere, leftOut } = view.collation.comparison;
  const certain = proveRows(rows, view.articles).filter(({ row }) => row.certain);
  const compared = certain.map((proven) => ({
    id: proven.row.id,
    verdict: proven.row.verdict,
    kind: titleOf(proven).verbatim ? null : proven.row.kind,
    label: titleOf(proven).words,
    proven,
  }));
  const shared = proveLeftOut(leftOut, view.articles).map(({ id, quotes }) => ({
    id,
    verdict: 'agree' as const,
    kind: null,
    label: quotes[0]?.words ?? '',
    proven: asRow(id, quotes),
  }));
  const alone = proveOnlyHere(onlyHere, view.articles).map(({ id, quote }) => ({
    id,
    verdict: 'only-here' as const,
    kind: null,
    label: quote.words,
    proven: asRow(id, [quote]),
  }));
  return [...compared, ...shared, ...alone];
}

/** Sentences without a value of their own as a row, so that the grid treats all alike. */
function asRow(id: string, quotes: CutQuote[]): ProvenRow {
  const label = quotes[0]?.words ?? '';
  return {
    row: {
      id,
      verdict: 'agree',
      kind: 'statement',
      label,
      values: [],
      reason: { code: 'same-statement', parameters: {} },
      confidence: 1,
      certain: true,
    },
    values: [{ value: { label: '', low: null, high: null, unit: null, evidence: [] }, quotes }],
  };
}

function cellOf({ voice, lead }: Grid['voices'][number], proven: ProvenRow): Cell {
  for (const { value, quotes } of proven.values) {
    const quote = quotes.find(({ article }) => voice.articles.includes(article.id));
    if (quote) return { state: 'says', value: value.label, quote };
  }
  return lead.completeness.state === 'whole' ? { state: 'silent' } : { state: 'cut' };
}

const order: GridRow['verdict'][] = ['differ', 'update', 'agree', 'only-here'];

/**
 * Claims against voices. Every article of a story has its own comparison; a claim that two of them hold is
 * known by the sentences it rests on and stands in the grid once.
 */
export function buildGrid(views: CollationView[]): Grid {
  const voices = voicesOf(views);
  const seen = new Map<string, Set<string>>();
  const rows: GridRow[] = [];
  for (const claim of views.flatMap(claimsOf)) {
    const { proven } = claim;
    if (!proven) continue;
    const keys = proven.values.flatMap(({ quotes }) => quotes.map(keyOf));
    const kind = claim.kind ?? 'statement';
    const known = seen.get(kind) ?? new Set<string>();
    seen.set(kind, known);
    if (keys.some((key) => known.has(key))) continue;
    for (const key of keys) known.add(key);
    rows.push({ ...claim, cells: voices.map((voice) => cellOf(voice, proven)) });
  }
  rows.sort((left, right) => order.indexOf(left.verdict) - order.indexOf(right.verdict));
  return { voices, rows };
}
