import { decodeHTML } from 'entities';

/**
 * Plain text of the HTML that feeds carry in titles, summaries and full texts. It is a reader, not a sanitiser:
 * its output is text and is never set as markup.
 */

const blocks =
  /^(?:p|div|br|hr|li|ul|ol|dl|dt|dd|table|tr|h[1-6]|blockquote|section|article|figure|figcaption|pre|header|footer|aside)$/;
const silent = /^(?:script|style|noscript|iframe|svg|video|audio|object|template|figure|form|nav)$/;

/** Characters of one tag, attributes included: a bound on the work an unclosed one costs. */
const longestTag = 20_000;

interface Tag {
  name: string;
  closing: boolean;
  selfClosing: boolean;
  end: number;
}

/** The tag that starts at `start` ("<"), or null when it is a bare "<" as in "a < b". */
const tagAt = (html: string, start: number): Tag | null => {
  if (html.startsWith('<!--', start)) {
    const end = html.indexOf('-->', start + 4);
    return { name: '!', closing: false, selfClosing: true, end: end < 0 ? html.length : end + 3 };
  }
  const match = /^<(\/?)([a-zA-Z][\w:-]*|!|\?)/.exec(html.slice(start, start + 64));
  if (!match) return null;
  const found = { name: match[2]!.toLowerCase(), closing: match[1] === '/' };
  const limit = Math.min(html.length, start + longestTag);
  let quote = '';
  for (let index = start + match[0].length; index < limit; index++) {
    const sign = html[index]!;
    if (quote) quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return { ...found, selfClosing: html[index - 1] === '/', end: index + 1 };
  }
  // A quotation mark that is never closed must not swallow the rest: the tag ends at its first ">".
  const end = html.indexOf('>', start);
  return { ...found, selfClosing: false, end: end < 0 || end > limit ? limit : end + 1 };
};

const afterClosing = (html: string, name: string, from: number): number => {
  const closing = new RegExp(`</${name}\\s*>`, 'gi');
  closing.lastIndex = from;
  const found = closing.exec(html);
  return found ? found.index + found[0].length : html.length;
};

/** Pictures inside the markup itself: hundreds of kilobytes that hold no text and would pass for an unclosed tag. */
const inlineData = /\bdata:[a-z]+\/[\w.+-]+(?:;[\w=.-]+)*,[\w+/=%.~-]{200,}/gi;

/** Text of an HTML fragment: paragraphs joined by a blank line, entities resolved once. */
export function textOfMarkup(markup: string): string {
  const html = markup.replace(inlineData, '');
  let text = '';
  let position = 0;
  while (position < html.length) {
    const open = html.indexOf('<', position);
    if (open < 0) break;
    text += html.slice(position, open);
    const tag = tagAt(html, open);
    if (!tag) {
      text += '&lt;';
      position = open + 1;
      continue;
    }
    position = tag.end;
    if (silent.test(tag.name) && !tag.closing && !tag.selfClosing)
      position = afterClosing(html, tag.name, position);
    if (blocks.test(tag.name) || silent.test(tag.name)) text += '\n\n';
  }
  text += html.slice(position);
  return decodeHTML(text)
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n\n');
}

/** One line of text that is known to hold no markup. */
export function plainLine(text: string): string {
  // Control characters and direction overrides do not belong in a headline and can disguise one.
  return text
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const looksMarkedUp = /<\/?[a-z][^<>]*>|&(?:[a-z]{2,31}|#\d{1,7}|#x[\da-f]{1,6});/i;

/**
 * One line of plain text of a title or name. Feeds disagree on how often a title is escaped: RSS says nothing,
 * so a title that still holds tags or entities after the XML layer is read as HTML, once. A title that merely
 * contains "<" or "&" keeps it.
 */
export function lineOfMarkup(value: string | null | undefined): string {
  const written = value ?? '';
  const text = looksMarkedUp.test(written) ? textOfMarkup(written) : written;
  return plainLine(text);
}
