import type { RowVerdict } from '../../model/comparison';

export type GlyphName = RowVerdict | 'only-here' | 'left-out';

/** The sign of a verdict, drawn by the style sheet. Decoration: the word always stands beside it. */
export function Glyph({ name }: { name: GlyphName }) {
  return <span class={`glyph glyph-${name}`} aria-hidden="true" />;
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
