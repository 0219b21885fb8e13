import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { CollationView } from '../../messages/library-calls';
import type { Correction } from '../../messages/story-calls';
import { writeDay } from '../format';
import { marksFor } from '../page-mark';
import {
  type ProvenLeftOut,
  type ProvenOnlyHere,
  type ProvenRow,
  proveLeftOut,
  proveOnlyHere,
  proveRows,
} from '../proof';
import { useRowSurroundings } from '../row-context';
import { say, type TextKey } from '../texts';
import { EvidenceCard } from './evidence';
import type { GlyphName } from './glyph';
import { Group } from './group';
import { Matches } from './matches';
import { RowItem } from './row';
import { VoiceChips } from './voices';

export interface ProvenCollation {
  rows: ProvenRow[];
  onlyHere: ProvenOnlyHere[];
  leftOut: ProvenLeftOut[];
}

const proven = new WeakMap<CollationView, ProvenCollation>();

/** Everything of a collation that can be drawn: each sentence cut from the stored texts. Cut once per view. */
export function proveCollation(view: CollationView): ProvenCollation {
  const known = proven.get(view);
  if (known) return known;
  const { rows, onlyHere, leftOut } = view.collation.comparison;
  const cut = {
    rows: proveRows(rows, view.articles),
    onlyHere: proveOnlyHere(onlyHere, view.articles),
    leftOut: proveLeftOut(leftOut, view.articles),
  };
  proven.set(view, cut);
  return cut;
}

/** Marks for the page from everything that can be drawn. */
export const pageMarks = (view: CollationView): ReturnType<typeof marksFor> => {
  const { rows, onlyHere } = proveCollation(view);
  const certain = rows.filter(({ row }) => row.certain);
  return marksFor(view.collation.comparison.article, certain, onlyHere);
};

/** Number of rows that differ for certain and were not called wrong: what the badge says. */
export function differsLeft(view: CollationView, corrections: readonly Correction[]): number {
  const wrong = new Set(corrections.flatMap(({ kind, target }) => (kind === 'row' ? [target] : [])));
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
  const short = outlets.length > 0 ? say('denominatorCut', { outlets: outlets.join(', ') }) : '';
  return [looked, fresh, short].filter((part) => part !== '').join(' ');
}

function RowGroup({ glyph, rows, open }: { glyph: GlyphName; rows: ProvenRow[]; open?: boolean }) {
  if (rows.length === 0) return null;
  const key = glyph.replace('-', '_');
  return (
    <Group
      glyph={glyph}
      title={say(`group_${key}` as TextKey)}
      count={rows.length}
      {...(open === undefined ? {} : { open })}
    >
      {() => (
        <ul class="rows">
          {rows.map((proven) => (
            <RowItem key={proven.row.id} proven={proven} />
          ))}
        </ul>
      )}
    </Group>
  );
}

function OnlyHereGroup({ items, note }: { items: ProvenOnlyHere[]; note: string }) {
  if (items.length === 0) return null;
  return (
    <Group glyph="only-here" title={say('group_only_here')} count={items.length} note={note}>
      {() => (
        <ul class="rows">
          {items.map(({ id, quote }) => (
            <li key={id} class="row single">
              <EvidenceCard quote={quote} mark={{ id, kind: 'only-here', others: [] }} brief />
            </li>
          ))}
        </ul>
      )}
    </Group>
  );
}

function LeftOutItem({ item: { id, quotes } }: { item: ProvenLeftOut }) {
  const [first, ...rest] = quotes;
  if (!first) return null;
  return (
    <li class="row single">
      <EvidenceCard quote={first} mark={{ id, kind: 'only-here', others: [] }} />
      <details class="also">
        <summary>
          {say('alsoIn', { outlets: rest.map(({ article }) => article.outlet.value).join(', ') })}
        </summary>
        {rest.map((quote, index) => (
          <EvidenceCard key={index} quote={quote} mark={{ id, kind: 'only-here', others: [] }} />
        ))}
      </details>
    </li>
  );
}

