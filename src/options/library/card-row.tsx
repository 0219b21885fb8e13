import type { ArticleCard } from '../../messages/library-calls';
import { Glyph } from '../../ui/components/glyph';
import { writeDay, writeInstant } from '../../ui/format';
import { say } from '../../ui/texts';
import { rememberPlace } from './place';

interface CardRowProps {
  card: ArticleCard;
  index: number;
  selected: boolean;
  select: (selected: boolean) => void;
}

function Facts({ card }: { card: ArticleCard }) {
  const facts = [
    card.day ? writeDay(card.day) : say('dateUnknown'),
    say('wordCount', { count: card.wordCount }),
    say('savedAt', { when: writeInstant(card.savedAt) }),
    ...(card.versions > 1 ? [say('versionCount', { count: card.versions })] : []),
    ...(card.completeness === 'whole'
      ? []
      : [say(card.completeness === 'perhaps-cut' ? 'cutShort' : 'onlyHeadline')]),
  ];
  return (
    <p class="quiet card-facts">
      <b>
        <bdi>{card.outlet}</bdi>
      </b>{' '}
      · {facts.join(' · ')}
      {card.differs !== undefined && card.differs > 0 && (
        <span class="differs">
          <Glyph name="differ" /> {say('differsCount', { count: card.differs })}
        </span>
      )}
      {card.tags.map((tag) => (
        <span key={tag} class="tag">
          {tag}
        </span>
      ))}
    </p>
  );
}

/** One article in the list. The link is what the keyboard walks over. */
export function CardRow({ card, index, selected, select }: CardRowProps) {
  return (
    <div class={card.read ? 'card-row' : 'card-row unread'}>
      <input
        type="checkbox"
        checked={selected}
        aria-label={say('selectArticle', { headline: card.headline })}
        onChange={(event) => select(event.currentTarget.checked)}
      />
      <div>
        <a
          class="card-link"
          data-index={index}
          href={`#/article/${card.id}`}
          onClick={() => rememberPlace({ index })}
        >
          {!card.read && <span class="visually-hidden">{say('unread')}: </span>}
          <bdi lang={card.language}>{card.headline}</bdi>
        </a>
        <Facts card={card} />
      </div>
    </div>
  );
}
