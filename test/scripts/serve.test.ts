import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type SiteServer, serveSites } from '../../scripts/browser/serve';

let sites: SiteServer;

beforeEach(async () => {
  sites = await serveSites([{ address: 'http://harbour-post.test/ferry', body: 'Ferry runs aground' }]);
});
afterEach(() => sites.close());

test.each([
  ['without a word', ''],
  ['in the middle of a word', 'never read'],
])('a browser that hangs up a refused tunnel %s leaves the server running', async (_, last) => {
  const browser = connect(sites.port, '127.0.0.1');
  await once(browser, 'connect');
  browser.write('CONNECT updates.invalid:443 HTTP/1.1\r\nHost: updates.invalid:443\r\n\r\n');
  await once(browser, 'data');
  browser.write(last);
  browser.resetAndDestroy();
  expect(sites.requests).toEqual([{ method: 'CONNECT', host: 'updates.invalid:443', path: '' }]);
  const answer = await fetch(`http://127.0.0.1:${sites.port}/ferry`, {
    headers: { host: 'harbour-post.test' },
  });
  expect(answer.status).toBe(404);
});
