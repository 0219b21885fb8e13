// The few globals that worker, page and Node share, for the folders that compile without the DOM library.
declare class URL {
  constructor(address: string, base?: string | URL);
  static canParse(address: string, base?: string): boolean;
  hash: string;
  readonly host: string;
  readonly hostname: string;
  href: string;
  readonly origin: string;
  readonly pathname: string;
  readonly port: string;
  readonly protocol: string;
  readonly search: string;
  readonly searchParams: URLSearchParams;
}
declare class URLSearchParams implements Iterable<[string, string]> {
  constructor(init?: string | [string, string][]);
  get(name: string): string | null;
  toString(): string;
  [Symbol.iterator](): IterableIterator<[string, string]>;
}
declare class TextEncoder {
  encode(text: string): Uint8Array;
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean });
  decode(bytes?: Uint8Array): string;
}
declare function setTimeout(callback: () => void, delay: number): unknown;
