import type { RowVerdict } from '../../model/comparison';

export type GlyphName = RowVerdict | 'only-here' | 'left-out';

/** Drawn on a 16 px grid. Every kind has a shape of its own, so that none is told by colour alone. */
const shapes: Record<GlyphName, string> = {
  agree: 'M3 6h10M3 10h10',
  differ: 'M3 6h10M3 10h10M11 2.5 5 13.5',
  update: 'M2.5 8h10M9 4.5 12.5 8 9 11.5',
  'only-here': 'M8 4.2a3.8 3.8 0 1 0 .01 0Z',
  'left-out': 'M8 4.2a3.8 3.8 0 1 0 .01 0Z',
};

/** The sign of a verdict. Decoration: the word always stands beside it. */
export function Glyph({ name }: { name: GlyphName }) {
  return (
    <svg class={`glyph glyph-${name}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={shapes[name]} />
    </svg>
  );
}

/** Collate's own sign, as on the toolbar: two columns of text, one line of which differs. */
export function Emblem() {
  return (
    <svg class="emblem" viewBox="0 0 16 16" width="20" height="20" aria-hidden="true">
      <rect class="tile" width="16" height="16" rx="3.5" />
      <path class="lines" d="M2 4h5M2 8h5M2 12h5M9 4h5M9 12h5" />
      <path class="differing" d="M9 8h5" />
    </svg>
  );
}
