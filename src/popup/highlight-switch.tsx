import { useEffect, useRef, useState } from 'preact/hooks';
import type { CollationView } from '../messages/library-calls';
import { pageMarks } from '../ui/components/collation';
import { call } from '../ui/connection';
import { stepOf } from '../ui/mark-keys';
import { useRowSurroundings } from '../ui/row-context';
import { say } from '../ui/texts';

/** Whether the page carries the marks: asked when there is a comparison, and when the reader comes back from the page. */
function useMarked(tabId: number, view: CollationView): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(false);
  useEffect(() => {
    const ask = async () => {
      const marked = await call('page.step', { tabId, step: 0 });
      if (marked.ok) setOn(marked.value.all);
    };
    void ask();
    addEventListener('focus', ask);
    document.addEventListener('pointerenter', ask);
    return () => {
      removeEventListener('focus', ask);
      document.removeEventListener('pointerenter', ask);
    };
  }, [tabId, view]);
  return [on, setOn];
}

/** The keys that work in the page work here too: the focus stays beside the page. */
function useMarkKeys(tabId: number, clear: (() => void) | null): void {
  const onEscape = useRef(clear);
  onEscape.current = clear;
  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      const step = stepOf(event);
      if (step) void call('page.step', { tabId, step });
      else if (event.key === 'Escape' && onEscape.current) onEscape.current();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', keys);
    return () => document.removeEventListener('keydown', keys);
  }, [tabId]);
}

interface HighlightSwitchProps {
  tabId: number;
  view: CollationView;
  disabled: boolean;
  /** Beside the page, where Escape does not close the view. */
  panel: boolean;
}

/** Marks all rows in the page, or takes the marks away. */
export function HighlightSwitch({ tabId, view, disabled, panel }: HighlightSwitchProps) {
  const { corrections } = useRowSurroundings();
  const [outcome, setOutcome] = useState<string | null>(null);
  const [on, setOn] = useMarked(tabId, view);
  const clear = async () => {
    await call('page.clear', { tabId });
    setOutcome(null);
    setOn(false);
  };
  const mark = async () => {
    const marked = await call('page.highlight', { tabId, marks: pageMarks(view, corrections) });
    setOn(marked.ok && marked.value.found > 0);
    setOutcome(
      marked.ok
        ? say('highlighted', { found: marked.value.found, missing: marked.value.missing.length })
        : say('highlightFailed'),
    );
  };
  useMarkKeys(tabId, panel && on ? clear : null);
  return (
    <div class="highlight-switch">
      <button type="button" aria-pressed={on} disabled={disabled} onClick={on ? clear : mark}>
        {say('highlightAll')}
      </button>
      <span role="status" class="quiet">
        {outcome}
      </span>
    </div>
  );
}
