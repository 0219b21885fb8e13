/** What a reader (Readability, Defuddle) took for the article, as text without white space to find blocks in. */
export interface ReaderChoice {
  squeezed: string;
}

const squeeze = (text: string): string => text.replace(/[\s\u200b\u200e\u200f\u2060\ufeff\u00ad]+/g, '');

/** A reader's text as a choice; null when it is empty. */
export function asChoice(text: string): ReaderChoice | null {
  const squeezed = squeeze(text);
  return squeezed === '' ? null : { squeezed };
}

/**
 * For each text, whether it stands in the reader's choice, in order. Short texts occur anywhere ("Share"),
 * so that each is looked for only after the one before it.
 */
export function foundInOrder(texts: string[], choice: ReaderChoice | null): boolean[] {
  if (!choice) return texts.map(() => false);
  let from = 0;
  return texts.map((text) => {
    const wanted = squeeze(text);
    if (wanted === '') return false;
    const at = choice.squeezed.indexOf(wanted, from);
    // A short text far ahead is another occurrence; it would make all between them unfindable.
    if (at < 0 || (wanted.length < 60 && at - from > 40)) return false;
    from = at + wanted.length;
    return true;
  });
}
