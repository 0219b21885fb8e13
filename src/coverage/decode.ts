/** Bytes of a feed, sitemap or page as text, by the rules of RFC 7303 and what servers really send. */

const marks: { bytes: number[]; label: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], label: 'utf-8' },
  { bytes: [0xfe, 0xff], label: 'utf-16be' },
  { bytes: [0xff, 0xfe], label: 'utf-16le' },
];

const startsWith = (bytes: Uint8Array, mark: number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);

/** "<?" in UTF-16 without a byte order mark. */
const unmarkedUtf16 = (bytes: Uint8Array): string | null => {
  if (startsWith(bytes, [0x3c, 0, 0x3f, 0])) return 'utf-16le';
  if (startsWith(bytes, [0, 0x3c, 0, 0x3f])) return 'utf-16be';
  return null;
};

const declared = (bytes: Uint8Array): string | null => {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const xml = /^\s*<\?xml[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/i.exec(head);
  if (xml) return xml[1]!;
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ?? null;
};

const charsetOf = (contentType: string | null): string | null =>
  /\bcharset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? '')?.[1] ?? null;

const decoder = (label: string, fatal: boolean): TextDecoder | null => {
  try {
    return new TextDecoder(label, { fatal });
  } catch {
    return null;
  }
};

/** 0x80 to 0x9f in windows-1252; the five unassigned bytes stay what they are. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Node 20 reads "windows-1252" as ISO 8859-1: curly quotes come out as control characters. */
const withWindowsQuotes = (text: string): string =>
  text.replace(/[\u0080-\u009f]/g, (sign) => windows1252[sign.charCodeAt(0) - 0x80] ?? sign);

const decodeStrictly = (bytes: Uint8Array, label: string): string | null => {
  try {
    const strict = decoder(label, true);
    if (!strict) return null;
    const text = strict.decode(bytes);
    return strict.encoding === 'windows-1252' ? withWindowsQuotes(text) : text;
  } catch {
    return null;
  }
};

/**
 * Text of a body. A byte order mark wins over everything; then HTTP and the document's own declaration, each
 * only if the bytes really are in it (servers that say "iso-8859-1" for UTF-8 bytes and the other way round are
 * common); then UTF-8, then windows-1252, which cannot fail.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): string {
  const mark = marks.find(({ bytes: expected }) => startsWith(bytes, expected));
  if (mark) return new TextDecoder(mark.label).decode(bytes);
  const utf16 = unmarkedUtf16(bytes);
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  const http = charsetOf(contentType);
  const own = declared(bytes);
  // Bytes that are valid UTF-8 beyond ASCII are practically never anything else (RFC 3629 section 1), save in
  // the seven-bit escape encodings, which a label is needed for.
  const utf8 = decodeStrictly(bytes, 'utf-8');
  const isEscaped = [http, own].some((label) => /^(?:iso-2022|hz-|utf-7|utf-16)/i.test(label ?? ''));
  if (utf8 !== null && !isEscaped) return utf8;
  for (const label of [http, own]) {
    // Declared UTF-8 with a stray byte: one replacement character, not the whole text in another alphabet.
    if (label && /^utf-?8$/i.test(label)) return new TextDecoder('utf-8').decode(bytes);
    const text = label ? decodeStrictly(bytes, label) : null;
    if (text !== null) return text;
  }
  return withWindowsQuotes(new TextDecoder('windows-1252').decode(bytes));
}
