import type { ComponentChildren } from 'preact';
import { writeNames } from '../format';
import { onlyHereRow } from '../page-mark';
import type { ProvenLeftOut, ProvenOnlyHere, ProvenRow } from '../proof';
import { useRowSurroundings } from '../row-context';
import { say, type TextKey } from '../texts';
import { EvidenceCard } from './evidence';
import { Fold } from './fold';
import type { GlyphName } from './glyph';
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

interface SilenceGroupProps<Item> extends SilenceProps<Item> {
  glyph: 'only-here' | 'left-out';
  title: TextKey;
  draw: (item: Item) => ComponentChildren;
}

/** Sentences that stand on one side alone, a line each. */
function SilenceGroup<Item extends { id: string }>(group: SilenceGroupProps<Item>) {
  const { glyph, title, items, above, note, draw } = group;
  if (items.length === 0) return null;
  return (
    <Group glyph={glyph} title={say(title)} count={items.length} note={note}>
      {() => (
        <ul class="rows">
          {items.map((item, index) => (
            <li key={item.id} class={isFar(above + index) ? 'row single far' : 'row single'}>
              {draw(item)}
            </li>
          ))}
        </ul>
      )}
    </Group>
  );
}

export function OnlyHereGroup(props: SilenceProps<ProvenOnlyHere>) {
  return (
    <SilenceGroup
      {...props}
      glyph="only-here"
      title="group_only_here"
      draw={({ id, quote }) => (
        <EvidenceCard
          quote={quote}
          mark={onlyHereRow(id)}
          brief
          more={() => <SilenceActions id={id} kind="only-here" quotes={[quote]} />}
        />
      )}
    />
  );
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
  return (
    <SilenceGroup
      {...props}
      glyph="left-out"
      title="group_left_out"
      draw={(item) => <LeftOutItem {...item} />}
    />
  );
}

export function LessCertain({ rows, open }: { rows: ProvenRow[]; open: boolean }) {
  if (rows.length === 0) return null;
  return (
    <Fold class="less-certain" summary={say('lessCertain', { count: rows.length })} open={open}>
      {() => (
        <>
          <p class="group-note">{say('lessCertainNote')}</p>
          <Rows rows={rows} above={0} />
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