function LeftOutGroup({ items, note }: { items: ProvenLeftOut[]; note: string }) {
  if (items.length === 0) return null;
  return (
    <Group glyph="left-out" title={say('group_left_out')} count={items.length} note={note}>
      {() => (
        <ul class="rows">
          {items.map((item) => (
            <LeftOutItem key={item.id} item={item} />
          ))}
        </ul>
      )}
    </Group>
  );
}

/** Rows the reader has called wrong, folded away with a way back. */
function CorrectedRows({ rows }: { rows: ProvenRow[] }) {
  const { corrections, withdraw } = useRowSurroundings();
  if (rows.length === 0) return null;
  return (
    <details class="corrected">
      <summary>{say('correctedRows', { count: rows.length })}</summary>
      <ul class="plain">
        {rows.map(({ row }) => {
          const correction = corrections?.find(({ kind, target }) => kind === 'row' && target === row.id);
          return (
            <li key={row.id}>
              <bdi>{row.label}</bdi>{' '}
              {correction && (
                <button type="button" class="link" onClick={() => withdraw(correction.id)}>
                  {say('undo')}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

const voicesOf = ({ values }: ProvenRow): number =>
  new Set(values.flatMap(({ quotes }) => quotes.map(({ evidence }) => evidence.voice))).size;

/** Groups as they are read: what differs, what moved, what agrees, what stands alone, what is missing. */
export function CollationGroups({
  view,
  whole = true,
  lessCertainOpen,
}: {
  view: CollationView;
  /** Whether all parts have come: what stands below the last of them is drawn then. */
  whole?: boolean;
  lessCertainOpen: boolean;
}) {
  const { corrections } = useRowSurroundings();
  const { rows, onlyHere, leftOut } = proveCollation(view);
  const dismissed = useMemo(() => proveRows(view.dismissed ?? [], view.articles), [view]);
  const all = [...rows, ...dismissed];
  const wrong = new Set(
    corrections
      ? corrections.filter(({ kind }) => kind === 'row').map(({ target }) => target)
      : dismissed.map(({ row }) => row.id),
  );
  const shown = all.filter(({ row }) => !wrong.has(row.id));
  const of = (verdict: string) => shown.filter(({ row }) => row.certain && row.verdict === verdict);
  const agree = of('agree').sort((left, right) => voicesOf(right) - voicesOf(left));
  const doubtful = shown.filter(({ row }) => !row.certain);
  const note = sayDenominator(view);
  return (
    <>
      <RowGroup glyph="differ" rows={of('differ')} />
      <RowGroup glyph="update" rows={of('update')} />
      <RowGroup glyph="agree" rows={agree} open={of('differ').length === 0} />
      <OnlyHereGroup items={onlyHere} note={note} />
      <LeftOutGroup items={leftOut} note={note} />
      {whole && <LessCertain rows={doubtful} open={lessCertainOpen} />}
      {whole && <CorrectedRows rows={all.filter(({ row }) => wrong.has(row.id))} />}
    </>
  );
}

function LessCertain({ rows, open }: { rows: ProvenRow[]; open: boolean }) {
  if (rows.length === 0) return null;
  return (
    <details class="less-certain" open={open}>
      <summary>{say('lessCertain', { count: rows.length })}</summary>
      <p class="group-note">{say('lessCertainNote')}</p>
      <ul class="rows">
        {rows.map((proven) => (
          <RowItem key={proven.row.id} proven={proven} />
        ))}
      </ul>
    </details>
  );
}

/** "6 pages, 6 outlets, 5 voices" and the voices themselves. */
export function Coverage({ view, children }: { view: CollationView; children?: ComponentChildren }) {
  const { counts, voices, matches, later } = view.collation;
  return (
    <section class="coverage" aria-label={say('coverageLabel')}>
      <div class="counts-line">
        <p class="counts">
          {[
            say('countPages', { count: counts.pages }),
            say('countOutlets', { count: counts.outlets }),
            say('countVoices', { count: counts.voices }),
          ].join(' · ')}
        </p>
        {children}
      </div>
      <VoiceChips voices={voices} articles={view.articles} owners={view.owners ?? {}} />
      <Matches matches={matches} later={later} articles={view.articles} />
    </section>
  );
}
