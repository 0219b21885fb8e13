import type { BodyLink, Paragraph } from '../model/article';
import type { Block } from './block';

export interface Body {
  text: string;
  paragraphs: Paragraph[];
  links: BodyLink[];
}

const separator = '\n\n';

const absolute = (href: string, base: string): string | null => {
  try {
    const url = new URL(href, base);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  } catch {
    return null;
  }
};

/** Joins blocks with blank lines and moves the offsets of their links along. */
export function joinBlocks(blocks: Pick<Block, 'text' | 'kind' | 'links'>[], base: string): Body {
  const paragraphs: Paragraph[] = [];
  const links: BodyLink[] = [];
  let text = '';
  for (const block of blocks) {
    if (text) text += separator;
    const start = text.length;
    text += block.text;
    paragraphs.push({ kind: block.kind, start, end: text.length });
    for (const link of block.links) {
      const href = absolute(link.href, base);
      if (href) links.push({ href, start: start + link.start, end: start + link.end });
    }
  }
  return { text, paragraphs, links };
}
