import type { ComponentChildren } from 'preact';
import { type Article, wordsOf } from '../../model/article';
import type { ChangedWords, FactChange, VersionChange } from '../../model/version-change';
import { FailureNotice } from '../../ui/components/failure';
import { writeDay, writeInstant } from '../../ui/format';
import { stretchesOf } from '../../ui/proof';
import { say, type TextKey } from '../../ui/texts';
import { useCall } from '../../ui/use-call';

type Stated = Extract<FactChange, { kind: 'headline' | 'byline' | 'published' | 'agency' }>;

const statedKeys: Record<Stated['kind'], TextKey> = {
  headline: 'changeHeadline',
  byline: 'changeByline',
  published: 'changePublished',
  agency: 'changeAgency',
};

function titleOf(change: FactChange): string {
  switch (change.kind) {
    case 'value':
      return change.label;
    case 'notice':
      return say('newNote');
    case 'sentence':
      return say('changedFact');
    case 'added':
      return say('changeAdded');
    case 'dropped':
      return say('changeDropped');
    case 'byline':
      if (change.after === null) return say('changeBylineRemoved');
      if (change.before === null) return say('changeBylineAdded');
      return say('changeByline');
    default:
      return say(statedKeys[change.kind]);
  }
}

/** A sentence of one version, cut from its text, with the words that changed marked. */
function Sentence({ article, words }: { article: Article | undefined; words: ChangedWords }) {
  if (!article || wordsOf(article, words.part, words) === null) return null;
  const whole = words.part === 'headline' ? article.headline.value : article.text;
  return (
    <bdi class="verbatim" lang={article.language.value}>
      {stretchesOf(whole, words, words.marks).map(({ words: stretch, marked }, index) =>
        marked ? <mark key={index}>{stretch}</mark> : <span key={index}>{stretch}</span>,
      )}
    </bdi>
  );
}

/** "12 people → 15 people", said as well as drawn. */
function Step({ before, after }: { before: string | null; after: string | null }) {
  return (
    <span class="step">
      {before !== null && (
        <del>
          <bdi class="verbatim">{before}</bdi>
        </del>
      )}
      {before !== null && after !== null && (
        <span class="arrow">
          <span aria-hidden="true">→</span>
          <span class="visually-hidden"> {say('changeBecame')} </span>
        </span>
      )}
      {after !== null && (
        <ins>
          <bdi class="verbatim">{after}</bdi>
        </ins>
      )}
    </span>
  );
}

/** Both sentences, for whoever wants to see the change where it was made. */
function Both({ older, newer, change }: VersionsOf & { change: FactChange }) {
  const before = 'before' in change && typeof change.before === 'object' ? change.before : null;
  const after = 'after' in change && typeof change.after === 'object' ? change.after : null;
  return (
    <>
      {before && (
        <p>
          <del>
            <Sentence article={older} words={before} />
          </del>
        </p>
      )}
      {after && (
        <p>
          <ins>
            <Sentence article={newer} words={after} />
          </ins>
        </p>
      )}
    </>
  );
}

interface VersionsOf {
  older: Article | undefined;
  newer: Article | undefined;
}

function contentOf(change: FactChange, versions: VersionsOf): ComponentChildren {
  switch (change.kind) {
    case 'notice':
      return <p class="verbatim">{change.text}</p>;
    case 'value':
      return (
        <details class="change-source">
          <summary>
            <Step before={change.before.value} after={change.after.value} />
          </summary>
          <Both {...versions} change={change} />
        </details>
      );
    case 'sentence':
    case 'added':
    case 'dropped':
      return <Both {...versions} change={change} />;
    case 'published':
      return (
        <Step
          before={change.before && writeDay(change.before)}
          after={change.after && writeDay(change.after)}
        />
      );
    default:
      return <Step before={change.before} after={change.after} />;
  }
}

function Change({ change, versions }: { change: VersionChange; versions: Saved[] }) {
  const articleOf = (savedAt: string) => versions.find((version) => version.savedAt === savedAt)?.article;
  const both = { older: articleOf(change.since), newer: articleOf(change.savedAt) };
  const counts = [
    ...(change.added > 0 ? [say('sentencesAdded', { count: change.added })] : []),
    ...(change.removed > 0 ? [say('sentencesRemoved', { count: change.removed })] : []),
    ...(change.reworded > 0 ? [say('sentencesReworded', { count: change.reworded })] : []),
  ];
  return (
    <>
      {change.facts.length === 0 && <p>{say('changeNone')}</p>}
      <ul class="plain changes">
        {change.facts.map((fact, index) => (
          <li key={index} data-change={fact.kind}>
            <h3>
              <bdi>{titleOf(fact)}</bdi>
            </h3>
            {contentOf(fact, both)}
          </li>
        ))}
      </ul>
      {counts.length > 0 && <p class="quiet">{counts.join(' · ')}</p>}
    </>
  );
}

interface Saved {
  savedAt: string;
  article: Article;
}

/** The versions of an article, newest first, each with the facts that changed against the one before. */
export function Versions({ id, versions }: { id: string; versions: Saved[] }) {
  return versions.length < 2 ? null : <Changes id={id} versions={versions} />;
}

function Changes({ id, versions }: { id: string; versions: Saved[] }) {
  const asked = useCall('article.changes', { id });
  return (
    <section class="versions" aria-label={say('versionsTitle')}>
      <h2>{say('versionsTitle')}</h2>
      {asked.failure && <FailureNotice failure={asked.failure} ways={{ retry: asked.again }} />}
      <p role="status" class="progress">
        {!asked.value && !asked.failure && say('versionsLoading')}
      </p>
      {asked.value?.changes.map((change, index) => (
        <details key={change.savedAt} open={index === 0}>
          <summary>
            {say('versionSaved', {
              when: writeInstant(change.savedAt),
              before: writeInstant(change.since),
            })}
          </summary>
          <Change change={change} versions={versions} />
        </details>
      ))}
    </section>
  );
}
