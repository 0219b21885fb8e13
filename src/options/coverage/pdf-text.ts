import type { ImportSource } from '../../coverage/import';
import { fail, ok, type Result } from '../../model/result';

const sizeLimit = 50_000_000;
const pageLimit = 200;

interface TextItem {
  str?: string;
  hasEOL?: boolean;
  transform?: number[];
}

/** Lines of a page as paragraphs: a gap of more than a line and a half begins a new one. */
function pageText(items: TextItem[]): string {
  let text = '';
  let last: number | null = null;
  let lineHeight = 12;
  for (const { str = '', hasEOL, transform } of items) {
    const height = transform?.[5] ?? null;
    const size = Math.abs(transform?.[3] ?? 0);
    if (size > 0) lineHeight = size;
    if (last !== null && height !== null && last - height > lineHeight * 1.6) text += '\n\n';
    text += str;
    if (hasEOL) text += text.endsWith('-') ? '' : ' ';
    if (height !== null) last = height;
  }
  return text.replace(/ +/g, ' ').trim();
}

/** Text of a PDF. The library is loaded only now; its fonts and images are not looked at. */
export async function readPdf(source: ImportSource): Promise<Result<{ title: string; text: string }>> {
  if (source.size > sizeLimit) return fail('file-too-large', { megabytes: 50 });
  const [{ getDocument, GlobalWorkerOptions }, worker] = await Promise.all([
    import('pdfjs-dist'),
    import('pdfjs-dist/build/pdf.worker.min.mjs?url'),
  ]);
  GlobalWorkerOptions.workerSrc = worker.default;
  const data = new Uint8Array(await new Response(source.stream()).arrayBuffer());
  const loading = getDocument({ data, useSystemFonts: false, disableFontFace: true });
  try {
    const document = await loading.promise;
    const pages: string[] = [];
    for (let number = 1; number <= Math.min(document.numPages, pageLimit); number++) {
      const page = await document.getPage(number);
      pages.push(pageText((await page.getTextContent()).items as TextItem[]));
      page.cleanup();
    }
    const { info } = await document.getMetadata();
    const title = String((info as { Title?: unknown }).Title ?? '').trim();
    const text = pages.filter(Boolean).join('\n\n');
    return text
      ? ok({ title: title || (text.split('\n')[0] ?? '').slice(0, 200), text })
      : fail('no-article');
  } catch {
    return fail('file-unreadable');
  } finally {
    await loading.destroy();
  }
}
