import { useState } from 'preact/hooks';
import type { CopyReason, Reuse, Voice } from '../../model/comparison';
import { writeDay, writeList, writeShare } from '../format';
import { type Owners, ownerLines, ownerOf } from '../owners';
import type { Articles } from '../proof';
import { useRowSurroundings } from '../row-context';
import { say, type TextKey } from '../texts';
import { Passages } from './passages';
import { isReused, ReusedHere, Reuses } from './reuses';

/** Why a page counts as a copy, in one sentence. */
export function sayCopyReason(reason: CopyReason): string {
  switch (reason.code) {
    case 'same-text':
      return say('copy_same_text', { share: writeShare(reason.share) });
    case 'shortened':
      return say('copy_shortened', { share: writeShare(reason.share) });
    case 'rewritten':
      return say('copy_rewritten', { share: writeShare(reason.share) });
    case 'credit':
      return say('copy_credit', { credit: reason.credit });
    case 'declared-original':
      return say('copy_declared_original', { address: reason.address });
  }
}

interface VoiceDetailsProps {
  voice: Voice;
  articles: Articles;
}

/** Whose outlet it is, and which of the other voices are the same owner's. */
function Owner({ voice, voices, articles, owners }: VoiceDetailsProps & { voices: Voice[]; owners: Owners }) {
  const owner = ownerOf(voice, articles, owners);
  if (!owner) return null;
  const others = voices.filter((each) => each !== voice && ownerOf(each, articles, owners) === owner);
  const outlets = writeList(others.flatMap((each) => each.outlets[0] ?? []));
  return <p>{others.length > 0 ? say('ownedByLike', { owner, outlets }) : say('ownedBy', { owner })}</p>;
}

interface VoicesProps {
  voices: Voice[];
  articles: Articles;
  owners: Owners;
}

interface ChipsProps extends VoicesProps {
  reuses: readonly Reuse[];
}

/** Voices that speak for one owner are said so: several of them are less than as many. */
export function SharedOwners({ voices, articles, owners }: VoicesProps) {
  const lines = ownerLines(voices, articles, owners);
  if (lines.length === 0) return null;
  return (
    <ul class="plain quiet shared-owners">
      {lines.map(({ owner, outlets }) => (
        <li key={owner}>{say('sameOwner', { owner, outlets: writeList(outlets) })}</li>
      ))}
    </ul>
  );
}

function CopyLine({ voice, copy, articles }: VoiceDetailsProps & { copy: Voice['copies'][number] }) {
  const { correct } = useRowSurroundings();
  const article = articles[copy.article];
  const lead = articles[voice.lead];
  if (!article) return null;
  return (
    <li>
      <a href={article.address.raw} target="_blank" rel="noreferrer">
        <bdi>{article.outlet.value}</bdi>
      </a>{' '}
      <span class="quiet">
        {article.published ? writeDay(article.published.value.day) : say('dateUnknown')} ·{' '}
        {sayCopyReason(copy.reason)}
      </span>{' '}
      <button
        type="button"
        class="link"
        onClick={() =>
          correct({
            kind: 'not-a-copy',
            target: [voice.lead, copy.article].sort().join(' '),
            context: { reason: copy.reason, outlets: [lead?.outlet.value ?? '', article.outlet.value] },
          })
        }
      >
        {say('notACopy')}
      </button>
      <Passages title={say('copyAdds', { count: copy.added.length })} article={article} spans={copy.added} />
    </li>
  );
}

function VoiceDetails(props: VoiceDetailsProps & ChipsProps) {
  const { voice, articles, reuses } = props;
  const first = voice.likelyFirst;
  return (
    <div class="voice-details card">
      {voice.articles.length > 1 ? (
        <p>{say('voiceOfCopies', { count: voice.articles.length })}</p>
      ) : (
        !isReused(voice, reuses) && <p>{say('voiceAlone', { outlet: voice.outlets[0] ?? '' })}</p>
      )}
      <Owner {...props} />
      {voice.copies.length > 0 && (
        <>
          <p>
            {say('likelyFirst', { name: first.name })}{' '}
            <span class="quiet">{say(`first_${first.reason.replace('-', '_')}` as TextKey)}</span>
          </p>
          <ul class="plain">
            {voice.copies.map((copy) => (
              <CopyLine key={copy.article} voice={voice} copy={copy} articles={articles} />
            ))}
          </ul>
        </>
      )}
      <Reuses voice={voice} reuses={reuses} articles={articles} />
    </div>
  );
}

/** Voices as chips. A chip opens to the pages that carry its text, why they count as one, and what it shares with others. */
export function VoiceChips(props: ChipsProps) {
  const { voices, reuses, articles, owners } = props;
  const { subject } = useRowSurroundings();
  const [opened, setOpened] = useState<string | null>(null);
  const voice = voices.find(({ id }) => id === opened);
  return (
    <div class="voices">
      <ul class="chips" aria-label={say('voicesLabel')}>
        {voices.map((each) => (
          <li key={each.id}>
            <button
              type="button"
              class={each.articles.includes(subject) ? 'chip here' : 'chip'}
              aria-expanded={opened === each.id}
              onClick={() => setOpened(opened === each.id ? null : each.id)}
            >
              <bdi>{each.outlets[0]}</bdi>
              {each.articles.length > 1 && (
                <span class="copies">
                  <span aria-hidden="true" dir="ltr">
                    +{each.articles.length - 1}
                  </span>
                  <span class="visually-hidden">
                    {say('copiesMore', { count: each.articles.length - 1 })}
                  </span>
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
      {voice && <VoiceDetails voice={voice} {...props} />}
      <ReusedHere
        voice={voices.find(({ articles: pages }) => pages.includes(subject))}
        reuses={reuses}
        articles={articles}
      />
      <SharedOwners voices={voices} articles={articles} owners={owners} />
    </div>
  );
}
