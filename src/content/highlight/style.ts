import type { PageMark } from '../../messages/page-calls';

export type MarkKind = PageMark['kind'];

export const markKinds: MarkKind[] = ['differ', 'update', 'only-here', 'agree'];

/** Names in the page's highlight registry, which its own scripts can see: prefixed so as to collide with none. */
export const registryName = (kind: MarkKind | 'current'): string => `collate-extension-${kind}`;

/**
 * Each kind has a line of its own, so that none is told by colour alone. A wash only where outlets are at odds or a
 * thing moved: a page on which most sentences agree must stay readable.
 */
const lines: Record<MarkKind, string> = {
  differ:
    'color: #1d1b18; background-color: rgb(250 218 208 / .85); text-decoration: underline wavy 1.5px #a3341a;',
  update:
    'color: #1d1b18; background-color: rgb(222 227 250 / .85); text-decoration: underline dashed 2px #3b4ea0;',
  'only-here': 'text-decoration: underline dotted 2px color-mix(in srgb, currentColor 35%, #c08a10);',
  agree: 'text-decoration: underline solid 1.5px color-mix(in srgb, currentColor 35%, #2f9e78);',
};

export const markStyle: string = [
  // Text on the wash stays dark, whatever the page's own colours are.
  ...markKinds.map((kind) => `::highlight(${registryName(kind)}) { ${lines[kind]} }`),
  `::highlight(${registryName('current')}) { color: #1d1b18; background-color: #ffd766; }`,
].join('\n');

/** A CSS string: every character that is not a plain letter, digit or blank becomes a numbered escape. */
export const cssString = (text: string): string =>
  `"${[...text].map((letter) => (/[\p{L}\p{N} .,]/u.test(letter) ? letter : `\\${letter.codePointAt(0)?.toString(16)} `)).join('')}"`;

export interface CardPlace {
  /** Distance from the top of the window where the card stands below its sentence, from the bottom where it stands above. */
  edge: 'top' | 'bottom';
  distance: number;
  left: number;
  width: number;
  height: number;
}

/**
 * The card beside a marked sentence. It is generated content of the root element's `::after`, styled from a
 * constructed style sheet: an element of our own would change the page's DOM, which we promise never to do.
 */
export function cardStyle(text: string, { edge, distance, left, width, height }: CardPlace): string {
  return `html::after {
    all: initial;
    content: ${cssString(text)};
    position: fixed; z-index: 2147483647; box-sizing: border-box; pointer-events: none;
    ${edge}: ${distance}px; left: ${left}px; width: ${width}px; max-height: ${height}px; overflow: hidden;
    padding: 10px 12px; border: 1px solid #b5afa3; border-radius: 6px;
    background: #ffffff; color: #1d1b18; box-shadow: 0 4px 18px rgb(0 0 0 / .22);
    font: 13px/1.4 system-ui, sans-serif; white-space: pre-line;
    /* Each line runs in its own direction: ours, and the outlets' sentences. */
    unicode-bidi: plaintext; text-align: start;
  }
  @media (prefers-color-scheme: dark) {
    html::after { background: #211f1d; color: #ece8e1; border-color: #5e5951; }
  }`;
}
