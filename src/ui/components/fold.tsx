import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

interface FoldProps {
  class: string;
  summary: string;
  open?: boolean;
  children: () => ComponentChildren;
}

/** Something folded away behind its name. What is inside is drawn when it is first opened. */
export function Fold({ class: name, summary, open = false, children }: FoldProps) {
  const [opened, setOpened] = useState(open);
  return (
    <details class={name} open={open} onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}>
      <summary>{summary}</summary>
      {opened && children()}
    </details>
  );
}
