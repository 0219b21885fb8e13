import { type ComponentChildren, createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import type { Failure } from '../model/result';
import { FailureNotice } from '../ui/components/failure';
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
}

const UndoContext = createContext<UndoState>({ offered: null, offer: () => {} });

/** Offers to take back what was just done. */
export const useUndo = (): UndoState['offer'] => useContext(UndoContext).offer;

export function UndoProvider({ children }: { children: ComponentChildren }) {
  const [offered, offer] = useState<Undoable | null>(null);
  return <UndoContext.Provider value={{ offered, offer }}>{children}</UndoContext.Provider>;
}

/** Stays until it is used, closed, or something else can be undone: nobody has to be quick. */
export function UndoBar() {
  const { offered, offer } = useContext(UndoContext);
  const [failure, setFailure] = useState<Failure | null>(null);
  const act = async () => {
    if (!offered) return;
    const failed = await offered.undo();
    setFailure(failed);
    offer(null);
  };
  return (
    <div class="undo" role="status">
      {failure && <FailureNotice failure={failure} ways={{}} />}
      {offered && (
        <p class="card">
          <span>{offered.words}</span>
          <button type="button" onClick={act}>
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
