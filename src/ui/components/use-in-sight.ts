import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

const changed = 'contentvisibilityautostatechange';

/**
 * Whether a row of a long list is in sight or has been: the style sheet leaves the layout of those that are not to the
 * browser (`content-visibility`), which tells when they come near. True from the start for rows that are not `far`, and
 * in browsers that do not tell.
 */
export function useInSight(row: RefObject<HTMLElement | null>, far: boolean): boolean {
  const [inSight, setInSight] = useState(!far || !('ContentVisibilityAutoStateChangeEvent' in globalThis));
  // Before the first frame: the browser tells of the rows that are in sight with it.
  useLayoutEffect(() => {
    const element = row.current;
    if (inSight || !element) return;
    const look = (event: Event) => {
      if (!(event as ContentVisibilityAutoStateChangeEvent).skipped) setInSight(true);
    };
    element.addEventListener(changed, look);
    return () => element.removeEventListener(changed, look);
  }, [inSight]);
  return inSight;
}
