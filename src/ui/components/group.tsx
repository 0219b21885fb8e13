import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { writeNumber } from '../format';
import { Glyph, type GlyphName } from './glyph';

interface GroupProps {
  glyph: GlyphName;
  title: string;
  count: number;
  /** What the group means, or its denominator: one sentence under the heading. */
  note?: string;
  open?: boolean;
  children: () => ComponentChildren;
}

/** A foldable group of rows. Its children are drawn only while it is open. */
export function Group({ glyph, title, count, note, open: initially = true, children }: GroupProps) {
  const [open, setOpen] = useState(initially);
  return (
    <section class={`group group-${glyph}`} data-group={glyph}>
      <h2>
        <button type="button" class="group-head" aria-expanded={open} onClick={() => setOpen(!open)}>
          <Glyph name={glyph} />
          <span>{title}</span> <span class="count">{writeNumber(count)}</span>
        </button>
      </h2>
      {open && (
        <>
          {note && <p class="group-note">{note}</p>}
          {children()}
        </>
      )}
    </section>
  );
}
