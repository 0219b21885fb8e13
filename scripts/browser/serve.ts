import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** What a site answers at one address. A function is asked anew at each visit. */
export interface SitePage {
  /** Full address, `http://outlet.test/path`. */
  address: string;
  body: string | Buffer | (() => string | Buffer);
  type?: string;
}

export interface Request {
  method: string;
  host: string;
  path: string;
}

export interface SiteServer {
  port: number;
  /** Every request that arrived, favicons and refused tunnels included. */
  requests: Request[];
  close(): Promise<void>;
}

/** A browser that uses the server as a proxy sends the whole address, any other the path and a Host header. */
function requestOf(message: IncomingMessage): Request {
  const target = message.url ?? '/';
  const url = new URL(target, `http://${message.headers.host ?? 'unknown.invalid'}`);
  return { method: message.method ?? 'GET', host: url.hostname, path: `${url.pathname}${url.search}` };
}

function answer(pages: SitePage[], { host, path }: Request, response: ServerResponse, method: string): void {
  const plain = (address: string) => address.replace(/[?#].*$/, '').replace(/\/$/, '');
  const asked = plain(`http://${host}${path}`);
  const page = pages.find(({ address }) => plain(address) === asked);
  const body = typeof page?.body === 'function' ? page.body() : page?.body;
  response.writeHead(page ? 200 : 404, {
    'content-type': page?.type ?? 'text/html; charset=utf-8',
    'cache-control': 'no-store',
  });
  const missing = '<!doctype html><title>Not here</title><h1>Not here</h1>';
  response.end(method === 'HEAD' ? undefined : (body ?? missing));
}

/**
 * Answers for any number of made-up sites on one loopback port: by Host header (a resolver rule leads there)
 * or as a plain HTTP proxy. Everything else a browser asks for gets 404 and stands in the log.
 */
export async function serveSites(pages: SitePage[], port = 0): Promise<SiteServer> {
  const requests: Request[] = [];
  const server: Server = createServer((message, response) => {
    const request = requestOf(message);
    requests.push(request);
    answer(pages, request, response, request.method);
  });
  server.on('connect', (message, socket: Socket) => {
    requests.push({ method: 'CONNECT', host: String(message.url), path: '' });
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
