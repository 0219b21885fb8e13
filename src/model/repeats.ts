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

/**
 * Leaves out what agrees only in what another row shows already: a statement all of whose sentences are quoted there, a
 * headline's figure that stands in the text as well. `rows` come firmest first; what is sure is never left out for what
 * is less so. The order is kept.
 */
export function withoutRepeats<Item>(rows: readonly Item[], tellingOf: (row: Item) => Telling): Item[] {
  const kept: { row: Item; certain: boolean; told: Set<string> }[] = [];
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
        ({ certain, told }) => (certain || !telling.certain) && pieces.every((piece) => told.has(piece)),
      );
    if (isRepeat) continue;
    const sentences = telling.values.flatMap(({ evidence }) => evidence.map(sentenceKey));
    kept.push({ row, certain: telling.certain, told: new Set([...pieces, ...sentences]) });
  }
  const left = new Set(kept.map(({ row }) => row));
  return rows.filter((row) => left.has(row));
}
