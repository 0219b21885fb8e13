import type { ComponentChildren } from 'preact';
import type { CollationView } from '../../messages/library-calls';
import type { Correction } from '../../messages/story-calls';
import type { Row, RowVerdict } from '../../model/comparison';
import { writeDay, writeNames } from '../format';
import { marksFor } from '../page-mark';
import {
  certainOf,
  type ProvenCollation,
  type ProvenRow,
  proveLeftOut,
  proveOnlyHere,
  proveRows,
} from '../proof';
import { useRowSurroundings } from '../row-context';
import { titleOf } from '../row-title';
import { say } from '../texts';
import { Corrected, LeftOutGroup, LessCertain, OnlyHereGroup, RowGroup } from './groups';
import { Matches } from './matches';
import { NearMisses } from './near-misses';
import { type Arrived, Summary } from './summary';
import { VoiceChips } from './voices';

/** Everything of a collation that can be drawn: each sentence cut from the stored texts. */
export function proveCollation({ collation, articles }: CollationView): ProvenCollation {
  const { rows, onlyHere, leftOut } = collation.comparison;
  return {
    rows: proveRows(rows, articles),
    onlyHere: proveOnlyHere(onlyHere, articles),
    leftOut: proveLeftOut(leftOut, articles),
  };
}

/** Ids of the rows and sentences that the reader called wrong. */
export const calledWrong = (corrections: readonly Correction[]): Set<string> =>
  new Set(corrections.flatMap(({ kind, target }) => (kind === 'row' ? [target] : [])));

/** Marks for the page from everything that can be drawn and was not called wrong. */
export function pageMarks(
  view: CollationView,
  corrections: readonly Correction[] | null,
): ReturnType<typeof marksFor> {
  const { rows, onlyHere } = proveCollation(view);
  const wrong = calledWrong(corrections ?? []);
  return marksFor(
    view.collation.comparison.article,
    rows.filter(({ row }) => row.certain && !wrong.has(row.id)),
    certainOf(onlyHere).filter(({ id }) => !wrong.has(id)),
  );
}

/** Number of rows that differ for certain and were not called wrong: what the badge says. */
export function differsLeft(view: CollationView, corrections: readonly Correction[]): number {
  const wrong = calledWrong(corrections);
  return proveCollation(view).rows.filter(
    ({ row }) => row.certain && row.verdict === 'differ' && !wrong.has(row.id),
  ).length;
}

/** How many voices were looked at, how fresh they are, and whose texts look cut short. */
export function sayDenominator({ collation, articles }: CollationView): string {
  const { voices, oldest, newest, cut } = collation.comparison.denominator;
  const looked = say('denominator', { count: voices });
  const fresh =
    oldest && newest
      ? oldest.slice(0, 10) === newest.slice(0, 10)
        ? say('denominatorDay', { day: writeDay(newest) })
        : say('denominatorDays', { oldest: writeDay(oldest), newest: writeDay(newest) })
      : '';
  const outlets = [...new Set(cut.flatMap(({ article }) => articles[article]?.outlet.value ?? []))];
  const short = outlets.length > 0 ? say('denominatorCut', { outlets: writeNames(outlets) }) : '';
  return [looked, fresh, short].filter((part) => part !== '').join(' ');
}

const nothing: Row[] = [];

const voicesOf = ({ values }: ProvenRow): number =>
  new Set(values.flatMap(({ quotes }) => quotes.map(({ evidence }) => evidence.voice))).size;

interface SortedCollation extends Omit<ProvenCollation, 'rows'> {
  differ: ProvenRow[];
  update: ProvenRow[];
  agree: ProvenRow[];
  doubtful: ProvenCollation;
  /** What the reader called wrong. */
  corrected: { id: string; label: string }[];
}

