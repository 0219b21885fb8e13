import { useEffect, useMemo, useState } from 'preact/hooks';
import type { CollationView } from '../../messages/library-calls';
import type { Article } from '../../model/article';
import { proveCollation } from '../../ui/components/collation';
import { FailureNotice } from '../../ui/components/failure';
import { Glyph } from '../../ui/components/glyph';
import { Reuses } from '../../ui/components/reuses';
import { sayCopyReason } from '../../ui/components/voices';
import { writeDay } from '../../ui/format';
import type { ProvenRow } from '../../ui/proof';
import { titleOf } from '../../ui/row-title';
import { say, type TextKey } from '../../ui/texts';
import { useCall } from '../../ui/use-call';
import { markParagraphs, type ReadingStretch } from '../reading/marked-text';
import type { SectionProps } from '../section';
import { sharedRows } from './shared-rows';

/** Why two articles are one voice; null when they are two. */
function copyOfOneVoice({ collation }: CollationView, left: Article, right: Article): string | null {
  const voice = collation.voices.find(({ articles }) => articles.includes(left.id));
  if (!voice?.articles.includes(right.id)) return null;
  const copy = voice.copies.find(({ article }) => article === right.id || article === left.id);
  return [say('pairOneVoice'), ...(copy ? [sayCopyReason(copy.reason)] : [])].join(' ');
}

/** What the two have in common word for word where they are two voices. */
function Shares({ view, left, right }: { view: CollationView; left: Article; right: Article }) {
  const { voices, reuses } = view.collation;
  const [one, other] = [left, right].map(({ id }) => voices.find(({ articles }) => articles.includes(id)));
  const between = reuses.filter(({ sides }) => sides.some(({ voice }) => voice === other?.id));
  return one && one !== other ? <Reuses voice={one} reuses={between} articles={view.articles} /> : null;
}

type Side = 'left' | 'right';

const elementId = (side: Side, id: string): string => `${side}-${id}`;

interface ColumnProps {
  side: Side;
  article: Article;
  rows: ProvenRow[];
  current: string | null;
  choose: (id: string, from: Side) => void;
}

function Linked({
  stretch,
  side,
  current,
  choose,
}: Omit<ColumnProps, 'article' | 'rows'> & { stretch: ReadingStretch }) {
  const { claim, words } = stretch;
  if (!claim) return <span>{words}</span>;
  return (
    <a
      id={elementId(side, claim.id)}
      class={`claim claim-${claim.kind}${current === claim.id ? ' current' : ''}`}
      href={`#${elementId(side, claim.id)}`}
      aria-current={current === claim.id ? 'true' : undefined}
      title={say(`group_${claim.kind}` as TextKey)}
      onClick={(event) => {
        event.preventDefault();
        choose(claim.id, side);
      }}
    >
      {words}
    </a>
  );
}

function Column(props: ColumnProps) {
  const { article, rows } = props;
  const paragraphs = useMemo(() => markParagraphs(article, rows, []), [article, rows]);
  return (
    <section class="column" aria-label={article.outlet.value}>
      <h2 lang={article.language.value} dir="auto">
        <a href={`#/article/${article.id}`}>{article.headline.value}</a>
      </h2>
      <p class="quiet">
        <b>
          <bdi>{article.outlet.value}</bdi>
        </b>{' '}
        · {article.published ? writeDay(article.published.value.day) : say('dateUnknown')}
      </p>
      <div class="reading-text" lang={article.language.value} dir="auto">
        {paragraphs.map(({ paragraph, stretches }) => (
          <p key={paragraph.start}>
            {stretches.map((stretch, index) => (
              <Linked key={index} {...props} stretch={stretch} />
            ))}
          </p>
        ))}
      </div>
    </section>
  );
}

/** Scrolls the partner of a chosen sentence to the height the sentence stands at. */
function alignPartner(id: string, from: Side): void {
  const here = document.getElementById(elementId(from, id));
  const there = document.getElementById(elementId(from === 'left' ? 'right' : 'left', id));
  const column = there?.closest('.column');
  if (!here || !there || !column) return;
  column.scrollTop += there.getBoundingClientRect().top - here.getBoundingClientRect().top;
}

interface Choosing {
  current: string | null;
  choose: (id: string) => void;
}

/** A claim by its title; one that is called after its sentence shows how that begins. */
function SharedRow({ proven, current, choose }: Choosing & { proven: ProvenRow }) {
  const { id, verdict } = proven.row;
  const title = titleOf(proven);
  return (
    <li>
      <button type="button" class="chip" aria-pressed={current === id} onClick={() => choose(id)}>
        <Glyph name={verdict} /> <span class="visually-hidden">{say(`verdict_${verdict}` as TextKey)}: </span>
        <bdi class={title.verbatim ? 'verbatim cut-title' : ''}>{title.words}</bdi>
      </button>
    </li>
  );
}

function Shared({ rows, current, choose }: Choosing & { rows: ProvenRow[] }) {
  return (
    <ul class="chips" aria-label={say('pairRows')}>
      {rows.map((proven) => (
        <SharedRow key={proven.row.id} proven={proven} current={current} choose={choose} />
      ))}
    </ul>
  );
}

function Pair({ left, right }: { left: Article; right: Article }) {
  const asked = useCall('collation.make', { article: left });
  const rows = useMemo(
    () => (asked.value ? sharedRows(proveCollation(asked.value).rows, left.id, right.id) : []),
    [asked.value],
  );
  const [chosen, setChosen] = useState<{ id: string; from: Side } | null>(null);
  useEffect(() => {
    if (chosen) alignPartner(chosen.id, chosen.from);
  }, [chosen]);
  const choose = (id: string, from: Side = 'left') => {
    if (from === 'left') document.getElementById(elementId('left', id))?.scrollIntoView({ block: 'center' });
    setChosen({ id, from });
  };
  const current = chosen?.id ?? null;
  return (
    <div class="pair">
      {asked.failure && <FailureNotice failure={asked.failure} ways={{ retry: asked.again }} />}
      <p role="status" class="quiet">
        {!asked.value && !asked.failure && say('progressComparing')}
      </p>
      {asked.value && rows.length === 0 && (
        <p>{copyOfOneVoice(asked.value, left, right) ?? say('pairNothing')}</p>
      )}
      {asked.value && <Shares view={asked.value} left={left} right={right} />}
      <Shared rows={rows} current={current} choose={choose} />
      <div class="columns">
        <Column side="left" article={left} rows={rows} current={current} choose={choose} />
        <Column side="right" article={right} rows={rows} current={current} choose={choose} />
      </div>
    </div>
  );
}

/** Two articles side by side; a sentence chosen in one brings its partner in the other to the same height. */
export default function PairPage({ path: [leftId = '', rightId = ''] }: SectionProps) {
  const left = useCall('article.get', { id: leftId });
  const right = useCall('article.get', { id: rightId });
  const failure = left.failure ?? right.failure;
  return (
    <>
      <p>
        <a href="#/stories">{say('backToStories')}</a>
      </p>
      <h1>{say('sideBySide')}</h1>
      {failure && <FailureNotice failure={failure} ways={{}} />}
      {left.value && right.value ? (
        <Pair left={left.value.article} right={right.value.article} />
      ) : (
        !failure && <p role="status">{say('articleLoading')}</p>
      )}
    </>
  );
}
