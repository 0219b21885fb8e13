import type { ComponentChildren } from 'preact';
import { writeNames, writeNumber } from '../format';
import { onlyHereRow } from '../page-mark';
import type { ProvenCollation, ProvenLeftOut, ProvenOnlyHere, ProvenRow } from '../proof';
import { useRowSurroundings } from '../row-context';
import { say, type TextKey } from '../texts';
import { EvidenceCard } from './evidence';
import { Fold } from './fold';
import { Glyph, type GlyphName } from './glyph';
import { Group } from './group';
import { isFar, Rows } from './row';
import { SilenceActions } from './row-actions';

interface RowGroupProps {
  glyph: GlyphName;
  rows: ProvenRow[];
  /** How many rows of other groups stand above. */
  above: number;
  open?: boolean;
}

export function RowGroup({ glyph, rows, above, open = true }: RowGroupProps) {
  if (rows.length === 0) return null;
  return (
    <Group glyph={glyph} title={say(`group_${glyph}` as TextKey)} count={rows.length} open={open}>
      {() => <Rows rows={rows} above={above} />}
    </Group>
  );
}

interface SilenceProps<Item> {
  items: Item[];
  above: number;
  /** How many voices were looked at, and how fresh they are. */
  note: string;
}

type SilenceKind = 'only-here' | 'left-out';

const titles: Record<SilenceKind, TextKey> = { 'only-here': 'group_only_here', 'left-out': 'group_left_out' };

interface SilenceGroupProps<Item> extends SilenceProps<Item> {
  glyph: SilenceKind;
  draw: (item: Item) => ComponentChildren;
}

interface SilenceListProps<Item> extends Pick<SilenceGroupProps<Item>, 'items' | 'above' | 'draw'> {}

/** Sentences that stand on one side alone, a line each. */
function SilenceList<Item extends { id: string }>({ items, above, draw }: SilenceListProps<Item>) {
  return (
    <ul class="rows">
      {items.map((item, index) => (
        <li key={item.id} class={isFar(above + index) ? 'row single far' : 'row single'}>
          {draw(item)}
        </li>
      ))}
    </ul>
  );
}

function SilenceGroup<Item extends { id: string }>(group: SilenceGroupProps<Item>) {
  const { glyph, items, note } = group;
  if (items.length === 0) return null;
  return (
    <Group glyph={glyph} title={say(titles[glyph])} count={items.length} note={note}>
      {() => <SilenceList {...group} />}
    </Group>
  );
}

function OnlyHereItem({ id, quote }: ProvenOnlyHere) {
  return (
    <EvidenceCard
      quote={quote}
      mark={onlyHereRow(id)}
      brief
      more={() => <SilenceActions id={id} kind="only-here" quotes={[quote]} />}
    />
  );
}

export function OnlyHereGroup(props: SilenceProps<ProvenOnlyHere>) {
  return <SilenceGroup {...props} glyph="only-here" draw={(item) => <OnlyHereItem {...item} />} />;
}

function LeftOutItem({ id, quotes }: ProvenLeftOut) {
  const [first, ...rest] = quotes;
  if (!first) return null;
  return (
    <>
      <EvidenceCard
        quote={first}
        mark={onlyHereRow(id)}
        more={() => <SilenceActions id={id} kind="left-out" quotes={quotes} />}
      />
      <Fold
        class="also"
        summary={say('alsoIn', { outlets: writeNames(rest.map(({ article }) => article.outlet.value)) })}
      >
        {() => rest.map((quote, index) => <EvidenceCard key={index} quote={quote} mark={onlyHereRow(id)} />)}
      </Fold>
    </>
  );
}

export function LeftOutGroup(props: SilenceProps<ProvenLeftOut>) {
  return <SilenceGroup {...props} glyph="left-out" draw={(item) => <LeftOutItem {...item} />} />;
}

/** The same within the fold, under a heading of its own. */
function SilenceSection<Item extends { id: string }>({
  glyph,
  items,
  note,
  draw,
}: Omit<SilenceGroupProps<Item>, 'above'>) {
  if (items.length === 0) return null;
  return (
    <section>
      <h3>
        <Glyph name={glyph} /> {say(titles[glyph])} <span class="count">{writeNumber(items.length)}</span>
      </h3>
      <p class="group-note">{note}</p>
      <SilenceList items={items} above={0} draw={draw} />
    </section>
  );
}

interface LessCertainProps extends ProvenCollation {
  open: boolean;
}

/** What falls short of the bar, of every kind, folded away. */
export function LessCertain({ rows, onlyHere, leftOut, open }: LessCertainProps) {
  const count = rows.length + onlyHere.length + leftOut.length;
  if (count === 0) return null;
  return (
    <Fold class="less-certain" summary={say('lessCertain', { count })} open={open}>
      {() => (
        <>
          {rows.length > 0 && (
            <>
              <p class="group-note">{say('lessCertainNote')}</p>
              <Rows rows={rows} above={0} />
            </>
          )}
          <SilenceSection
            glyph="only-here"
            items={onlyHere}
            note={say('lessCertainOnlyHere')}
            draw={(item) => <OnlyHereItem {...item} />}
          />
          <SilenceSection
            glyph="left-out"
            items={leftOut}
            note={say('lessCertainLeftOut')}
            draw={(item) => <LeftOutItem {...item} />}
          />
        </>
      )}
    </Fold>
  );
}

/** What the reader has called wrong, folded away with a way back. */
export function Corrected({ items }: { items: { id: string; label: string }[] }) {
  const { corrections, withdraw } = useRowSurroundings();
  if (items.length === 0) return null;
  return (
    <details class="corrected">
      <summary>{say('correctedRows', { count: items.length })}</summary>
      <ul class="plain">
        {items.map(({ id, label }) => {
          const correction = corrections?.find(({ kind, target }) => kind === 'row' && target === id);
          return (
            <li key={id}>
              <bdi>{label}</bdi>{' '}
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