/** What there is to draw, by group; what was called wrong apart. */
function sorted(view: CollationView, corrections: readonly Correction[] | null): SortedCollation {
  const { rows, onlyHere, leftOut } = proveCollation(view);
  const dismissed = proveRows(view.dismissed ?? nothing, view.articles);
  const wrong = corrections ? calledWrong(corrections) : new Set(dismissed.map(({ row }) => row.id));
  const right = ({ id }: { id: string }) => !wrong.has(id);
  const all = [...rows, ...dismissed];
  const shown = all.filter(({ row }) => right(row));
  const doubtfulOf = <Item extends { id: string; certain: boolean }>(items: Item[]): Item[] =>
    items.filter((item) => !item.certain && right(item));
  const of = (verdict: RowVerdict) => shown.filter(({ row }) => row.certain && row.verdict === verdict);
  const lines = [
    ...all.map((proven) => ({ id: proven.row.id, label: titleOf(proven).words })),
    ...onlyHere.map(({ id, quote }) => ({ id, label: quote.words })),
    ...leftOut.map(({ id, quotes }) => ({ id, label: quotes[0]?.words ?? '' })),
  ];
  return {
    differ: of('differ'),
    update: of('update'),
    agree: of('agree').sort((left, right) => voicesOf(right) - voicesOf(left)),
    onlyHere: certainOf(onlyHere).filter(right),
    leftOut: certainOf(leftOut).filter(right),
    doubtful: {
      rows: shown.filter(({ row }) => !row.certain),
      onlyHere: doubtfulOf(onlyHere),
      leftOut: doubtfulOf(leftOut),
    },
    corrected: lines.filter(({ id }) => wrong.has(id)),
  };
}

const sizeOf = ({ rows, onlyHere, leftOut }: ProvenCollation): number =>
  rows.length + onlyHere.length + leftOut.length;

interface CollationGroupsProps {
  view: CollationView;
  /** The last part that has come; what closes the page is drawn when all have. */
  arrived?: Arrived;
  lessCertainOpen: boolean;
}

/** Groups as they are read: what differs, what moved, what agrees, what stands alone, what is missing. */
export function CollationGroups({ view, arrived = 'all', lessCertainOpen }: CollationGroupsProps) {
  const { corrections } = useRowSurroundings();
  const groups = sorted(view, corrections);
  const { differ, update, agree, onlyHere, leftOut, doubtful, corrected } = groups;
  const { matches, later } = view.collation;
  const note = sayDenominator(view);
  const agreeOpen = differ.length === 0;
  const compared = differ.length + update.length + (agreeOpen ? agree.length : 0);
  return (
    <>
      {arrived !== 'story' && <Summary {...groups} doubtful={sizeOf(doubtful)} arrived={arrived} />}
      <RowGroup glyph="differ" rows={differ} above={0} />
      <RowGroup glyph="update" rows={update} above={differ.length} />
      <RowGroup glyph="agree" rows={agree} above={differ.length + update.length} open={agreeOpen} />
      <OnlyHereGroup items={onlyHere} above={compared} note={note} />
      <LeftOutGroup items={leftOut} above={compared + onlyHere.length} note={note} />
      {arrived === 'all' && (
        <>
          <LessCertain {...doubtful} open={lessCertainOpen} />
          <Corrected items={corrected} />
          <Matches matches={matches} later={later} articles={view.articles} />
          <NearMisses article={view.articles[view.collation.comparison.article]} />
        </>
      )}
    </>
  );
}

/** "6 pages, 6 outlets, 5 voices, 4 sources" and the voices themselves. */
export function Coverage({ view, children }: { view: CollationView; children?: ComponentChildren }) {
  const { counts, voices, reuses } = view.collation;
  return (
    <section class="coverage" aria-label={say('coverageLabel')}>
      <div class="counts-line">
        <p class="counts">
          {[
            say('countPages', { count: counts.pages }),
            say('countOutlets', { count: counts.outlets }),
            say('countVoices', { count: counts.voices }),
            // As many sources as voices is what one expects, and no more than that none was seen to rest on another.
            ...(counts.sources < counts.voices ? [say('countSources', { count: counts.sources })] : []),
          ].join(' · ')}
        </p>
        {children}
      </div>
      <VoiceChips voices={voices} reuses={reuses} articles={view.articles} owners={view.owners ?? {}} />
    </section>
  );
}
