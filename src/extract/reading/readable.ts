import { Readability } from '@mozilla/readability';
import { asChoice, type ReaderChoice } from './reader-choice';

/**
 * Runs Readability on a copy of a page, which it takes apart. Null when it finds nothing, or throws, which it does on
 * trees without a body.
 */
export function readerChoice(copy: Document): ReaderChoice | null {
  try {
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
