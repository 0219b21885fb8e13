import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ArticleCard, ArticleQuery } from '../../messages/library-calls';
import type { Failure } from '../../model/result';
import { call } from '../../ui/connection';

export const pageSize = 100;

export type Asking = Omit<ArticleQuery, 'offset' | 'limit'>;

export interface CardPages {
  total: number | null;
  outlets: string[];
  failure: Failure | null;
  /** Articles that a search for what differs does not know yet. */
  waiting: number;
  card: (index: number) => ArticleCard | null;
  /** Says which rows are in sight, so that their pages are fetched. */
  inSight: (first: number, last: number) => void;
  again: () => void;
}

/** The outlets of the library, asked for when the first cards are there and again whenever they are. */
function useOutlets(round: number, hasCards: boolean): string[] {
  const [outlets, setOutlets] = useState<string[]>([]);
  useEffect(() => {
    if (!hasCards) return;
    call('article.outlets', null).then((result) => result.ok && setOutlets(result.value.outlets));
  }, [round, hasCards]);
  return outlets;
}

/** The answer to a query, fetched page by page as the list is scrolled. */
export function useCardPages(asking: Asking): CardPages {
  const [state, setState] = useState<Pick<CardPages, 'total' | 'failure' | 'waiting'>>({
    total: null,
    failure: null,
    waiting: 0,
  });
  const [round, setRound] = useState(0);
  const pages = useRef(new Map<number, ArticleCard[] | 'asked'>());
  // What was answered before stays drawn until the new answer is there: rows keep their place and their focus.
  const before = useRef(new Map<number, ArticleCard[] | 'asked'>());
  // A new question starts with no pages before anything is drawn, so that no two effects ask for the same one.
  const question = `${round} ${JSON.stringify(asking)}`;
  const asked = useRef(question);
  if (asked.current !== question) {
    asked.current = question;
    before.current = new Map([...before.current, ...pages.current]);
    pages.current = new Map();
  }

  const fetchPage = useCallback(
    async (page: number) => {
      const known = pages.current;
      if (known.has(page)) return;
      known.set(page, 'asked');
      const result = await call('article.list', { ...asking, offset: page * pageSize, limit: pageSize });
      if (known !== pages.current) return;
      // A page that failed stays asked for until the reader tries again, or each redraw would ask anew.
      if (!result.ok) return setState((known) => ({ ...known, failure: result.failure }));
      known.set(page, result.value.cards);
      before.current.delete(page);
      const { total, waiting } = result.value;
      setState({ total, waiting, failure: null });
    },
    [question],
  );

  useEffect(() => {
    fetchPage(0);
  }, [fetchPage]);

  const outlets = useOutlets(round, state.total !== null);
  return {
    ...state,
    outlets,
    card: (index) => {
      const at = Math.floor(index / pageSize);
      const page = pages.current.get(at);
      const drawn = Array.isArray(page) ? page : before.current.get(at);
      return Array.isArray(drawn) ? (drawn[index % pageSize] ?? null) : null;
    },
    inSight: (first, last) => {
      for (let page = Math.floor(first / pageSize); page <= Math.floor(last / pageSize); page++)
        fetchPage(page);
    },
    again: useCallback(() => setRound((count) => count + 1), []),
  };
}

/** Every card that answers a query, for actions on all of them. */
export async function allCards(asking: Asking): Promise<ArticleCard[]> {
  const cards: ArticleCard[] = [];
  for (;;) {
    const result = await call('article.list', { ...asking, offset: cards.length, limit: 500 });
    if (!result.ok || result.value.cards.length === 0) return cards;
    cards.push(...result.value.cards);
    if (cards.length >= result.value.total) return cards;
  }
}
