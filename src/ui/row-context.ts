import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PageMark } from '../messages/page-calls';
import type { Correction } from '../messages/story-calls';

/** What a row needs from the page it is drawn on. */
export interface RowSurroundings {
  /** Id of the article the comparison is about. */
  subject: string;
  /** Scrolls to a sentence in the reader's page, or in the text beside; absent where there is neither. */
  showInPage: ((mark: PageMark) => Promise<boolean>) | null;
  /** In the library the sentence stands in the saved text. */
  showsText?: boolean;
  /** Null until the background has told them. */
  corrections: Correction[] | null;
  /** The last match or copy called wrong here: what it named is gone from sight, so its undo stands apart. */
  last?: Correction | null;
  correct: (correction: Omit<Correction, 'id' | 'at'>) => void;
  withdraw: (id: string) => void;
}

export const RowContext = createContext<RowSurroundings>({
  subject: '',
  showInPage: null,
  corrections: null,
  correct: () => {},
  withdraw: () => {},
});

export const useRowSurroundings = (): RowSurroundings => useContext(RowContext);
