import { useCallback, useEffect, useMemo } from 'preact/hooks';
import type { CollationView } from '../messages/library-calls';
import type { PageMark, ReadWay } from '../messages/page-calls';
import type { Correction } from '../messages/story-calls';
import { CollationGroups, Coverage, differsLeft, sayDenominator } from '../ui/components/collation';
import { FailureNotice } from '../ui/components/failure';
import { Emblem } from '../ui/components/glyph';
import { LastCorrection } from '../ui/components/last-correction';
import { Matches } from '../ui/components/matches';
import { NearMisses } from '../ui/components/near-misses';
import type { Arrived } from '../ui/components/summary';
import { call } from '../ui/connection';
import { useCorrections } from '../ui/corrections';
import { RowContext } from '../ui/row-context';
import { useRowKeys } from '../ui/row-keys';
import { say } from '../ui/texts';
import { Arriving } from './arriving';
import { Head } from './head';
import { HighlightSwitch } from './highlight-switch';
import { OfferedFeed } from './offered-feed';
import { type ReadingActions, type ReadingState, useReading } from './reading';

interface BarProps {
  actions: ReadingActions;
  reading: boolean;
  /** Moves the view to the side panel; absent where it is one or there is none. */
  openPanel: (() => void) | null;
}

function Bar({ actions, reading, openPanel }: BarProps) {
  return (
    <header class="bar">
      <span class="brand">
        <Emblem /> {say('extensionName')}
      </span>
      <button type="button" class="link" disabled={reading} onClick={() => actions.read('automatic')}>
        {say('readAgain')}
      </button>
      {openPanel && (
        <button type="button" class="link" onClick={openPanel}>
          {say('openPanel')}
        </button>
      )}
      <a href="../options/index.html" target="_blank" rel="noreferrer">
        {say('library')}
      </a>
    </header>
  );
}

/** Nothing stored on this event: said, with what to do next. */
function NothingStored({ view }: { view: CollationView }) {
  return (
    <section class="empty" aria-label={say('nothingStoredTitle')}>
      <h2>{say('nothingStoredTitle')}</h2>
      <p>{say('nothingStored')}</p>
      <ol>
        <li>{say('nothingStoredSave')}</li>
        <li>{say('nothingStoredOpen')}</li>
        <li>
          <a href="../options/index.html#/following" target="_blank" rel="noreferrer">
            {say('nothingStoredFollow')}
          </a>
        </li>
      </ol>
      {view.collation.later.length > 0 && (
        <>
          <Coverage view={view} />
          <Matches matches={[]} later={view.collation.later} articles={view.articles} />
        </>
      )}
      <NearMisses article={view.articles[view.collation.comparison.article]} />
    </section>
  );
}

/** Open tabs and searches for one article; it has to be saved, because that page finds it in the library. */
const moreCoverage = (id: string): string => `../options/index.html#/more-coverage/${id}`;

const isAlone = ({ collation: { counts, matches } }: CollationView): boolean =>
  counts.voices < 2 && matches.length === 0;

/** As much of the comparison as there is, with the rows all of them. */
function arrivedOf({ last }: ReadingState): Arrived {
  if (last === null) return 'all';
  return last.part === 'rows' || last.part === 'only-here' ? last.part : 'story';
}

interface BodyProps {
  view: CollationView;
  tabId: number;
  state: ReadingState;
  panel: boolean;
}

function Body({ view, tabId, state, panel }: BodyProps) {
  const { comparison } = view.collation;
  if (isAlone(view)) return <NothingStored view={view} />;
  const whole = state.last === null;
  const silent =
    whole && comparison.rows.length + comparison.onlyHere.length + comparison.leftOut.length === 0;
  return (
    <>
      <Coverage view={view}>
        {!silent && <HighlightSwitch tabId={tabId} view={view} disabled={!whole} panel={panel} />}
      </Coverage>
      {silent && (
        <p class="empty">
          {say('noRows')} {sayDenominator(view)}
        </p>
      )}
      <CollationGroups
        view={view}
        arrived={arrivedOf(state)}
        lessCertainOpen={state.settings.showLessCertain}
      />
      {whole && state.reading?.saved && (
        <p class="more">
          <a href={moreCoverage(state.reading.article.id)} target="_blank" rel="noreferrer">
            {say('moreCoverage')}
          </a>
        </p>
      )}
    </>
  );
}

