import type { BodyLink } from '../../model/article';
import { endsSentence } from '../text-shape';
import { Place, type ReadBlock } from './page-snapshot';

const invisible = /[\u200b\u200e\u200f\u2060\ufeff\u00ad]/g;
/** Whether a text has white space to fold or invisible characters: most has neither and is taken as it is. */
const unfolded = /\s\s|[^\S ]|[\u200b\u200e\u200f\u2060\ufeff\u00ad]/;

/** No one element holds all of a piece. */
const severalElements = -1;

/** Text between two line starts, or between two paragraph breaks within them. */
interface Piece {
  text: string;
  element: number;
  links: BodyLink[];
  linkLength: number;
  boldLength: number;
  italicLength: number;
  timeLength: number;
  afterBreak: boolean;
  breaks: number[];
}

const emptyPiece = (afterBreak: boolean): Piece => ({
  text: '',
  element: severalElements,
  links: [],
  linkLength: 0,
  boldLength: 0,
  italicLength: 0,
  timeLength: 0,
  afterBreak,
  breaks: [],
});

/** A piece without what it has nothing of. Tag and kind are the walk's to say. */
function blockOf(piece: Piece): ReadBlock {
  const block: ReadBlock = { text: piece.text, kind: 'text', tag: '', element: piece.element };
  if (piece.links.length > 0) block.links = piece.links;
  if (piece.linkLength > 0) block.linkLength = piece.linkLength;
  if (piece.boldLength > 0) block.boldLength = piece.boldLength;
  if (piece.italicLength > 0) block.italicLength = piece.italicLength;
  if (piece.timeLength > 0) block.timeLength = piece.timeLength;
  if (piece.afterBreak) block.afterBreak = true;
  if (piece.breaks.length > 0) block.breaks = piece.breaks;
  return block;
}

/**
 * Collects the text nodes between two line starts, folding white space as they come, so that offsets of links are
 * right from the start. Single and double line breaks may cut it into several pieces.
 */
export class TextRun {
  private blocks: ReadBlock[] = [];
  private current = emptyPiece(false);
  private breaks = 0;
  private link: { start: number; href: string } | null = null;

  get isEmpty(): boolean {
    return this.current.text === '' && this.blocks.length === 0;
  }

  /** Adds the text of one node in the element at position `element`, which stands in `places` (bits of `Place`). */
  add(raw: string, element: number, places: number): void {
    let value = unfolded.test(raw) ? raw.replace(invisible, '').replace(/\s+/g, ' ') : raw;
    if (value === '' || (value === ' ' && this.current.text === '')) return;
    if (value !== ' ' && this.breaks > 0) this.startLine();
    const { current } = this;
    if (value.startsWith(' ') && (current.text === '' || current.text.endsWith(' '))) value = value.slice(1);
    if (current.text === '') current.element = element;
    else if (current.element !== element && value !== ' ' && value !== '') current.element = severalElements;
    current.text += value;
    if (places & Place.link) current.linkLength += value.length;
    if (places & Place.bold) current.boldLength += value.length;
    if (places & Place.italic) current.italicLength += value.length;
    if (places & Place.time) current.timeLength += value.length;
  }

  /** A blank between table cells, which no text node holds. */
  blank(): void {
    const { text } = this.current;
    if (text !== '' && !text.endsWith(' ')) this.current.text += ' ';
  }

  lineBreak(): void {
    if (this.current.text !== '') this.breaks++;
  }

  openLink(href: string): void {
    if (this.breaks > 0) this.startLine();
    this.link = href ? { start: this.current.text.length, href } : null;
  }

  closeLink(): void {
    const { link, current } = this;
    this.link = null;
    if (!link) return;
    const end = current.text.trimEnd().length;
    const start = current.text.startsWith(' ', link.start) ? link.start + 1 : link.start;
    if (start < end) current.links.push({ start, end, href: link.href });
  }

  /** All blocks collected since the last call. Their `element` is -1 where no one element holds the whole. */
  take(): ReadBlock[] {
    this.endPiece(false);
    const { blocks } = this;
    this.blocks = [];
    this.link = null;
    return blocks;
  }

  /** What `take` does when nothing was collected, which is most of the time. */
  reset(): void {
    this.breaks = 0;
    this.link = null;
    this.current.afterBreak = false;
  }

  /**
   * Two line breaks make a paragraph. One does where a sentence has ended, as in pages that set
   * paragraphs with single breaks; a break inside an address or a verse is only a blank.
   */
  private startLine(): void {
    const paragraph = this.breaks > 1 || endsSentence(this.current.text);
    this.breaks = 0;
    const opened = this.link;
    if (paragraph) {
      this.endPiece(true);
      if (opened) this.link = { start: 0, href: opened.href };
      return;
    }
    if (!this.current.text.endsWith(' ')) this.current.text += ' ';
    this.current.breaks.push(this.current.text.length - 1);
  }

  private endPiece(afterBreak: boolean): void {
    this.closeLink();
    const { current } = this;
    current.text = current.text.trimEnd();
    if (current.text !== '') this.blocks.push(blockOf(current));
    this.current = emptyPiece(afterBreak);
    this.breaks = 0;
  }
}
