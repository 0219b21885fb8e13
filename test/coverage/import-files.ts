import {
  formatOf,
  type ImportFormat,
  type ImportSource,
  type RawRow,
  readImport,
} from '../../src/coverage/import';

/** A file as the reader would choose it. */
export const source = (name: string, content: string | Uint8Array): ImportSource => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { name, size: bytes.byteLength, stream: () => new Blob([new Uint8Array(bytes)]).stream() };
};

/** Everything a file gives. */
export async function read(
  name: string,
  content: string | Uint8Array,
): Promise<{ format: ImportFormat; rows: RawRow[] }> {
  const file = source(name, content);
  const format = await formatOf(file);
  const rows: RawRow[] = [];
  for await (const { row } of readImport(file, format)) rows.push(row);
  return { format, rows };
}

export const ferry = 'https://harbour-post.example/ferry';
/** A saved page with a comment and head of choice. */
export const page = (comment: string, head = '') =>
  `<!DOCTYPE html> <html lang=en>${comment}<meta charset=utf-8><title>Ferry runs aground off Vell</title>${head}<body><p>The ferry ran aground.</p></body></html>`;
