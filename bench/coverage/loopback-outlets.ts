import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How an outlet's server behaves. */
export type Manner =
  | 'plain'
  | 'slow'
  | 'not-changed'
  | 'limited'
  | 'broken'
  | 'hanging'
  | 'redirecting'
  | 'forbidding';

/** One request as the server saw it; `endedAt` is when its answer left or its connection broke. */
export interface Visit {
  address: string;
  at: number;
  endedAt: number;
  completed: boolean;
  conditional: boolean;
}

export interface Outlet {
  host: string;
  feed: string;
  manner: Manner;
  visits: Visit[];
}

const manners: [Manner, number][] = [
  ['plain', 60],
  ['slow', 10],
  ['not-changed', 10],
  ['limited', 6],
  ['broken', 5],
  ['hanging', 3],
  ['redirecting', 3],
  ['forbidding', 3],
];

const mannerOf = (index: number): Manner => {
  let place = index % 100;
  for (const [manner, share] of manners) {
    if (place < share) return manner;
    place -= share;
  }
  return 'plain';
};

const feedBody = (index: number, host: string): string => {
  const items = Array.from(
    { length: 10 },
    (_, item) =>
      `<item><title>Report ${item} of outlet ${index}</title><link>http://${host}/${item}</link></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Outlet ${index}</title>${items.join('')}</channel></rss>`;
};

function answer(
  outlet: Outlet,
  index: number,
  path: string,
  response: ServerResponse,
  strange: () => string,
): void {
  const send = (status: number, headers: Record<string, string>, body: string, delay = 5) =>
    setTimeout(() => response.writeHead(status, headers).end(body), delay);
  if (path === '/robots.txt') {
    const rules =
      outlet.manner === 'forbidding' ? 'User-agent: *\nDisallow: /feed' : 'User-agent: *\nDisallow: /private';
    return void send(200, { 'content-type': 'text/plain' }, rules);
  }
  if (path !== '/feed') return void send(404, {}, '');
  const xml = { 'content-type': 'application/rss+xml', etag: `"${index}"` };
  if (outlet.manner === 'hanging') return;
  if (outlet.manner === 'limited') return void send(429, { 'retry-after': '120' }, '');
  if (outlet.manner === 'broken') return void send(500, {}, '');
  if (outlet.manner === 'redirecting') return void send(302, { location: `${strange()}/feed` }, '');
  if (outlet.manner === 'not-changed') return void send(304, {}, '');
  send(200, xml, feedBody(index, outlet.host), outlet.manner === 'slow' ? 400 + ((index * 131) % 900) : 5);
}

/** So many outlets, each a server of its own on loopback, and one stranger that must never be asked. */
export async function openOutlets(
  count: number,
): Promise<{ outlets: Outlet[]; stranger: Outlet; close(): void }> {
  const servers: Server[] = [];
  let strange = '';
  const open = async (index: number, manner: Manner): Promise<Outlet> => {
    const outlet: Outlet = { host: '', feed: '', manner, visits: [] };
    const server = createServer((request, response) => {
      const visit: Visit = {
        address: `http://${outlet.host}${request.url}`,
        at: Date.now(),
        endedAt: 0,
        completed: false,
        conditional: request.headers['if-none-match'] !== undefined,
      };
      outlet.visits.push(visit);
      response.on('close', () => {
        visit.endedAt = Date.now();
        visit.completed = response.writableFinished;
      });
      answer(outlet, index, request.url ?? '/', response, () => strange);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    servers.push(server);
    outlet.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    outlet.feed = `http://${outlet.host}/feed`;
    return outlet;
  };
  const stranger = await open(-1, 'plain');
  strange = `http://${stranger.host}`;
  const outlets: Outlet[] = [];
  for (let index = 0; index < count; index++) outlets.push(await open(index, mannerOf(index)));
  return {
    outlets,
    stranger,
    close() {
      for (const server of servers) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}
