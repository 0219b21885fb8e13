import { JSDOM, VirtualConsole } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { articleFromSelection, extractArticle } from '../../src/extract/index';
import { pageLimits } from '../../src/extract/reading/read-blocks';

const address = 'https://www.marlowcourier.example/news/harbour-bridge-closed';
const options = { address, capturedAt: '2026-03-20T12:00:00.000Z' };
const paragraphs = [
  'The council closed the harbour bridge on Tuesday evening after divers found cracks in two of its seven piers.',
  'About 14,000 vehicles cross the bridge on a working day, and the only other way over is a small ferry.',
  'Engineers from the university will measure the piers until the end of next week, a spokeswoman said.',
  'Fishing crews on the east bank said that the closure had come without any warning from the authorities.',
];
const body = paragraphs.map((text) => `<p>${text}</p>`).join('');
const open = (html: string): Document =>
  new JSDOM(html, { url: address, virtualConsole: new VirtualConsole() }).window.document;

describe('hostile and broken pages', () => {
  it('are refused with a reason when there is no root element yet', () => {
    const document = open('<p>x</p>');
    document.documentElement.remove();
    expect(extractArticle(document, options)).toMatchObject({
      ok: false,
      failure: { code: 'page-not-ready' },
    });
  });

  it('are refused with a reason when there is no body', () => {
    const document = open('<p>x</p>');
    document.body.remove();
    expect(extractArticle(document, options)).toMatchObject({
      ok: false,
      failure: { code: 'page-not-ready' },
    });
  });

  it('say how many frames there are when the text is in none of the page', () => {
    const document = open('<body><iframe src="https://elsewhere.example/"></iframe></body>');
    const failure = { code: 'no-article', detail: { frames: 1 } };
    expect(extractArticle(document, options)).toMatchObject({ ok: false, failure });
  });

  it('are refused when nested too deep, without overflowing the stack', () => {
    const document = open(`<body>${body}</body>`);
    let at: Element = document.body;
    for (let depth = 0; depth < pageLimits.depth + 10; depth++) {
      const next = document.createElement('div');
      at.appendChild(next);
      at = next;
    }
    at.textContent = 'deep';
    const failure = { code: 'page-too-large' };
    expect(extractArticle(document, options)).toMatchObject({ ok: false, failure });
  });

  it('are refused when they hold more text than a tab should be held up for', () => {
    const document = open('<body><p></p></body>');
    document.querySelector('p')!.textContent = 'word '.repeat(pageLimits.characters / 5 + 1);
    const failure = { code: 'page-too-large' };
    expect(extractArticle(document, options)).toMatchObject({ ok: false, failure });
  });

  it('cannot hide their tree behind the names of forms and fields', () => {
    const names = [
      'body',
      'documentElement',
      'getElementsByTagName',
      'querySelectorAll',
      'cloneNode',
      'firstChild',
    ];
    const forms = names.map((name) => `<form name="${name}"><input name="attributes"></form>`).join('');
    const document = open(`<body>${forms}<article><h1>Bridge closed</h1><div>${body}</div></article></body>`);
    for (const name of names) {
      // jsdom does not put named forms in the way of the document's own properties as browsers do.
      Object.defineProperty(document, name, {
        value: document.querySelector(`form[name="${name}"]`),
        configurable: true,
      });
    }
    const result = extractArticle(document, options);
    expect(result.ok && result.value.article.text).toContain(paragraphs[2]);
  });

  it('have broken linked data passed over', () => {
    const scripts = [
      '{"@type":"NewsArticle","headline":',
      '[null,7,"x"]',
      '{"@graph":{"@type":["NewsArticle",null]}}',
      '',
    ];
    const head = scripts.map((source) => `<script type="application/ld+json">${source}</script>`).join('');
    const result = extractArticle(
      open(`<head>${head}</head><body><h1>Bridge closed</h1>${body}</body>`),
      options,
    );
    expect(result.ok && result.value.article.headline.value).toBe('Bridge closed');
  });

  it('have the text in open shadow roots read', () => {
    const document = open('<body><h1>Bridge closed</h1><news-story></news-story></body>');
    const root = document.querySelector('news-story')!.attachShadow({ mode: 'open' });
    root.innerHTML = `<article>${body}</article>`;
    const selection = articleFromSelection(document, paragraphs.join('\n\n'), options);
    expect(selection.ok && selection.value.article.paragraphs).toHaveLength(paragraphs.length);
  });

  it('have text dropped that computed style hides', () => {
    const trap =
      '<p class="trap">A sentence that nobody can see because the style sheet takes it away from the page.</p>';
    const document = open(
      `<body><h1>Bridge closed</h1><article>${body}${trap}${body.replaceAll('The ', 'Then the ')}</article></body>`,
    );
    const isVisible = (element: Element): boolean => element.className !== 'trap';
    const result = extractArticle(document, { ...options, isVisible });
    expect(result.ok && result.value.article.text).not.toContain('nobody can see');
  });

  it('are left byte for byte as they were', () => {
    const html = `<body onload="x()"><form name="body"><input name="id"></form><article class=a><h1>Bridge closed</h1>${body}<p>a<br><br>b</p></article><noscript><img src=x></noscript></body>`;
    const dom = new JSDOM(html, { url: address, virtualConsole: new VirtualConsole() });
    const before = dom.serialize();
    extractArticle(dom.window.document, options);
    articleFromSelection(dom.window.document, paragraphs.join('\n\n'), options);
    expect(dom.serialize()).toBe(before);
  });
});
