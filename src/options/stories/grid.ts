import type { CollationView } from '../../messages/library-calls';
import type { Article, ArticleId } from '../../model/article';
import type { RowKind, RowVerdict, Voice } from '../../model/comparison';
import { sentenceKey, type Telling, withoutRepeats } from '../../model/repeats';
import {
  type CutQuote,
  certainOf,
  type ProvenRow,
  type ProvenValue,
  proveLeftOut,
  proveOnlyHere,
  proveRows,
} from '../../ui/proof';
import { titleOf } from '../../ui/row-title';

/** What one voice says on one claim. Silence of a text that looks cut is told apart from silence. */
export type Cell = { state: 'says'; value: string; quote: CutQuote } | { state: 'silent' } | { state: 'cut' };

export interface GridRow {
  id: string;
  verdict: RowVerdict | 'only-here';
  kind: RowKind | null;
  label: string;
  cells: Cell[];
  proven: ProvenRow;
}

type Claim = Omit<GridRow, 'cells'>;

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

/** Sentences of each row on a value, also of those that are less certain. */
const valuedIn = ({ collation, articles }: CollationView): Set<string>[] =>
  proveRows(collation.comparison.rows, articles)
    .filter(({ row }) => row.kind !== 'statement')
    .map(
      ({ values }) =>
        new Set(values.flatMap(({ quotes }) => quotes.map(({ evidence }) => sentenceKey(evidence)))),
    );

/** Two of the sentences stand in a row on their value, which may differ: they are not shown as saying one thing. */
const areWeighedUp = (quotes: readonly CutQuote[], valued: readonly Set<string>[]): boolean =>
  valued.some(
    (sentences) => quotes.filter(({ evidence }) => sentences.has(sentenceKey(evidence))).length > 1,
  );

/** What each view contributes, before rows on one thing are joined. */
function claimsOf(view: CollationView, valued: readonly Set<string>[]): Claim[] {
  const { rows, onlyHere, leftOut } = view.collation.comparison;
  const certain = proveRows(rows, view.articles).filter(({ row }) => row.certain);
  const compared = certain.map((proven) => {
    const { id, verdict, kind } = proven.row;
    const { words, verbatim } = titleOf(proven);
    return { id, verdict, kind: verbatim ? null : kind, label: words, proven };
  });
  const shared = certainOf(proveLeftOut(leftOut, view.articles))
    .filter(({ quotes }) => !areWeighedUp(quotes, valued))
    .map(({ id, quotes }) => ({
      id,
      verdict: 'agree' as const,
      kind: null,
      label: quotes[0]?.words ?? '',
      proven: asRow(id, quotes),
    }));
  const alone = certainOf(proveOnlyHere(onlyHere, view.articles)).map(({ id, quote }) => ({
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

/** The deciding words of a text, by which rows on one thing are known; a sentence may hold several things. */
const keyOf = ({ evidence }: CutQuote, kind: RowKind | null): string =>
  `${kind ?? 'statement'} ${sentenceKey(evidence)} ${evidence.marks[0]?.start ?? ''}`;

const quotesOf = ({ proven }: Claim): CutQuote[] => proven.values.flatMap(({ quotes }) => quotes);

const keysOf = (claim: Claim): string[] => quotesOf(claim).map((quote) => keyOf(quote, claim.kind));

const order: GridRow['verdict'][] = ['differ', 'update', 'agree', 'only-here'];

const inOrderOfFirmness = (left: Claim, right: Claim): number =>
  order.indexOf(left.verdict) - order.indexOf(right.verdict) ||
  quotesOf(right).length - quotesOf(left).length;

/** The claim with what another comparison adds to it: sentences of articles that it does not quote yet. */
function joined(claim: Claim, other: Claim): Claim {
  const quoted = new Set(quotesOf(claim).map(({ article }) => article.id));
  const added = other.proven.values
    .map((value) => ({ ...value, quotes: value.quotes.filter(({ article }) => !quoted.has(article.id)) }))
    .filter(({ quotes }) => quotes.length > 0);
  return { ...claim, proven: { ...claim.proven, values: [...claim.proven.values, ...added] } };
}

/**
 * Every article of a story has its own comparison. Claims that rest on the same words of one text are one claim: the
 * firmest verdict on it stands, with what the weaker ones know of further voices.
 */
function joinedClaims(claims: Claim[]): Claim[] {
  const rows: Claim[] = [];
  const rowOfKey = new Map<string, number>();
  for (const claim of [...claims].sort(inOrderOfFirmness)) {
    const keys = keysOf(claim);
    const known = keys.map((key) => rowOfKey.get(key)).find((at) => at !== undefined);
    const at = known ?? rows.length;
    const row = rows[at];
    rows[at] = row ? joined(row, claim) : claim;
    for (const key of keys) if (!rowOfKey.has(key)) rowOfKey.set(key, at);
  }
  return rows;
}

const tellingOf = ({ verdict, kind, proven: { values } }: Claim): Telling => ({
  verdict,
  kind,
  certain: true,
  values: values.map(({ value, quotes }) => ({ value, evidence: quotes.map(({ evidence }) => evidence) })),
});

/** A voice's own words for its value: a line of a row may hold several that word one value differently. */
function valueIn({ value }: ProvenValue, quote: CutQuote): string {
  const own = quote.stretches.filter(({ marked }) => marked).map(({ words }) => words);
  return value.low !== null && own.length === 1 ? (own[0] ?? value.label) : value.label;
}

function cellOf({ voice, lead }: Grid['voices'][number], { values }: ProvenRow): Cell {
  for (const value of values) {
    const quote = value.quotes.find(({ article }) => voice.articles.includes(article.id));
    if (quote) return { state: 'says', value: valueIn(value, quote), quote };
  }
  return lead.completeness.state === 'whole' ? { state: 'silent' } : { state: 'cut' };
}

/** Claims against voices, those that differ first; a claim stands in the grid once. */
export function buildGrid(views: CollationView[]): Grid {
  const voices = voicesOf(views);
  const valued = views.flatMap(valuedIn);
  const claims = views.flatMap((view) => claimsOf(view, valued));
  const rows = withoutRepeats(joinedClaims(claims), tellingOf)
    .map((claim) => ({ ...claim, cells: voices.map((voice) => cellOf(voice, claim.proven)) }))
    .sort((left, right) => order.indexOf(left.verdict) - order.indexOf(right.verdict));
  return { voices, rows };
}
