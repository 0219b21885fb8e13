import { useRef, useState } from 'preact/hooks';
import { EvidenceCard } from '../../ui/components/evidence';
import { Glyph } from '../../ui/components/glyph';
import { writeDay } from '../../ui/format';
import { onlyHereRow } from '../../ui/page-mark';
import { isBare } from '../../ui/row-title';
import { say, type TextKey } from '../../ui/texts';
import type { Cell, Grid, GridRow } from './grid';
import { walkGrid } from './grid-keys';

interface CellProps {
  cell: Cell;
  /** The claim's title: a cell that would only repeat it says so in a word. */
  label: string;
  outlet: string;
  open: boolean;
  toggle: () => void;
}

function CellContent({ cell, label, outlet, open, toggle }: CellProps) {
  if (cell.state === 'says') {
    return (
      <button type="button" class="cell" aria-expanded={open} onClick={toggle}>
        <span class="visually-hidden">{outlet}: </span>
        {cell.value && !label.endsWith(cell.value) ? (
          <bdi>{cell.value}</bdi>
        ) : (
          <span class="says">{say('cellSays')}</span>
        )}
      </button>
    );
  }
  return <span class="quiet">{say(cell.state === 'cut' ? 'cellCut' : 'cellSilent')}</span>;
}

/** The sentence a bare title comes from: "time" alone says nothing. */
function Gist({ row: { proven } }: { row: GridRow }) {
  const quote = proven.values[0]?.quotes[0];
  if (!quote) return null;
  return (
    <bdi class="verbatim gist" lang={quote.article.language.value}>
      {quote.words}
    </bdi>
  );
}

function Claim({ row, grid }: { row: GridRow; grid: Grid }) {
  const [open, setOpen] = useState<number | null>(null);
  const cell = open === null ? null : row.cells[open];
  const claim = useRef<HTMLTableRowElement>(null);
  const close = () => {
    if (open === null) return;
    // The cell, one after the row's heading: what had the focus in the opened sentence is gone.
    claim.current?.cells[open + 1]?.querySelector<HTMLElement>('.cell')?.focus();
    setOpen(null);
  };
  const keys = (event: KeyboardEvent) => walkGrid(event, close);
  return (
    <>
      <tr ref={claim} onKeyDown={keys} class={`claim-row claim-row-${row.verdict}`}>
        <th scope="row">
          <Glyph name={row.verdict} />{' '}
          <span class="visually-hidden">{say(`group_${row.verdict.replace('-', '_')}` as TextKey)}: </span>
          <bdi class={row.kind ? '' : 'verbatim'}>{row.label}</bdi>
          {row.kind && isBare(row.label) && <Gist row={row} />}
        </th>
        {row.cells.map((each, index) => (
          <td key={grid.voices[index]?.voice.id} class={each.state === 'says' ? 'says-so' : ''}>
            <CellContent
              cell={each}
              label={row.label}
              outlet={grid.voices[index]?.voice.outlets[0] ?? ''}
              open={open === index}
              toggle={() => setOpen(open === index ? null : index)}
            />
          </td>
        ))}
      </tr>
      {cell?.state === 'says' && (
        <tr class="opened" onKeyDown={keys}>
          <td colSpan={row.cells.length + 1}>
            <EvidenceCard quote={cell.quote} mark={onlyHereRow(row.id)} />
          </td>
        </tr>
      )}
    </>
  );
}

/** Claims against voices; a cell opens its sentence. */
export function GridTable({ grid }: { grid: Grid }) {
  const [all, setAll] = useState(false);
  const alone = grid.rows.filter(({ verdict }) => verdict === 'only-here').length;
  const rows = all ? grid.rows : grid.rows.filter(({ verdict }) => verdict !== 'only-here');
  return (
    <section class="wide" aria-label={say('gridTitle')}>
      <table class="grid">
        <caption class="visually-hidden">{say('gridTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('gridClaim')}</th>
            {grid.voices.map(({ voice, lead }) => (
              <th key={voice.id} scope="col">
                <bdi>{voice.outlets[0]}</bdi>
                {voice.articles.length > 1 && (
                  <span class="quiet"> {say('copiesMore', { count: voice.articles.length - 1 })}</span>
                )}
                <br />
                <span class="quiet">
                  {lead.published ? writeDay(lead.published.value.day) : say('dateUnknown')}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Claim key={row.id} row={row} grid={grid} />
          ))}
        </tbody>
      </table>
      <p class="quiet help no-print">{say('gridKeys')}</p>
      {alone > 0 && (
        <p>
          <button type="button" class="link" aria-expanded={all} onClick={() => setAll(!all)}>
            {say('gridAlone', { count: alone })}
          </button>
        </p>
      )}
    </section>
  );
}
