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

const rowClass = (above: number): string => (isFar(above) ? 'row single far' : 'row single');

export function OnlyHereGroup({ items, above, note }: SilenceProps<ProvenOnlyHere>) {
  if (items.length === 0) return null;
  return (
    <Group glyph="only-here" title={say('group_only_here')} count={items.length} note={note}>
      {() => (
        <ul class="rows">
          {items.map(({ id, quote }, index) => (
            <li key={id} class={rowClass(above + index)}>
              <EvidenceCard
                quote={quote}
                mark={onlyHereRow(id)}
                brief
                more={() => <SilenceActions id={id} kind="only-here" quotes={[quote]} />}
              />
            </li>
          ))}
        </ul>
      )}
    </Group>
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

export function LeftOutGroup({ items, above, note }: SilenceProps<ProvenLeftOut>) {
  if (items.length === 0) return null;
  return (
    <Group glyph="left-out" title={say('group_left_out')} count={items.length} note={note}>
      {() => (
        <ul class="rows">
          {items.map((item, index) => (
            <li key={item.id} class={rowClass(above + index)}>
              <LeftOutItem {...item} />
            </li>
          ))}
        </ul>
      )}
    </Group>
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
