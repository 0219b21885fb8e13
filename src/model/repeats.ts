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

interface Told {
  telling: Telling;
  pieces: Set<string>;
}

/**
 * Whether a statement is that of a quotation: two of its sentences stand in that row, and of its articles none is new. What
 * a third one says in its own words beside the same quotation adds nobody.
 */
function isAroundQuotation(statement: Telling, { telling, pieces }: Told): boolean {
  if (!isStatement(statement) || telling.kind !== 'quotation') return false;
  const quoting = articlesOf(telling);
  const shared = new Set(piecesOf(statement).filter((piece) => pieces.has(piece)));
  return shared.size >= 2 && [...articlesOf(statement)].every((article) => quoting.has(article));
}

const holds = (outer: readonly Span[], inner: readonly Span[]): boolean =>
  inner.some((mark) => outer.some(({ start, end }) => start <= mark.start && mark.end <= end));

/**
 * Whether what a statement marks holds a value that another row shows to be in dispute: "three people were killed" is no
 * agreement beside "at least two, three, five".
 */
function isAboutDispute(statement: Telling, { telling }: Told): boolean {
  if (!isStatement(statement) || telling.verdict === 'agree') return false;
  const disputed = telling.values.flatMap(({ evidence }) => evidence);
  return statement.values
    .flatMap(({ evidence }) => evidence)
    .some((mine) =>
      disputed.some((theirs) => sentenceKey(theirs) === sentenceKey(mine) && holds(mine.marks, theirs.marks)),
    );
}

/**
 * Leaves out what agrees only in what another row shows already: a statement all of whose sentences are quoted there or
 * that stands around a quotation or a disputed value there, a headline's figure that stands in the text as well. `rows` come firmest first; what is sure is never left out for what
 * is less so. The order is kept.
 */
export function withoutRepeats<Item>(rows: readonly Item[], tellingOf: (row: Item) => Telling): Item[] {
  const kept: (Told & { row: Item })[] = [];
  const tellings = rows.map((row) => ({ row, telling: tellingOf(row) }));
  const valuedFirst = [
    ...tellings.filter(({ telling }) => !isStatement(telling)),
    ...tellings.filter(({ telling }) => isStatement(telling)),
  ];
  for (const { row, telling } of valuedFirst) {
    const pieces = piecesOf(telling);
    const isRepeat =
      telling.verdict === 'agree' &&
      kept.some(
        (told) =>
          (told.telling.certain || !telling.certain) &&
          (pieces.every((piece) => told.pieces.has(piece)) ||
            isAroundQuotation(telling, told) ||
            isAboutDispute(telling, told)),
      );
    if (isRepeat) continue;
    const sentences = telling.values.flatMap(({ evidence }) => evidence.map(sentenceKey));
    kept.push({ row, telling, pieces: new Set([...pieces, ...sentences]) });
  }
  const left = new Set(kept.map(({ row }) => row));
  return rows.filter((row) => left.has(row));
}
