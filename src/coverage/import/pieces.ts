import { bytesWithin, piecesOf } from '../bytes';
import type { ImportSource } from './rows';

/** Counts what has been read of a file, for the progress. */
export interface Meter {
  bytes: number;
}

/** The bytes of a file in pieces, counted. */
export async function* byteChunks(source: ImportSource, meter: Meter): AsyncGenerator<Uint8Array> {
  for await (const piece of piecesOf(source.stream())) {
    meter.bytes += piece.byteLength;
    yield piece;
  }
}

/** UTF-8 text of a file in pieces; a byte order mark is dropped, damaged bytes become replacement characters. */
export async function* textPieces(source: ImportSource, meter: Meter): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of byteChunks(source, meter)) yield decoder.decode(chunk, { stream: true });
  const rest = decoder.decode();
  if (rest) yield rest;
}

/** Lines of text pieces. A line beyond `limit` characters comes back as null: it is never held in full. */
export async function* lines(pieces: AsyncIterable<string>, limit: number): AsyncGenerator<string | null> {
  let rest = '';
  let isSkipping = false;
  for await (const piece of pieces) {
    const parts = (rest + piece).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      if (isSkipping) yield null;
      else yield part.endsWith('\r') ? part.slice(0, -1) : part;
      isSkipping = false;
    }
    if (rest.length > limit) {
      rest = '';
      isSkipping = true;
    }
  }
  if (isSkipping) yield null;
  else if (rest) yield rest;
}

/**
 * The elements of the first array in a JSON text, each as its own text: large exports are one array and are never
 * held in full. The array may be the whole text or the value of a key ("rows", "items", "results"). An element
 * beyond `limit` characters comes back as null.
 */
export async function* jsonElements(
  pieces: AsyncIterable<string>,
  limit: number,
): AsyncGenerator<string | null> {
  let element = '';
  let depth = 0;
  let isInArray = false;
  let isInString = false;
  let isEscaped = false;
  let isTooLong = false;
  for await (const piece of pieces) {
    let start = 0;
    for (let index = 0; index < piece.length; index++) {
      const sign = piece[index]!;
      if (isInString) {
        if (isEscaped) isEscaped = false;
        else if (sign === '\\') isEscaped = true;
        else if (sign === '"') isInString = false;
        continue;
      }
      if (sign === '"') isInString = true;
      else if (!isInArray) {
        if (sign === '[') {
          isInArray = true;
          start = index + 1;
        }
      } else if (sign === '{' || sign === '[') depth += 1;
      else if (depth > 0 && (sign === '}' || sign === ']')) depth -= 1;
      else if (depth === 0 && (sign === ',' || sign === ']')) {
        element += piece.slice(start, index);
        if (isTooLong) yield null;
        else if (element.trim()) yield element;
        element = '';
        isTooLong = false;
        start = index + 1;
        if (sign === ']') return;
      }
    }
    if (!isInArray) continue;
    if (element.length + piece.length - start > limit) {
      isTooLong = true;
      element = '';
    } else if (!isTooLong) element += piece.slice(start);
  }
  // A file whose end is missing: what was begun is given, to be set aside with its place.
  if (element.trim()) yield element;
}

/** The whole text of a file, or null when it is longer than `limit` bytes. */
export async function wholeText(
  source: ImportSource,
  meter: Meter,
  limit: number,
): Promise<Uint8Array | null> {
  if (source.size > limit) return null;
  return bytesWithin(byteChunks(source, meter), limit);
}

/** Characters after which a piece is cut off and read, so that a long file is never held in full. */
const chunkLength = 1_000_000;

/**
 * Text in chunks that end where `cut` says that a record ends (the length of the part that may be read, 0 for none
 * yet). A record beyond `limit` characters comes back as null and is passed over up to the next end.
 */
export async function* recordChunks(
  pieces: AsyncIterable<string>,
  cut: (text: string) => number,
  limit: number,
): AsyncGenerator<string | null> {
  let rest = '';
  let isSkipping = false;
  for await (const piece of pieces) {
    rest += piece;
    if (rest.length < chunkLength) continue;
    const end = cut(rest);
    if (end > 0) {
      yield isSkipping ? null : rest.slice(0, end);
      isSkipping = false;
      rest = rest.slice(end);
    } else if (rest.length > limit) {
      rest = '';
      isSkipping = true;
    }
  }
  if (isSkipping) yield null;
  else if (rest) yield rest;
}

/** Where the last whole record of a CSV text ends: after a line break that stands in no quoted field. */
export function endOfCsvRecords(text: string): number {
  let isQuoted = false;
  let end = 0;
  for (let index = 0; index < text.length; index++) {
    const sign = text.charCodeAt(index);
    if (sign === 0x22) isQuoted = !isQuoted;
    else if (sign === 0x0a && !isQuoted) end = index + 1;
  }
  return end;
}

/** Where the last whole record of a RIS text ends. */
export function endOfRisRecords(text: string): number {
  let end = 0;
  for (const { index, 0: line } of text.matchAll(/^ER {1,2}-.*\n/gm)) end = index + line.length;
  return end;
}

/** Where the last whole line of a text ends. */
export const endOfLines = (text: string): number => text.lastIndexOf('\n') + 1;
