const steps: Record<string, { across: number; down: number }> = {
  ArrowRight: { across: 1, down: 0 },
  ArrowLeft: { across: -1, down: 0 },
  ArrowDown: { across: 0, down: 1 },
  ArrowUp: { across: 0, down: -1 },
};

const buttonIn = (cell: Element | undefined): HTMLElement | null =>
  cell?.querySelector<HTMLElement>('.cell') ?? null;

/** The next cell in a direction that says something; silent ones have nothing to open. */
function nextButton(from: HTMLTableCellElement, across: number, down: number): HTMLElement | null {
  const row = from.parentElement as HTMLTableRowElement;
  const rows = [...(row.parentElement as HTMLTableSectionElement).rows];
  const column = from.cellIndex;
  for (let step = 1; ; step++) {
    const there = down === 0 ? row : rows[rows.indexOf(row) + step * down];
    const cell = there?.cells[column + step * across];
    // An opened sentence takes a row of one cell.
    if (!there || (!cell && across !== 0)) return null;
    const button = buttonIn(cell);
    if (button) return button;
  }
}

/** Arrow keys go from cell to cell of a grid, Escape closes what a cell has opened. */
export function walkGrid(event: KeyboardEvent, close: () => void): void {
  const cell = (event.target as HTMLElement).closest('td');
  if (!cell || event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === 'Escape') close();
  const step = steps[event.key];
  if (!step || !buttonIn(cell)) return;
  const across = getComputedStyle(cell).direction === 'rtl' ? -step.across : step.across;
  const next = nextButton(cell, across, step.down);
  if (!next) return;
  event.preventDefault();
  next.focus();
}
