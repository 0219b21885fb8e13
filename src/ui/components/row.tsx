import { useMemo, useRef, useState } from 'preact/hooks';
import { withOneStop } from '../../text/typography';
import { writeNames } from '../format';
import { markedRow } from '../page-mark';
import type { CutQuote, ProvenRow, ProvenValue } from '../proof';
import { useRowSurroundings } from '../row-context';
import { isBare, titleOf } from '../row-title';
import { say, sayIfKnown, type TextKey } from '../texts';
import { AxisPlot, pointsOf } from './axis-plot';
import { EvidenceCard, sourceOf } from './evidence';
import { Glyph } from './glyph';
import { RowActions } from './row-actions';
import { useInSight } from './use-in-sight';

/** Outlets that give a value, each once, those of one source together. */
function sayersOf(quotes: CutQuote[]): { source: string | null; outlets: string[] }[] {
  const groups = new Map<string, { source: string | null; outlets: string[] }>();
  for (const quote of quotes) {
    const source = sourceOf(quote);
    const group = groups.get(source ?? '') ?? { source, outlets: [] };
    const outlet = quote.article.outlet.value;
    if (!group.outlets.includes(outlet)) group.outlets.push(outlet);
    groups.set(source ?? '', group);
  }
  return [...groups.values()];
}

/** `bare` leaves out a value that the row's title has said already. */
function valueLine(proven: ProvenValue, key: number, subject: string, bare: boolean) {
  const here = proven.quotes.some(({ article }) => article.id === subject);
  const sayers = sayersOf(proven.quotes)
    .map(({ source, outlets }) => writeNames(source ? [...outlets, source] : outlets))
    .join(' · ');
  return (
    <span key={key} class={here ? 'value-line here' : 'value-line'}>
      {!bare && <bdi class="value">{proven.value.label}</bdi>} <span class="sayers">{sayers}</span>
    </span>
  );
}

function RowBody({ proven }: { proven: ProvenRow }) {
  const { subject } = useRowSurroundings();
  const { row, values } = proven;
  const quotes = values.flatMap((value) => value.quotes);
  const mark = markedRow(proven, subject);
  const reason = sayIfKnown(`reason_${row.reason.code.replaceAll('-', '_')}`, row.reason.parameters);
  return (
    <div class="row-body">
      {reason && (
        <p class="reason">
          <span class="quiet">{say('whyVerdict')}</span> {withOneStop(reason)}
        </p>
      )}
      {quotes.map((quote, index) => (
        <EvidenceCard key={index} quote={quote} mark={mark} />
      ))}
      <RowActions proven={proven} />
    </div>
  );
}

/** A title of one word ("time") says too little: the sentence it comes from stands beneath, cut to two lines. */
function Gist({ proven: { values } }: { proven: ProvenRow }) {
  const { subject } = useRowSurroundings();
  const quotes = values.flatMap((value) => value.quotes);
  const quote = quotes.find(({ article }) => article.id === subject) ?? quotes[0];
  if (!quote) return null;
  return (
    <span class="gist" lang={quote.article.language.value} dir="auto">
      {quote.words}
    </span>
  );
}

/** Day on which a value was first given; what has no day comes last. */
const firstDay = ({ quotes }: ProvenValue): string =>
  quotes
    .map(({ article }) => article.published?.value.instant ?? article.published?.value.day ?? '9999')
    .sort()[0] ?? '9999';

/** What moved is told in the order it moved in, from whichever article it is seen: "1,500 → 3,000". */
const inTimeOrder = ({ row, values }: ProvenRow): ProvenValue[] =>
  row.verdict === 'update'
    ? [...values].sort((left, right) =>
        firstDay(left) < firstDay(right) ? -1 : firstDay(left) > firstDay(right) ? 1 : 0,
      )
    : values;

interface RowProps {
  proven: ProvenRow;
  /** Below the first screens: laid out when it comes near. */
  far: boolean;
}

/** One thing in question: closed, the values and who gives them; opened, the sentences themselves. */
function RowItem({ proven, far }: RowProps) {
  const { subject } = useRowSurroundings();
  const [open, setOpen] = useState(false);
  const { row } = proven;
  const values = inTimeOrder(proven);
  const title = titleOf(proven);
  const gist = isBare(title.words);
  const points = useMemo(
    () => (row.verdict === 'agree' ? null : pointsOf(proven, subject)),
    [proven, subject],
  );
  const item = useRef<HTMLLIElement>(null);
  const inSight = useInSight(item, far);
  return (
    <li
      ref={item}
      class={`row row-${row.verdict}${far ? ' far' : ''}`}
      data-row-id={row.id}
      data-verdict={row.verdict}
    >
      <button type="button" class="row-head" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span class="row-label">
          <Glyph name={row.verdict} />
          <span class="visually-hidden">{`${say(`verdict_${row.verdict}` as TextKey)}: `}</span>
          <bdi class={title.verbatim ? 'verbatim' : ''}>{title.words}</bdi>
          {row.kind !== 'statement' && <span class="row-kind">{say(`kind_${row.kind}` as TextKey)}</span>}
        </span>
        {gist && !open && <Gist proven={proven} />}
        {values.map((value, at) =>
          valueLine(value, at, subject, title.verbatim && title.words.endsWith(value.value.label.trim())),
        )}
        {points && <AxisPlot points={points} kind={row.kind === 'time' ? 'day' : 'number'} drawn={inSight} />}
      </button>
      {open && <RowBody proven={proven} />}
    </li>
  );
}

/** The list given before, as long as it holds the same things. */
function useSameList<Item>(list: Item[]): Item[] {
  const kept = useRef(list);
  const before = kept.current;
  if (list.length !== before.length || list.some((item, index) => item !== before[index]))
    kept.current = list;
  return kept.current;
}

/** Rows on the first screens, in all groups together. */
const firstRows = 6;

/** Whether the row that has this many above it may be left to be laid out when it comes near. */
export const isFar = (above: number): boolean => above >= firstRows;

interface RowsProps {
  rows: ProvenRow[];
  /** How many rows of other groups stand above. */
  above: number;
}

/** Rows below one another. They are not drawn anew with every part that comes after them. */
export function Rows({ rows, above }: RowsProps) {
  const same = useSameList(rows);
  return useMemo(
    () => (
      <ul class="rows">
        {same.map((proven, index) => (
          <RowItem key={proven.row.id} proven={proven} far={isFar(above + index)} />
        ))}
      </ul>
    ),
    [same, above],
  );
}