/** The number on the icon follows what the reader calls wrong. */
function useBadge(tabId: number | null, view: CollationView | null, corrections: Correction[] | null): void {
  const differing = view && differsLeft(view, corrections ?? []);
  useEffect(() => {
    if (tabId !== null && differing !== null) call('page.badge', { tabId, differing });
  }, [tabId, differing]);
}

/** What is being done, in words; a comparison of many voices takes a moment. */
function progressOf({ phase, last, view }: ReadingState): string {
  if (phase === 'reading') return say('progressReading');
  if (phase !== 'comparing' || (view && isAlone(view))) return '';
  switch (last?.part) {
    case 'read':
      return say('progressRead', { count: last.voices, of: last.of });
    case 'compared':
      return say('progressCompared', { count: last.voices, of: last.of });
    case 'rows':
      return say('progressOnlyHere');
    case 'only-here':
      return say('progressLeftOut');
    default:
      return say('progressComparing');
  }
}

/** Stands where the next thing will be drawn, so that nothing above it moves. */
function Progress({ state }: { state: ReadingState }) {
  return (
    <p class="progress" role="status">
      {progressOf(state)}
    </p>
  );
}

interface PopupProps {
  tabId: number | null;
  panel?: boolean;
  /** How the page is read first: the menu asks for the selection. */
  way?: ReadWay;
  openPanel?: (() => void) | null;
}

/** The popup; `panel` is the same view in the side panel or sidebar, which stays while the page scrolls. */
export function Popup({ tabId, panel = false, way = 'automatic', openPanel = null }: PopupProps) {
  const [state, actions] = useReading(tabId, way);
  const { corrections, failure, last, correct, withdraw } = useCorrections(actions.compareAgain);
  useRowKeys();
  const { reading, view } = state;
  const whole = view !== null && state.last === null;
  useBadge(tabId, arrivedOf(state) === 'story' ? null : view, corrections);
  const subject = reading?.article.id ?? '';
  const showInPage = useCallback(
    async (mark: PageMark) => {
      const shown = tabId !== null && (await call('page.show', { tabId, mark }));
      return shown !== false && shown.ok && shown.value.found;
    },
    [tabId],
  );
  // The same object until something in it changes: every row listens to it.
  const surroundings = useMemo(
    () => ({ subject, showInPage: tabId === null ? null : showInPage, corrections, last, correct, withdraw }),
    [subject, tabId, showInPage, corrections, last, correct, withdraw],
  );
  const ways = {
    retry: () => (reading ? actions.compareAgain() : actions.read('automatic')),
    selection: () => actions.read('selection'),
    'second-reader': () => actions.read('second-reader'),
  };
  return (
    <RowContext.Provider value={surroundings}>
      <div class={panel ? 'popup panel' : 'popup'} data-state={state.phase}>
        <Bar actions={actions} reading={state.phase === 'reading'} openPanel={openPanel} />
        <main>
          {!reading && <h1 class="visually-hidden">{say('extensionName')}</h1>}
          {reading && (
            <Head
              reading={reading}
              saving={state.saving}
              failure={state.saveFailure}
              save={actions.save}
              read={actions.read}
            />
          )}
          {state.failure && !state.last && <FailureNotice failure={state.failure} ways={ways} />}
          {failure && <FailureNotice failure={failure} ways={{}} />}
          <LastCorrection />
          {view && tabId !== null && <Body view={view} tabId={tabId} state={state} panel={panel} />}
          <Progress state={state} />
          {state.failure && state.last && <FailureNotice failure={state.failure} ways={ways} />}
          {reading && whole && !reading.private && (
            <Arriving
              key={reading.article.id}
              article={reading.article}
              compareAgain={actions.compareAgain}
            />
          )}
          {reading && whole && !reading.private && reading.feeds.length > 0 && (
            <OfferedFeed reading={reading} />
          )}
        </main>
      </div>
    </RowContext.Provider>
  );
}
