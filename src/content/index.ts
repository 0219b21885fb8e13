import { extensionAlive } from '../browser/alive';
import { ok } from '../model/result';
import { createHighlighter } from './highlight';
import type { ContentScript } from './protocol';
import {
  type LastReading,
  type LivePage,
  lastReading,
  readLivePage,
  type SecondReader,
} from './reading/read-page';

declare global {
  /** In the extension's isolated world only: the page cannot see either. */
  var collateContent: ContentScript | undefined;
  var collateSecondReader: SecondReader | undefined;
}

const loadedAddress = (): string => {
  const [navigation] = performance.getEntriesByType('navigation');
  return navigation?.name || location.href;
};

const livePage = (): LivePage => ({
  document,
  address: () => location.href,
  loadedAddress: loadedAddress(),
  selectedText: () => getSelection()?.toString() ?? '',
  secondReader: () => globalThis.collateSecondReader,
});

function start(version: string): ContentScript {
  const stopping = new AbortController();
  const { signal } = stopping;
  const page = livePage();
  const highlighter = createHighlighter({ document, signal, isAlive: extensionAlive });
  let last: LastReading | null = null;
  return {
    version,
    stop: () => stopping.abort(),
    async read({ way }) {
      const reading = await readLivePage(page, way, last, signal);
      if (reading.ok && way !== 'selection') last = lastReading(reading.value);
      return reading;
    },
    show: async (mark) => ok(highlighter.show(mark)),
    highlight: async (marks) => ok(highlighter.apply(marks)),
    step: async (step) => ok(highlighter.step(step)),
    async clear() {
      highlighter.clear();
      return ok(null);
    },
  };
}

// Injected twice: the one that is there stays, with the marks it made, unless an update made it old.
if (globalThis.collateContent?.version !== __VERSION__) {
  globalThis.collateContent?.stop();
  globalThis.collateContent = start(__VERSION__);
}
