import { Readability } from '@mozilla/readability';
import { copyDocument } from './dom';
import { asChoice, type ReaderChoice } from './reader-choice';

/**
 * Runs Readability on a copy of the document. Null when it finds nothing, or throws, which it does on
 * trees without a body.
 */
export function readerChoice(document: Document): ReaderChoice | null {
  try {
    const copy = copyDocument(document);
    const reader = new Readability(copy, {
      // Metadata is read elsewhere; class names need no cleaning in a copy that is thrown away.
      disableJSONLD: true,
      keepClasses: true,
      serializer: (node: Node) => node,
    } as unknown as ConstructorParameters<typeof Readability>[1]);
    return asChoice(reader.parse()?.textContent ?? '');
  } catch {
    return null;
  }
}
