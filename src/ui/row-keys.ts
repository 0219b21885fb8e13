import { useEffect } from 'preact/hooks';

const steps: Record<string, number> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };
const heads = '.row-head, .group-head';

/** Arrow keys, j and k move the focus from row to row while it is on one. */
function walkRows(event: KeyboardEvent): void {
  const step = steps[event.key];
  const { target } = event;
  if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
  if (!(target instanceof HTMLElement) || !target.matches(heads)) return;
  const rows = [...document.querySelectorAll<HTMLElement>(heads)];
  const next = rows[rows.indexOf(target) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

export function useRowKeys(): void {
  useEffect(() => {
    document.addEventListener('keydown', walkRows);
    return () => document.removeEventListener('keydown', walkRows);
  }, []);
}
