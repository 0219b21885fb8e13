import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ArticleCard, CollationView } from '../../messages/library-calls';
import type { Article } from '../../model/article';
import { CollationGroups, Coverage, proveCollation } from '../../ui/components/collation';
import { FailureNotice } from '../../ui/components/failure';
import { LastCorrection } from '../../ui/components/last-correction';
import { NearMisses } from '../../ui/components/near-misses';
import { call } from '../../ui/connection';
import { useCorrections } from '../../ui/corrections';
import { writeDay, writeInstant } from '../../ui/format';
import { certainOf } from '../../ui/proof';
import { RowContext } from '../../ui/row-context';
import { useRowKeys } from '../../ui/row-keys';
import { say, type TextKey } from '../../ui/texts';
import { useCall } from '../../ui/use-call';
import { goTo } from '../route';
import type { SectionProps } from '../section';
import { useChange, useUndo } from '../undo';
import { Waiting } from '../waiting';
import { type ClaimKind, markParagraphs, type ReadingStretch } from './marked-text';
import { Notes } from './notes';
import { Versions } from './versions';

const elements = { text: 'p', heading: 'h2', 'list-item': 'p', quote: 'blockquote' } as const;

const claimElement = (id: string): string => `claim-${id}`;

/** A sentence that supports a row: a link, because a button does not break over lines. */
function Stretch({ stretch, article }: { stretch: ReadingStretch; article: string }) {
  const { claim, words } = stretch;
  if (!claim) return <span>{words}</span>;
  const kind: ClaimKind = claim.kind;
  return (
    <a
      id={claimElement(claim.id)}
      class={`claim claim-${kind}`}
      href={`#/article/${article}/${encodeURIComponent(claim.id)}`}
      title={say(`group_${kind.replace('-', '_')}` as TextKey)}
      onClick={(event) => {
        event.preventDefault();
        openRow(claim.id);
      }}
    >
      {words}
    </a>
  );
}

/** Goes to a row beside the text and opens it. */
function openRow(id: string): void {
  const row = document.querySelector<HTMLElement>(`[data-row-id="${CSS.escape(id)}"]`);
  const head = row?.querySelector<HTMLElement>('.row-head');
  if (head?.getAttribute('aria-expanded') === 'false') head.click();
  row?.scrollIntoView({ block: 'center' });
  head?.focus();
}

function Text({ article, view }: { article: Article; view: CollationView | null }) {
  const paragraphs = useMemo(() => {
    const { rows, onlyHere } = view ? proveCollation(view) : { rows: [], onlyHere: [] };
    const certain = rows.filter(({ row }) => row.certain);
    return markParagraphs(article, certain, certainOf(onlyHere));
  }, [article, view]);
  return (
    <div class="reading-text" lang={article.language.value} dir="auto">
      {paragraphs.map(({ paragraph, stretches }) => {
        const Element = elements[paragraph.kind];
        return (
          <Element key={paragraph.start} class={paragraph.kind}>
            {stretches.map((stretch, index) => (
              <Stretch key={index} stretch={stretch} article={article.id} />
            ))}
          </Element>
        );
      })}
    </div>
  );
}

function Facts({ article, card }: { article: Article; card: ArticleCard }) {
  return (
    <p class="quiet facts">
      <b>{article.outlet.value}</b>
      <span>{article.published ? writeDay(article.published.value.day, 'long') : say('dateUnknown')}</span>
      {article.authors.value.length > 0 && <span>{article.authors.value.join(', ')}</span>}
      <span>{say('wordCount', { count: article.wordCount })}</span>
      <span>{say('savedAt', { when: writeInstant(card.savedAt) })}</span>
      {/^https?:/i.test(article.address.raw) && (
        <a href={article.address.raw} target="_blank" rel="noreferrer">
          {say('openOriginal')}
        </a>
      )}
    </p>
  );
}

function Comparison({ article, setView }: { article: Article; setView: (view: CollationView) => void }) {
  const asked = useCall('collation.make', { article });
  const view = asked.value;
  useEffect(() => {
    if (view) setView(view);
  }, [view]);
  const { corrections, last, correct, withdraw } = useCorrections(asked.again);
  const surroundings = {
    subject: article.id,
    showInPage: async ({ id }: { id: string }) => {
      const claim = document.getElementById(claimElement(id));
      claim?.scrollIntoView({ block: 'center' });
      claim?.focus();
      return claim !== null;
    },
    showsText: true,
    corrections,
    last,
    correct,
    withdraw,
  };
  return (
    <RowContext.Provider value={surroundings}>
      <aside class="beside" aria-label={say('comparisonLabel')}>
        {asked.failure && <FailureNotice failure={asked.failure} ways={{ retry: asked.again }} />}
        <p class="progress" role="status">
          {!view && !asked.failure && say('progressComparing')}
        </p>
        <LastCorrection />
        {view && view.collation.matches.length === 0 && (
          <>
            <p class="quiet">{say('nothingStored')}</p>
            <NearMisses article={article} />
          </>
        )}
        {view && view.collation.matches.length > 0 && (
          <>
            <Coverage view={view} />
            <CollationGroups view={view} lessCertainOpen={false} />
          </>
        )}
        <p class="more">
          <a href={`#/more-coverage/${article.id}`}>{say('moreCoverage')}</a>
        </p>
      </aside>
    </RowContext.Provider>
  );
}

/** Deletes with a way back; the reader is led to the list. */
function useRemove(id: string): () => Promise<void> {
  const offer = useUndo();
  const change = useChange();
  return async () => {
    const removed = await change('article.delete', { ids: [id] });
    if (!removed.ok) return;
    goTo('library');
    offer({
      words: say('deletedCount', { count: removed.value.count }),
      undo: async () => {
        const restored = await call('article.undelete', { undo: removed.value.undo });
        if (!restored.ok) return restored.failure;
        goTo('article', id);
        return null;
      },
    });
  };
}

/** A saved copy as clean text, with what it agrees and differs with beside it. */
export default function ReadingPage({ path: [id = '', rowId] }: SectionProps) {
  const asked = useCall('article.get', { id });
  const [view, setView] = useState<CollationView | null>(null);
  const remove = useRemove(id);
  useRowKeys();
  useEffect(() => {
    if (view && rowId) openRow(rowId);
  }, [view, rowId]);
  if (!asked.value)
    return (
      <Waiting
        title="readingView"
        back={['library', 'backToLibrary']}
        asked={asked}
        words={say('articleLoading')}
      />
    );
  const { article, card, versions } = asked.value;
  return (
    <div class="reading">
      <article>
        <p>
          <a href="#/library">{say('backToLibrary')}</a>
        </p>
        <h1 lang={article.language.value} dir="auto">
          {article.headline.value}
        </h1>
        <Facts article={article} card={card} />
        {article.completeness.state !== 'whole' && <p class="notice">{say('perhapsCut')}</p>}
        <Text article={article} view={view} />
        <Versions id={id} versions={versions} />
        <Notes card={card} />
        <button type="button" onClick={remove}>
          {say('delete')}
        </button>
      </article>
      <Comparison article={article} setView={setView} />
    </div>
  );
}
