import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** What a site answers at one address. A function is asked anew at each visit. */
export interface SitePage {
  /** Full address, `http://outlet.test/path`. */
  address: string;
  body: string | Buffer | (() => string | Buffer);
  type?: string;
  /** The answer begins and is never ended: the page, picture or script goes on loading for ever. */
  endless?: boolean;
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
  if (page?.endless) {
    response.write(body ?? '');
    return;
  }
  const missing = '<!doctype html><title>Not here</title><h1>Not here</h1>';
  response.end(method === 'HEAD' ? undefined : (body ?? missing));
}

/**
 * Refuses every tunnel a browser asks for, and says to which host.
 *
 * Node hands a tunnel's socket over unread and without a listener for errors: a browser that hangs up before
 * it has read the refusal would end the whole process, one that leaves later would never be noticed and would
 * keep the server from closing.
 */
export function refuseTunnels(
  server: Server,
  refused: (host: string, message: IncomingMessage) => void,
): void {
  server.on('connect', (message, socket: Socket) => {
    refused(String(message.url), message);
    socket.on('error', () => socket.destroy());
    socket.resume();
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
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
  refuseTunnels(server, (host) => requests.push({ method: 'CONNECT', host, path: '' }));
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
