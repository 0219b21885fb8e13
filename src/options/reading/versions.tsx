import type { Article } from '../../model/article';
import { writeInstant } from '../../ui/format';
import { say, type TextKey } from '../../ui/texts';
import { factChanges, type SentenceChange } from './fact-changes';

function Change({ label, change }: { label: TextKey; change: SentenceChange | null }) {
  if (!change) return null;
  return (
    <li>
      <p class="quiet">{say(label)}</p>
      <p class="verbatim">
        <del>{change.before || say('unknown')}</del>
      </p>
      <p class="verbatim">
        <ins>{change.after || say('unknown')}</ins>
      </p>
    </li>
  );
}

function Changes({ older, newer }: { older: Article; newer: Article }) {
  const changes = factChanges(older, newer);
  return (
    <>
      <ul class="plain changes">
        <Change label="factHeadline" change={changes.headline} />
        <Change label="factAuthors" change={changes.authors} />
        <Change label="factPublished" change={changes.published} />
        {changes.facts.map((change) => (
          <Change key={change.before} label="changedFact" change={change} />
        ))}
        {changes.notes.map((note) => (
          <li key={note}>
            <p class="quiet">{say('newNote')}</p>
            <p class="verbatim">{note}</p>
          </li>
        ))}
      </ul>
      <p class="quiet">
        {[
          say('sentencesAdded', { count: changes.added.length }),
          say('sentencesRemoved', { count: changes.removed.length }),
          say('sentencesReworded', { count: changes.reworded }),
        ].join(' · ')}
      </p>
    </>
  );
}

interface VersionsProps {
  versions: { savedAt: string; article: Article }[];
}

/** The versions of an article, newest first, each with the facts that changed against the one before. */
export function Versions({ versions }: VersionsProps) {
  if (versions.length < 2) return null;
  const ordered = [...versions].sort((left, right) => (left.savedAt < right.savedAt ? 1 : -1));
  return (
    <section class="versions" aria-label={say('versionsTitle')}>
      <h2>{say('versionsTitle')}</h2>
      {ordered.slice(0, -1).map((version, index) => {
        const before = ordered[index + 1];
        return (
          <details key={version.savedAt} open={index === 0}>
            <summary>
              {say('versionSaved', {
                when: writeInstant(version.savedAt),
                before: writeInstant(before?.savedAt ?? ''),
              })}
            </summary>
            {before && <Changes older={before.article} newer={version.article} />}
          </details>
        );
      })}
    </section>
  );
}
