import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { Failure } from '../model/result';
import { FailureNotice } from '../ui/components/failure';
import { type Call, call } from '../ui/connection';
import { say } from '../ui/texts';

interface Undoable {
  /** What was done, in words. */
  words: string;
  /** Takes it back; gives the failure when that did not work. */
  undo: () => Promise<Failure | null>;
}

interface UndoState {
  offered: Undoable | null;
  offer: (undoable: Undoable | null) => void;
  failure: Failure | null;
  setFailure: (failure: Failure | null) => void;
}

const UndoContext = createContext<UndoState>({
  offered: null,
  offer: () => {},
  failure: null,
  setFailure: () => {},
});

/** Offers to take back what was just done. */
export const useUndo = (): UndoState['offer'] => useContext(UndoContext).offer;

/** Asks the background to change something; when that did not work, it is said where undo is offered. */
export function useChange(): Call {
  const { setFailure } = useContext(UndoContext);
  return async (name, input) => {
    const result = await call(name, input);
    setFailure(result.ok ? null : result.failure);
    return result;
  };
}

export function UndoProvider({ children }: { children: ComponentChildren }) {
  const [offered, offer] = useState<Undoable | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  return (
    <UndoContext.Provider value={{ offered, offer, failure, setFailure }}>{children}</UndoContext.Provider>
  );
}

/** Ctrl+Z (Command+Z) takes back from anywhere outside a field, where it undoes the typing. */
function useUndoKey(act: (() => void) | null): void {
  useEffect(() => {
    if (!act) return;
    const keys = (event: KeyboardEvent) => {
      const inField = (event.target as HTMLElement).matches('input:not([type=checkbox]), textarea, select');
      if (inField || event.shiftKey || event.altKey || event.key.toLowerCase() !== 'z') return;
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', keys);
    return () => document.removeEventListener('keydown', keys);
  });
}

/** Stays until it is used, closed, or something else can be undone: nobody has to be quick. */
export function UndoBar() {
  const { offered, offer, failure, setFailure } = useContext(UndoContext);
  const act = async () => {
    if (!offered) return;
    const failed = await offered.undo();
    setFailure(failed);
    offer(null);
  };
  useUndoKey(offered === null ? null : act);
  return (
    <div class="undo" role="status">
      {failure && <FailureNotice failure={failure} ways={{}} />}
      {offered && (
        <p class="card">
          <span>{offered.words}</span>
          <button type="button" aria-keyshortcuts="Control+Z" title="Ctrl+Z" onClick={act}>
            {say('undo')}
          </button>
          <button type="button" class="link" onClick={() => offer(null)}>
            {say('close')}
          </button>
        </p>
      )}
    </div>
  );
}
