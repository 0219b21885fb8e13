import type { PageReading, ReadWay } from '../messages/page-calls';
import type { Article, FactSource } from '../model/article';
import type { Failure } from '../model/result';
import { FailureNotice } from '../ui/components/failure';
import { writeDay, writeInstant } from '../ui/format';
import { say, type TextKey } from '../ui/texts';

const sourceKey = (source: FactSource): TextKey => `source_${source.replace('-', '_')}` as TextKey;

/** Outlet, day and authors on one line; what is not known is said to be unknown. */
function Facts({ article }: { article: Article }) {
  const authors = article.authors.value.join(', ');
  return (
    <p class="facts">
      <b>
        <bdi>{article.outlet.value}</bdi>
      </b>
      <span>{article.published ? writeDay(article.published.value.day) : say('dateUnknown')}</span>
      {authors && <bdi>{authors}</bdi>}
      {article.wireCredit && <span>{say('wireCredit', { name: article.wireCredit.value })}</span>}
    </p>
  );
}

/** The other of the two readers, for pages that this one read badly; the choice is remembered for the site. */
function ReaderChoice({
  reader,
  read,
}: {
  reader: Article['captured']['reader'];
  read: (way: ReadWay) => void;
}) {
  if (reader !== 'readability' && reader !== 'defuddle') return null;
  const other = reader === 'readability' ? 'second-reader' : 'first-reader';
  return (
    <button type="button" class="link" onClick={() => read(other)}>
      {say(other === 'second-reader' ? 'siteSecondReader' : 'siteFirstReader')}
    </button>
  );
}

/** Each fact with where on the page it was read. */
function Provenance({ reading, read }: { reading: PageReading; read: (way: ReadWay) => void }) {
  const { article, removed } = reading;
  const facts: [TextKey, string, FactSource | null][] = [
    ['factHeadline', article.headline.value, article.headline.source],
    ['factOutlet', article.outlet.value, article.outlet.source],
    ['factAuthors', article.authors.value.join(', ') || say('unknown'), article.authors.source],
    [
      'factPublished',
      article.published ? writeDay(article.published.value.day, 'long') : say('unknown'),
      article.published?.source ?? null,
    ],
    ['factLength', say('wordCount', { count: article.wordCount }), null],
    ['factLanguage', article.language.value, article.language.source],
  ];
  return (
    <details class="provenance">
      <summary>{say('whereFrom')}</summary>
      <dl>
        {facts.map(([key, value, source]) => (
          <div key={key}>
            <dt>{say(key)}</dt>
            <dd>
              <bdi>{value}</bdi> {source && <span class="quiet">{say(sourceKey(source))}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <p class="quiet">{say('removedBlocks', { count: removed.length })}</p>
      <ReaderChoice reader={article.captured.reader} read={read} />
    </details>
  );
}

/** Says that a text looks cut short and why. */
function CutNotice({ article }: { article: Article }) {
  const { state, reasons } = article.completeness;
  if (state === 'whole') return null;
  return (
    <div class="notice cut">
      <p>{say(state === 'headline-only' ? 'headlineOnly' : 'perhapsCut')}</p>
      {reasons.length > 0 && (
        <ul>
          {reasons.map((reason) => (
            <li key={reason}>{say(`cut_${reason.replaceAll('-', '_')}` as TextKey)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface SaveProps {
  reading: PageReading;
  saving: boolean;
  failure: Failure | null;
  save: () => void;
  /** Reads the page in another way. */
  read: (way: ReadWay) => void;
}

/** The saved state in words, and the button that changes it. */
function SaveState({ reading, saving, failure, save, read }: SaveProps) {
  const { saved } = reading;

  const current = saved?.sameText === true;
  return (
    <div class="save">
      {reading.private ? (
        <p class="quiet">{say('privateWindow')}</p>
      ) : current ? (
        <a
          class="saved"
          href={`../options/index.html#/article/${reading.article.id}`}
          target="_blank"
          rel="noreferrer"
        >
          {say('savedAt', { when: writeInstant(saved.at) })}
        </a>
      ) : (
        <button type="button" class="primary" disabled={saving} onClick={save}>
          {say(saving ? 'saving' : 'save')}
        </button>
      )}
      {saved && !current && <span class="quiet">{say('savedOlder', { when: writeInstant(saved.at) })}</span>}
      <Provenance reading={reading} read={read} />
      {failure && <FailureNotice failure={failure} ways={{ retry: save }} />}
    </div>
  );
}

/** What was read: the article's own headline and facts. */
export function Head(props: SaveProps) {
  const { article } = props.reading;
  return (
    <header class="head">
      <h1 lang={article.language.value} dir="auto">
        {article.headline.value}
      </h1>
      <Facts article={article} />
      <SaveState {...props} />
      <CutNotice article={article} />
    </header>
  );
}
