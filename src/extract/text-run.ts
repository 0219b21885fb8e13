import type { BodyLink } from '../model/article';
import { type Context, Place } from './block';
import { endsSentence } from './text-shape';

/** Text between two line starts, or between two paragraph breaks within them. */
export interface Piece {
  text: string;
  links: BodyLink[];
  linkLength: number;
  boldLength: number;
  italicLength: number;
  timeLength: number;
  afterBreak: boolean;
  /** Positions of blanks that are single line breaks on the page. */
  breaks: number[];
  /** Innermost element that holds all of the text; null when several do. */
  context: Context | null;
}

const invisible = /[\u200b\u200e\u200f\u2060\ufeff\u00ad]/g;

const emptyPiece = (afterBreak: boolean): Piece => ({
  text: '',
  links: [],
  linkLength: 0,
  boldLength: 0,
  italicLength: 0,
  timeLength: 0,
  afterBreak,
  breaks: [],
  context: null,
});

/**
 * Collects the text nodes of one block, folding white space as they come, so that offsets of links are
 * right from the start.
 */
export class TextRun {
  private pieces: Piece[] = [];
  private current = emptyPiece(false);
  private breaks = 0;
  private link: { start: number; href: string } | null = null;

  add(raw: string, context: Context | null): void {
    let value = raw.replace(invisible, '').replace(/\s+/g, ' ');
    if (value === '' || (value === ' ' && this.current.text === '')) return;
    if (value !== ' ' && this.breaks > 0) this.startLine();
    if (value.startsWith(' ') && (this.current.text === '' || this.current.text.endsWith(' '))) {
      value = value.slice(1);
    }
    this.current.text += value;
    if (!context) return;
    this.mark(value, context);
  }

  private mark(value: string, context: Context): void {
    const { current } = this;
    if (current.text.length === value.length) current.context = context;
    else if (current.context !== context && value !== ' ') current.context = null;
    const { places } = context;
    const length = value.length;
    if (places & Place.link) current.linkLength += length;
    if (places & Place.bold) current.boldLength += length;
    if (places & Place.italic) current.italicLength += length;
    if (places & Place.time) current.timeLength += length;
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

  /** All pieces collected since the last call. */
  take(): Piece[] {
    this.endPiece(false);
    const { pieces } = this;
    this.pieces = [];
    this.link = null;
    return pieces;
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
    if (current.text !== '') this.pieces.push(current);
    this.current = emptyPiece(afterBreak);
    this.breaks = 0;
  }
}
