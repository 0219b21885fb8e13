// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { PageContent } from '../../src/content/protocol';
import {
  type LastReading,
  type LivePage,
  lastReading,
  readLivePage,
} from '../../src/content/reading/read-page';
import { judgePage } from '../../src/extract/judge-page';
import type { Article } from '../../src/model/article';
import type { Result } from '../../src/model/result';

const first = 'https://ardelcourier.example/2031/ferry';
const second = 'https://ardelcourier.example/2031/budget';
const at = '2031-03-02T08:00:00.000Z';

const ferry = `The ferry Morwenna ran aground off the island of Tresk on Saturday morning with 214 people on board, the Ardel coastguard said.
Three passengers were injured, one of them seriously, said coastguard commander Ilse Varga, who led the rescue from the shore.
The vessel, built in 2009, had left the port of Callow at 6:40 a.m. for the mainland town of Penhollow and was to arrive at noon.
Divers found a crack four metres long in the hull, Varga said, and the company that runs the line said that it would be repaired at once.`;
const budget = `The Callow town council voted down the school budget on Friday by nine votes to six after a debate of four hours in the town hall.
Council member Joris Tamm said the plan for 12 new classrooms would be discussed again in April, when the new figures are there.
Parents who had come to the meeting said that they were disappointed, and that the classrooms were needed before the winter.
The mayor, Hanne Brill, said that the town had other bills to pay first, among them the new roof of the hospital in Penhollow.`;

function show(document: Document, title: string, text: string): void {
  document.body.innerHTML = `<main><article><h1>${title}</h1>${text
    .split('\n')
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('')}</article></main>`;
  document.title = title;
}

function livePage(address: { now: string }): LivePage {
  show(document, 'Ferry Morwenna runs aground off Tresk', ferry);
  document.head.innerHTML = `<title>Ferry</title><link rel="canonical" href="${first}"><meta property="og:title" content="Ferry Morwenna runs aground off Tresk">`;
  // jsdom has no layout: everything counts as shown.
  Element.prototype.checkVisibility = () => true;
  return {
    document,
    address: () => address.now,
    loadedAddress: first,
    selectedText: () => '',
    secondReader: () => undefined,
  };
}

const read = (page: LivePage, last: LastReading | null = null, signal = new AbortController().signal) =>
  readLivePage(page, 'readability', last, signal);

const lastOf = async (page: LivePage): Promise<LastReading> => {
  const reading = await read(page);
  if (!reading.ok) throw new Error(reading.failure.code);
  return lastReading(reading.value);
};

/** What the worker makes of it, after the way through a message. */
const articleOf = (reading: Result<PageContent>): Article => {
  if (!reading.ok) throw new Error(reading.failure.code);
  const { page } = JSON.parse(JSON.stringify(reading.value)) as PageContent;
  const judged = judgePage(page, { capturedAt: at });
  if (!judged.ok) throw new Error(judged.failure.code);
  return judged.value.article;
};

const codeOf = (reading: { ok: boolean; failure?: { code: string } }): string =>
  reading.failure?.code ?? 'read';

describe('reading the live page', () => {
  it('gives the article and the address it was read at', async () => {
    const reading = await read(livePage({ now: first }));
    expect(reading).toMatchObject({ ok: true, value: { tabAddress: first } });
    expect(articleOf(reading).headline.value).toBe('Ferry Morwenna runs aground off Tresk');
  });

  it('after a navigation within the page gives the new article with its own headline, not the old head', async () => {
    const address = { now: first };
    const page = livePage(address);
    const last = await lastOf(page);
    address.now = second;
    show(document, 'Callow council votes down school budget', budget);
    const article = articleOf(await read(page, last));
    expect(article.headline.value).toBe('Callow council votes down school budget');
    expect(article.text).toContain('Joris Tamm');
    expect(article.text).not.toContain('Morwenna');
    expect(article.id).not.toBe(last.id);
  });

  it('waits for a body that comes after the address', async () => {
    const address = { now: first };
    const page = livePage(address);
    const last = await lastOf(page);
    address.now = second;
    setTimeout(() => show(document, 'Callow council votes down school budget', budget), 60);
    expect(articleOf(await read(page, last)).text).toContain('Joris Tamm');
  });

  it('refuses the old body under the new address', async () => {
    const address = { now: first };
    const page = livePage(address);
    const last = await lastOf(page);
    address.now = second;
    document.head.innerHTML = '';
    expect(codeOf(await read(page, last))).toBe('page-changed');
  });

  it('takes the same page with other tracking parameters for the same page', async () => {
    const address = { now: `${first}?utm_source=mail` };
    const page = livePage(address);
    const last = await lastOf(page);
    address.now = first;
    expect(codeOf(await read(page, last))).toBe('read');
  });

  it('refuses a page whose address changes while it is read', async () => {
    const address = { now: second };
    const page = livePage(address);
    setTimeout(() => {
      address.now = first;
    }, 20);
    expect(codeOf(await read(page))).toBe('page-changed');
  });

  it('stops when told to', async () => {
    const stopping = new AbortController();
    const page = livePage({ now: second });
    setTimeout(() => stopping.abort(), 10);
    expect(codeOf(await read(page, null, stopping.signal))).toBe('cancelled');
  });

  it.each([
    ['application/pdf', 'page-is-pdf'],
    ['image/png', 'not-an-article-page'],
  ])('says what %s is', async (contentType, code) => {
    const page = { ...livePage({ now: first }), document: { contentType } as Document };
    expect(codeOf(await read(page))).toBe(code);
  });
});
