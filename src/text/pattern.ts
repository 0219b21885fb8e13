/** The source of a regular expression that matches `text` as it stands. */
export const escapedPattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A long regular expression, made when it is first asked for: a worker that starts does not wait for it. */
export function whenAsked(source: () => string, flags: string): () => RegExp {
  let made: RegExp | null = null;
  return () => {
    made ??= new RegExp(source(), flags);
    return made;
  };
}
