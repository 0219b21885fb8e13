import { useEffect, useRef, useState } from 'preact/hooks';
import type { WantedTexts } from '../messages/coverage-calls';
import type { Article } from '../model/article';
import { call } from '../ui/connection';
import { askForHosts } from '../ui/hosts';
import { say } from '../ui/texts';

/** Between two looks at what has arrived; a text takes a few seconds, one request after another. */
const lookEvery = 2_000;

type Wanted = WantedTexts & { patterns: string[] };

/** Asks for the texts of followed headlines on this article and looks until all have come or been given up. */
function useArriving(article: Article, round: number, arrived: (texts: number) => void): Wanted | null {
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const tell = useRef(arrived);
  tell.current = arrived;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let before: string[] = [];
    let current = true;
    const look = async () => {
      const asked = await call('coverage.texts', { article });
      if (!current || !asked.ok) return;
      setWanted(asked.value);
      const { waiting } = asked.value;
      const gone = before.filter((id) => !waiting.includes(id)).length;
      before = waiting;
      if (gone > 0) tell.current(gone);
      if (waiting.length > 0) timer = setTimeout(look, lookEvery);
    };
    void look();
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [article.id, round]);
  return wanted;
}

/** A row is open or the page is scrolled: the comparison is being read and does not change under the reader's eyes. */
const isBeingRead = (): boolean =>
  window.scrollY > 0 || document.querySelector('.row-head[aria-expanded="true"]') !== null;

interface ArrivingProps {
  article: Article;
  compareAgain: () => void;
}

/** Texts of headlines that may tell this story, on their way under the rules of the outlets followed. */
export function Arriving({ article, compareAgain }: ArrivingProps) {
  const [round, setRound] = useState(0);
  const [fresh, setFresh] = useState(0);
  const wanted = useArriving(article, round, (texts) => {
    if (isBeingRead()) setFresh((count) => count + texts);
    else compareAgain();
  });
  const { waiting = [], ungranted = [], patterns = [] } = wanted ?? {};
  if (waiting.length + ungranted.length + fresh === 0) return null;
  const allow = async () => {
    if (await askForHosts(patterns)) setRound((count) => count + 1);
  };
  const compare = () => {
    setFresh(0);
    compareAgain();
  };
  return (
    <section class="notice arriving" aria-label={say('arrivingTitle')}>
      <p role="status">{waiting.length > 0 && say('arrivingTexts', { count: waiting.length })}</p>
      {ungranted.length > 0 && (
        <p>
          {say('arrivingUngranted', { hosts: ungranted.map((address) => new URL(address).host).join(', ') })}{' '}
          <button type="button" class="link" onClick={() => void allow()}>
            {say('arrivingAllow')}
          </button>
        </p>
      )}
      {fresh > 0 && (
        <p>
          {say('arrivingFresh', { count: fresh })}{' '}
          <button type="button" class="link" onClick={compare}>
            {say('compareAgain')}
          </button>
        </p>
      )}
    </section>
  );
}
