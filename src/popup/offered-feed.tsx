import { useState } from 'preact/hooks';
import type { PageReading } from '../messages/page-calls';
import type { Failure } from '../model/result';
import { FailureNotice } from '../ui/components/failure';
import { call } from '../ui/connection';
import { askForHosts } from '../ui/hosts';
import { say } from '../ui/texts';
import { useCall } from '../ui/use-call';

/** "This site offers a feed": follows the outlet of the page from the popup, unless it is followed already. */
export function OfferedFeed({ reading: { article, feeds, tabAddress } }: { reading: PageReading }) {
  const { value } = useCall('coverage.offer', { page: tabAddress, feeds });
  const [followed, setFollowed] = useState<'allowed' | 'declined' | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const offer = value?.offer;
  if (!offer) return null;
  const name = article.outlet.value;
  const follow = async () => {
    // Both in the click: the browser's question may close the popup, and the outlet must be followed all the same.
    // Without the permission the list of outlets says what is missing.
    const granted = askForHosts(offer.patterns);
    const added = call('coverage.follow', {
      feeds: [
        {
          address: offer.address,
          title: offer.title || name,
          home: new URL('/', tabAddress).href,
          owner: null,
          language: article.language.value,
          origin: 'page',
          textRule: 'when-matching',
        },
      ],
    });
    const [isGranted, result] = await Promise.all([granted, added]);
    if (result.ok) setFollowed(isGranted ? 'allowed' : 'declined');
    else setFailure(result.failure);
  };
  if (failure) return <FailureNotice failure={failure} ways={{ retry: () => setFailure(null) }} />;
  return (
    <p class="offered-feed">
      {followed === null ? (
        <>
          {say('feedOffered')}{' '}
          <button type="button" class="link" onClick={() => void follow()}>
            {say('followOutlet', { name })}
          </button>
        </>
      ) : (
        <span role="status">
          {say(followed === 'allowed' ? 'feedFollowed' : 'feedFollowedDeclined', { name })}
        </span>
      )}
    </p>
  );
}
