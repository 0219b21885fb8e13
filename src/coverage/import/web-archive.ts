import { WARCParser } from 'warcio';
import { bytesWithin } from '../bytes';
import { decodeText } from '../decode';
import { facts, instantOf, isWebAddress, type RawRow } from './rows';

/** One page of an archive that is read: larger ones are no articles. */
const pageLimit = 8_000_000;

interface WarcRecord {
  warcType: string | undefined;
  warcTargetURI: string | null | undefined;
  warcDate: string | null | undefined;
  httpHeaders: {
    statusCode?: string | number | undefined;
    headers: { get(name: string): string | null | undefined };
  } | null;
  /** The payload, unpacked, in pieces. */
  [Symbol.asyncIterator](): AsyncIterator<Uint8Array>;
}

/** HTML pages of a WARC file, compressed or not, one after another: the file is never held. */
export async function* rowsOfWarc(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<RawRow> {
  const parser = new WARCParser(chunks);
  for await (const record of parser as unknown as AsyncIterable<WarcRecord>) {
    const address = record.warcTargetURI;
    const type = record.httpHeaders?.headers.get('content-type') ?? '';
    const isPage =
      record.warcType === 'response' &&
      Number(record.httpHeaders?.statusCode) === 200 &&
      /html/i.test(type) &&
      isWebAddress(address);
    if (!isPage) continue;
    const bytes = await bytesWithin(record, pageLimit).catch(() => undefined);
    if (bytes === undefined) yield { kind: 'set-aside', label: address, reason: 'damaged' };
    else if (bytes === null) yield { kind: 'set-aside', label: address, reason: 'too-large' };
    else {
      const html = decodeText(bytes, type);
      yield {
        kind: 'html',
        label: address,
        html,
        ...facts({ address, savedAt: instantOf(record.warcDate) }),
      };
    }
  }
}
