import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { look } from '../../scripts/browser/popup';
import type { SitePage } from '../../scripts/browser/serve';
import { openSetting, type Setting } from './harness';

const host = 'http://www.dunmorrowherald.test';
const headline = 'Dunmorrow closes its last coal pier';
const paragraphs = [
  'The harbour board of Dunmorrow closed the town’s last coal pier on Wednesday, four months earlier than planned, after a crane driver found rust in two of its nine supports.',
  'About 160 people work on the pier. Half of them will move to the timber quay, the board said, and the others are to be offered places on the new ferry line.',
  '“We knew that this day would come, but nobody had packed,” said Orla Fenwright, who has weighed coal on the pier for twenty-two years.',
  'The pier was built of oak and iron ninety years ago. What is to become of it will be decided in the spring, when the divers have finished their report.',
];
const story = paragraphs.map((text) => `<p>${text}</p>`).join('\n');
const page = (body: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${headline} - Dunmorrow Herald</title></head>
<body><article><h1>${headline}</h1>
${story}
</article>${body}</body></html>`;

const megabytes = (count: number, text: string): string =>
  text.repeat(Math.ceil((count * 1_000_000) / text.length));
const deep = 100_000;

/**
 * Nests boxes deeper than any parser would let a page do; hidden, so that the browser does not lay them out. In chains of
 * 500, because appending takes the longer the deeper it is done.
 */
const dig = `addEventListener('dig', () => {
  const top = document.createElement('div');
  top.style.display = 'none';
  let bottom = top;
  for (let chains = ${deep / 500}; chains > 0; chains--) {
    const first = document.createElement('div');
    let at = first;
    for (let level = 1; level < 500; level++) at = at.appendChild(document.createElement('div'));
    bottom.append(first);
    bottom = at;
  }
  bottom.textContent = 'bottom';
  document.body.append(top);
});`;

/** Names that stand in the way of what readers ask documents and elements for. */
const clobbering = [
  'body',
  'documentElement',
  'createTreeWalker',
  'getElementsByTagName',
  'implementation',
  'title',
]
  .map(
    (name) =>
      `<form name="${name}"><input name="firstChild"><input name="nextSibling"><input name="localName"><input name="nodeType"></form>`,
  )
  .join('');

const sites = {
  long: { address: `${host}/long`, body: page(megabytes(20, `<p>${paragraphs[1]}</p>\n`)) },
  loaded: {
    address: `${host}/loaded`,
    body: page(`<script type="application/json">"${megabytes(20, 'Pier and quay. ')}"</script>`),
  },
  deep: { address: `${host}/deep`, body: page(`<script>${dig}</script>`) },
  clobbered: {
    address: `${host}/clobbered`,
    body: page('')
      .replace('<article>', `${clobbering}<article><form>`)
      .replace('</article>', '</form></article>'),
  },
  reopened: {
    address: `${host}/reopened`,
    body: page(`<script>addEventListener('reopen', () => { document.open(); });</script>`),
  },
  halfWritten: {
    address: `${host}/half-written`,
    body: page(
      `<script>addEventListener('reopen', () => { document.open(); document.write('<title>Pier</title><p>Wait'); });</script>`,
    ),
  },
} satisfies Record<string, SitePage>;

/** A number for the whole tree with its attributes, made without recursion and without names a page can take. */
const fingerprint = (tab: Page): Promise<number> =>
  tab.evaluate(() => {
    const walker = Document.prototype.createTreeWalker.call(document, document);
    let hash = 0;
    let node: Node | null = document;
    while (node) {
      let text = Node.prototype.toString.call(node);
      if (node instanceof Element)
        for (const name of Element.prototype.getAttributeNames.call(node))
          text += `${name}=${Element.prototype.getAttribute.call(node, name)}`;
      else text += node.nodeValue;
      for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
      node = walker.nextNode();
    }
    return hash;
  });

describe('pages made to be hard to read', () => {
  let setting: Setting;

  beforeAll(async () => {
    setting = await openSetting('chromium', Object.values(sites));
  });
  afterAll(() => setting?.close());

  const readIt = async ({ address }: SitePage, event?: string) => {
    const tab = await setting.browser.open(address);
    if (event) await tab.evaluate((name) => void dispatchEvent(new Event(name)), event);
    const before = await fingerprint(tab);
    const popup = await setting.browser.clickToolbar(tab);
    const shown = await look(popup);
    expect(await fingerprint(tab), 'the page was changed').toBe(before);
    await popup.close();
    await tab.close();
    return shown;
  };

  test('20 MB of text are refused with the reason and a way out', async () => {
    const shown = await readIt(sites.long);
    expect(shown.state).toBe('failed');
    expect(shown.failure).toContain('The page is too large to be read as a whole.');
    expect(shown.failure).toMatch(/selected text/i);
  });

  test('20 MB of data in a script are no hindrance', async () => {
    const shown = await readIt(sites.loaded);
    expect(shown.state).toBe('ready');
    expect(shown.headline).toBe(headline);
  });

  test('a tree 100,000 levels deep is refused with the reason', async () => {
    const shown = await readIt(sites.deep, 'dig');
    expect(shown.state).toBe('failed');
    expect(shown.failure).toContain('The page is too large to be read as a whole.');
  });

  test('forms and fields named like properties do not stand in the way', async () => {
    const shown = await readIt(sites.clobbered);
    expect(shown.state).toBe('ready');
    expect(shown.headline).toBe(headline);
  });

  test('a document opened anew and still empty is said to be loading', async () => {
    const shown = await readIt(sites.reopened, 'reopen');
    expect(shown.state).toBe('failed');
    expect(shown.failure).toContain('The page is still loading.');
  });

  test('a document half written is said to be loading', async () => {
    const shown = await readIt(sites.halfWritten, 'reopen');
    expect(shown.state).toBe('failed');
    expect(shown.failure).toContain('The page is still loading.');
  });
});
