import type { ArticleOrder } from '../../messages/library-calls';
import { say, type TextKey } from '../../ui/texts';
import type { Asking } from './pages-of-cards';

const orders: [ArticleOrder, TextKey][] = [
  ['saved', 'orderSaved'],
  ['published', 'orderPublished'],
  ['outlet', 'orderOutlet'],
  ['headline', 'orderHeadline'],
];

interface FiltersProps {
  asking: Asking;
  change: (change: Partial<Asking>) => void;
  outlets: string[];
}

/** Search, outlet, day and order. The search field is reached with the slash key. */
export function Filters({ asking, change, outlets }: FiltersProps) {
  // The chosen outlet stays in the list also when no article of it answers the search.
  const listed = asking.outlet && !outlets.includes(asking.outlet) ? [asking.outlet, ...outlets] : outlets;
  return (
    <search class="filters">
      <label class="field grow">
        <span>{say('searchLabel')}</span>
        <input
          id="search"
          type="search"
          value={asking.text}
          aria-describedby="search-help"
          onInput={(event) => change({ text: event.currentTarget.value })}
        />
      </label>
      <label class="field">
        <span>{say('factOutlet')}</span>
        <select
          value={asking.outlet ?? ''}
          onChange={(event) => change({ outlet: event.currentTarget.value || null })}
        >
          <option value="">{say('everyOutlet')}</option>
          {listed.map((outlet) => (
            <option key={outlet} value={outlet}>
              {outlet}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{say('dayLabel')}</span>
        <input
          type="date"
          value={asking.day ?? ''}
          onChange={(event) => change({ day: event.currentTarget.value || null })}
        />
      </label>
      <label class="field">
        <span>{say('orderLabel')}</span>
        <select
          value={`${asking.order} ${asking.descending ? 'down' : 'up'}`}
          onChange={(event) => {
            const [order, way] = event.currentTarget.value.split(' ');
            change({ order: order as ArticleOrder, descending: way === 'down' });
          }}
        >
          {orders.flatMap(([order, key]) => [
            <option key={`${order} down`} value={`${order} down`}>
              {say(key)} ↓
            </option>,
            <option key={`${order} up`} value={`${order} up`}>
              {say(key)} ↑
            </option>,
          ])}
        </select>
      </label>
      <p id="search-help" class="quiet help">
        {say('searchHelp')}
      </p>
    </search>
  );
}
