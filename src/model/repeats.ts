import type { Span } from './article';
import type { Evidence, RowKind, RowValue, RowVerdict } from './comparison';

/** What a row tells, whoever holds it. A row on whole sentences has no kind or is a statement. */
export interface Telling {
  verdict: RowVerdict | 'only-here';
  kind: RowKind | null;
  certain: boolean;
  values: readonly { value: Pick<RowValue, 'low' | 'high'>; evidence: readonly Evidence[] }[];
}

/** Names the sentence a piece of evidence quotes. */
export const sentenceKey = ({ quote }: Evidence): string => `${quote.article} ${quote.part} ${quote.start}`;

const isStatement = ({ kind }: Telling): boolean => kind === null || kind === 'statement';

/** Piece by piece: who gives which value, or for a statement who makes it where. */
const piecesOf = (telling: Telling): string[] =>
  telling.values.flatMap(({ value: { low, high }, evidence }) =>
    evidence.map((each) =>
      isStatement(telling) || low === null
        ? sentenceKey(each)
        : `${telling.kind} ${each.quote.article} ${low} ${high}`,
    ),
  );

const articlesOf = ({ values }: Telling): Set<string> =>
  new Set(values.flatMap(({ evidence }) => evidence.map(({ quote }) => quote.article)));

/** A telling with its pieces, and those by which others are known to repeat it. */
interface Told {
  telling: Telling;
  pieces: readonly string[];
  known: ReadonlySet<string>;
}

function toldBy(telling: Telling): Told {
  const pieces = piecesOf(telling);
  const sentences = telling.values.flatMap(({ evidence }) => evidence.map(sentenceKey));
  return { telling, pieces, known: new Set([...pieces, ...sentences]) };
}

/**
 * Whether a statement is that of a quotation: two of its sentences stand in that row, and of its articles none is new. What
 * a third one says in its own words beside the same quotation adds nobody.
 */
function isAroundQuotation({ telling: statement, pieces }: Told, { telling, known }: Told): boolean {
  if (!isStatement(statement) || telling.kind !== 'quotation') return false;
  const shared = new Set(pieces.filter((piece) => known.has(piece)));
  if (shared.size < 2) return false;
  const quoting = articlesOf(telling);
  return [...articlesOf(statement)].every((article) => quoting.has(article));
}

const holds = (outer: readonly Span[], inner: readonly Span[]): boolean =>
  inner.some((mark) => outer.some(({ start, end }) => start <= mark.start && mark.end <= end));

/**
 * Whether what a statement marks holds a value that another row shows to be in dispute: "three people were killed" is no
 * agreement beside "at least two, three, five".
 */
function isAboutDispute({ telling: statement }: Told, { telling }: Told): boolean {
  if (!isStatement(statement) || telling.verdict === 'agree') return false;
  const disputed = telling.values.flatMap(({ evidence }) => evidence);
  return statement.values
    .flatMap(({ evidence }) => evidence)
    .some((mine) =>
      disputed.some((theirs) => sentenceKey(theirs) === sentenceKey(mine) && holds(mine.marks, theirs.marks)),
    );
}

const repeats = (row: Told, told: Told): boolean =>
  (told.telling.certain || !row.telling.certain) &&
  (row.pieces.every((piece) => told.known.has(piece)) ||
    isAroundQuotation(row, told) ||
    isAboutDispute(row, told));

/**
 * Leaves out what agrees only in what another row shows already: a statement all of whose sentences are quoted there or
 * that stands around a quotation or a disputed value there, a headline's figure that stands in the text as well. `rows`
 * come firmest first; what is sure is never left out for what is less so. The order is kept.
 */
export function withoutRepeats<Item>(rows: readonly Item[], tellingOf: (row: Item) => Telling): Item[] {
  const tellings = rows.map((row) => ({ row, told: toldBy(tellingOf(row)) }));
  const valuedFirst = [
    ...tellings.filter(({ told }) => !isStatement(told.telling)),
    ...tellings.filter(({ told }) => isStatement(told.telling)),
  ];
  const kept: Told[] = [];
  const left = new Set<Item>();
  for (const { row, told } of valuedFirst) {
    if (told.telling.verdict === 'agree' && kept.some((other) => repeats(told, other))) continue;
    kept.push(told);
    left.add(row);
  }
  return rows.filter((row) => left.has(row));
}
