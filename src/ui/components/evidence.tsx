import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { PageMark } from '../../messages/page-calls';
import { writeDay } from '../format';
import { type MarkedRow, markOf } from '../page-mark';
import { type CutQuote, contextOf } from '../proof';
import { useRowSurroundings } from '../row-context';
import { addressAtSentence } from '../text-fragment';
import { say } from '../texts';
import { HedgeLadder } from './hedge-ladder';
import { Quote } from './quote';

/** Who the sentence names as its source: "citing Mara Quill, via the Post". */
export function sourceOf({ evidence }: CutQuote): string | null {
  if (!evidence.source) return null;
  const { name, via } = evidence.source;
  return via ? say('citingVia', { name, via }) : say('citing', { name });
}

function ShowInPage({ mark }: { mark: PageMark }) {
  const { showInPage, showsText } = useRowSurroundings();
  const [missing, setMissing] = useState(false);
  if (!showInPage) return null;
  const show = async () => setMissing(!(await showInPage(mark)));
  return (
    <>
      <button type="button" class="link" onClick={show}>
        {say(showsText ? 'showInText' : 'showInPage')}
      </button>
      {missing && (
        <span class="problem-words" role="status">
          {say('sentenceGone')}
        </span>
      )}
    </>
  );
}

/** Shows the paragraph a sentence stands in; absent where the sentence is the whole paragraph. */
function ContextButton({ quote, wide, change }: { quote: CutQuote; wide: boolean; change: () => void }) {
  const context = contextOf(quote);
  if (!context || `${context.before}${context.after}`.trim() === '') return null;
  return (
    <button type="button" class="link" aria-expanded={wide} onClick={change}>
      {say(wide ? 'contextLess' : 'contextMore')}
    </button>
  );
}

function WaysThere({ article, words }: CutQuote) {
  return (
    <>
      {/^https?:/i.test(article.address.raw) && (
        <a href={addressAtSentence(article.address.raw, words)} target="_blank" rel="noreferrer">
          {say('openThere')}
        </a>
      )}
      <a href={`../options/index.html#/article/${article.id}`} target="_blank" rel="noreferrer">
        {say('savedCopy')}
      </a>
    </>
  );
}

interface EvidenceProps {
  quote: CutQuote;
  mark: MarkedRow;
  /** Leaves out outlet and day where the whole list is of this article. */
  brief?: boolean;
  /** What else can be done with the sentence, folded away behind "More". */
  more?: () => ComponentChildren;
}

/** One sentence with its outlet, day and firmness, and the ways to go to it. */
export function EvidenceCard({ quote, mark, brief = false, more }: EvidenceProps) {
  const { subject } = useRowSurroundings();
  const [wide, setWide] = useState(false);
  const [moreOpen, setMoreOpen] = useState(false);
  const { article, evidence } = quote;
  const here = article.id === subject;
  const source = sourceOf(quote);
  return (
    <div class={here ? 'evidence here' : 'evidence'}>
      {!brief && (
        <p class="evidence-head">
          <b>{article.outlet.value}</b>
          {here && <span class="tag">{say('thisArticle')}</span>}
          {article.published && <span class="quiet">{writeDay(article.published.value.day)}</span>}
          {source && <span class="quiet">{source}</span>}
          <HedgeLadder stance={evidence.stance} />
        </p>
      )}
      <Quote quote={quote} wide={wide} />
      <p class="actions">
        {here ? <ShowInPage mark={markOf(mark, quote)} /> : <WaysThere {...quote} />}
        <ContextButton quote={quote} wide={wide} change={() => setWide(!wide)} />
        {more && (
          <button type="button" class="link" aria-expanded={moreOpen} onClick={() => setMoreOpen(!moreOpen)}>
            {say('moreActions')}
          </button>
        )}
        {brief && source && <span class="quiet">{source}</span>}
        {brief && <HedgeLadder stance={evidence.stance} />}
      </p>
      {moreOpen && more?.()}
    </div>
  );
}
