/** A document counts as settled when nothing in it changed for this long. */
const quiet = 150;
/** And is read as it stands after this long: live tickers never stop. */
const patience = 2_000;

const aborted = (signal: AbortSignal, done: () => void): void => {
  signal.addEventListener('abort', done, { once: true });
};

/** Resolves when the document is parsed, or after `patience`. */
export function parsed(document: Document, signal: AbortSignal): Promise<void> {
  if (document.readyState !== 'loading' || signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, patience);
    const done = (): void => {
      clearTimeout(timer);
      resolve();
    };
    document.addEventListener('DOMContentLoaded', done, { once: true, signal });
    aborted(signal, done);
  });
}

/** Resolves when the tree has been quiet for a moment, or after `patience`. */
export function settled(document: Document, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      clearTimeout(silence);
      silence = setTimeout(done, quiet);
    });
    const done = (): void => {
      clearTimeout(silence);
      clearTimeout(limit);
      observer.disconnect();
      resolve();
    };
    let silence = setTimeout(done, quiet);
    const limit = setTimeout(done, patience);
    observer.observe(document, { childList: true, characterData: true, subtree: true });
    aborted(signal, done);
  });
}
