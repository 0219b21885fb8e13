import { useMemo, useState } from 'preact/hooks';
import type { ArticleCard } from '../../messages/library-calls';
import type { StoryCard } from '../../messages/story-calls';
import type { ArticleId } from '../../model/article';
import { calledWrong } from '../../ui/components/collation';
import { SharedOwners } from '../../ui/components/voices';
import { call } from '../../ui/connection';
import { useCorrections } from '../../ui/corrections';
import { writeDay } from '../../ui/format';
import type { Owners } from '../../ui/owners';
import type { Articles } from '../../ui/proof';
import { say } from '../../ui/texts';
import { useCall } from '../../ui/use-call';
import { download } from '../download';
import { goTo } from '../route';
import type { SectionProps } from '../section';
import { useChange, useUndo } from '../undo';
import { Waiting } from '../waiting';
import { CitationArcs } from './citation-arcs';
import { citationGraph } from './citation-graph';
import { storyCsv, storyMarkdown } from './export';
import { buildGrid, type Grid } from './grid';
import { GridTable } from './grid-table';
import { numberLines } from './moves';
import { NumberLines } from './number-line';

function Exports({ story, grid }: { story: StoryCard; grid: Grid }) {
  const save = (text: string, type: string, ending: string) =>
    download(new Blob([text], { type }), `collate-story.${ending}`);
  return (
    <p class="actions no-print">
      <button type="button" onClick={() => save(storyMarkdown(story, grid), 'text/markdown', 'md')}>
        {say('exportMarkdown')}
      </button>
      <button type="button" onClick={() => save(storyCsv(grid), 'text/csv', 'csv')}>
        {say('exportCsv')}
      </button>
      <button type="button" onClick={() => print()}>
        {say('exportPrint')}
      </button>
    </p>
  );
}

interface ArticlesProps {
  cards: ArticleCard[];
  split: (ids: ArticleId[]) => void;
}

/** The articles of a story: two can be set side by side, one that does not belong can be taken out. */
function StoryArticles({ cards, split }: ArticlesProps) {
  const [chosen, setChosen] = useState<ArticleId[]>([]);
  const choose = (id: ArticleId, on: boolean) =>
    setChosen((known) => (on ? [...known, id] : known.filter((each) => each !== id)));
  return (
    <section>
      <h2>{say('storyArticles')}</h2>
      <ul class="plain story-articles">
        {cards.map((card) => (
          <li key={card.id}>
            <input
              type="checkbox"
              class="no-print"
              checked={chosen.includes(card.id)}
              aria-label={say('selectArticle', { headline: card.headline })}
              onChange={(event) => choose(card.id, event.currentTarget.checked)}
            />
            <span>
              <a href={`#/article/${card.id}`}>
                <bdi lang={card.language}>{card.headline}</bdi>
              </a>
              <br />
              <span class="quiet">
                <bdi>{card.outlet}</bdi> · {card.day ? writeDay(card.day) : say('dateUnknown')}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <p class="actions no-print">
        <button type="button" disabled={chosen.length !== 2} onClick={() => goTo('pair', ...chosen)}>
          {say('sideBySide')}
        </button>
        <button
          type="button"
          disabled={chosen.length === 0 || chosen.length === cards.length}
          onClick={() => split(chosen)}
        >
          {say('splitStory', { count: chosen.length })}
        </button>
        {chosen.length === 0 && <span class="quiet">{say('storyArticlesHint')}</span>}
      </p>
    </section>
  );
}

/** Takes articles out of the story, with a way back. */
function useSplit(id: string, again: () => void) {
  const offer = useUndo();
  const change = useChange();
  return async (articles: ArticleId[]) => {
    const result = await change('story.split', { id, articles });
    if (!result.ok) return;
    again();
    offer({
      words: say('splitDone', { count: articles.length }),
      undo: async () => {
        const restored = await call('article.undelete', { undo: result.value.undo });
        again();
        return restored.ok ? null : restored.failure;
      },
    });
  };
}

/** One event: what each voice says on each claim, how the numbers moved, who cites whom. */
export default function StoryPage({ path: [id = ''] }: SectionProps) {
  const asked = useCall('story.get', { id });
  const split = useSplit(id, asked.again);
  const { corrections } = useCorrections();
  const grid = useMemo(() => {
    const built = buildGrid(asked.value?.views ?? []);
    // Rows called wrong stay away in the background; a sentence of one side is known here only.
    const wrong = calledWrong(corrections ?? []);
    return { ...built, rows: built.rows.filter(({ id: row }) => !wrong.has(row)) };
  }, [asked.value, corrections]);
  if (!asked.value)
    return (
      <Waiting
        title="storyTitle"
        back={['stories', 'backToStories']}
        asked={asked}
        words={say('storyLoading')}
      />
    );
  const { story, cards, views } = asked.value;
  const owners = Object.assign({}, ...views.map((view) => view.owners ?? {})) as Owners;
  const articles = Object.assign({}, ...views.map((view) => view.articles)) as Articles;
  return (
    <div class="story">
      <p class="no-print">
        <a href="#/stories">{say('backToStories')}</a>
      </p>
      <h1>
        <bdi>{story.label}</bdi>
      </h1>
      <p class="quiet">
        {[
          say('countPages', { count: cards.length }),
          say('countOutlets', { count: story.outlets.length }),
          say('countVoices', { count: grid.voices.length }),
        ].join(' · ')}
      </p>
      <SharedOwners voices={grid.voices.map(({ voice }) => voice)} articles={articles} owners={owners} />
      <Exports story={story} grid={grid} />
      <h2>{say('gridTitle')}</h2>
      {grid.rows.length === 0 ? <p class="quiet">{say('gridEmpty')}</p> : <GridTable grid={grid} />}
      <NumberLines lines={numberLines(grid)} />
      <section>
        <h2>{say('citationsTitle')}</h2>
        <CitationArcs graph={citationGraph(asked.value.citations ?? [], cards)} />
      </section>
      <StoryArticles cards={cards} split={split} />
    </div>
  );
}
