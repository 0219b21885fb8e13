import { useCallback, useEffect, useReducer, useRef } from 'preact/hooks';
import type { CollationView } from '../messages/library-calls';
import type { PageReading, ReadWay } from '../messages/page-calls';
import type { Article } from '../model/article';
import type { CollationPart } from '../model/collation-parts';
import type { Failure } from '../model/result';
import { defaultSettings, type Settings } from '../model/settings';
import { pageMarks } from '../ui/components/collation';
import { call } from '../ui/connection';
import { collateInParts } from './collation-parts';

export type Phase = 'reading' | 'comparing' | 'ready' | 'failed';

/** What the popup knows. Each step adds to it; nothing already shown is taken away while the next step runs. */
export interface ReadingState {
  phase: Phase;
  reading: PageReading | null;
  /** While it is compared for the first time, as much of the comparison as there is. */
  view: CollationView | null;
  /** The part of the comparison that came last; null when `view` is whole. */
  last: CollationPart | null;
  failure: Failure | null;
  /** Saving failed while the rest works: shown beside the button, the comparison stays. */
  saveFailure: Failure | null;
  saving: boolean;
  settings: Settings;
}

const initial: ReadingState = {
  phase: 'reading',
  reading: null,
  view: null,
  last: null,
  failure: null,
  saveFailure: null,
  saving: false,
  settings: defaultSettings,
};

const merge = (state: ReadingState, change: Partial<ReadingState>): ReadingState => ({ ...state, ...change });

export interface ReadingActions {
  read: (way: ReadWay) => void;
  save: () => void;
  compareAgain: () => void;
}

/** Reads the tab, then compares; saves when the reader chose to save every article opened. */
export function useReading(
  tabId: number | null,
  firstWay: ReadWay = 'automatic',
): [ReadingState, ReadingActions] {
  const [state, change] = useReducer(merge, initial);
  /** Counts what was begun: parts of a comparison that is no longer wanted may still be on their way. */
  const begun = useRef(0);

  const save = useCallback(
    async (reading: PageReading) => {
      change({ saving: true, saveFailure: null });
      const saved = await call('article.save', { article: reading.article, tabId });
      if (!saved.ok) return change({ saving: false, saveFailure: saved.failure });
      const known = { at: saved.value.savedAt, versions: saved.value.version, sameText: true };
      change({ saving: false, reading: { ...reading, saved: known } });
    },
    [tabId],
  );

  const compare = useCallback(async (article: Article, run: string | null, shown: CollationView | null) => {
    const own = ++begun.current;
    change({ phase: 'comparing', failure: null });
    // What is shown whole stays until the next is whole.
    const made = await collateInParts(article, run, (view, last) => {
      if (!shown && own === begun.current) change({ view, last });
    });
    if (own !== begun.current) return null;
    if (!made.ok) {
      change({ phase: 'failed', failure: made.failure });
      return null;
    }
    change({ phase: 'ready', view: made.value, last: null });
    return made.value;
  }, []);

  const read = useCallback(
    async (way: ReadWay) => {
      if (tabId === null) return change({ phase: 'failed', failure: { code: 'page-closed' } });
      begun.current++;
      change({ phase: 'reading', failure: null, view: null, last: null, saveFailure: null });
      const [settled, result] = await Promise.all([
        call('settings.get', null),
        call('page.read', { tabId, way }),
      ]);
      const settings = settled.ok ? settled.value : defaultSettings;
      if (!result.ok) return change({ phase: 'failed', failure: result.failure, reading: null, settings });
      const reading = result.value;
      change({ reading, settings });
      const view = await compare(reading.article, reading.run, null);
      if (settings.saveOnOpen && !reading.private && !reading.saved?.sameText) await save(reading);
      if (view && settings.highlightOnOpen) {
        const corrections = await call('correction.list', null);
        const marks = pageMarks(view, corrections.ok ? corrections.value : null);
        await call('page.highlight', { tabId, marks });
      }
    },
    [tabId, compare, save],
  );

  useEffect(() => {
    read(firstWay);
  }, [read, firstWay]);

  const { reading, view, last } = state;
  return [
    state,
    {
      read,
      save: () => reading && save(reading),
      compareAgain: () => reading && compare(reading.article, null, last ? null : view),
    },
  ];
}
