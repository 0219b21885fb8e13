import { say, type TextKey } from '../texts';
import { Glyph, type GlyphName } from './glyph';

/** How much of a comparison there is: only which articles tell the story, the rows too, what is only here too, all. */
export type Arrived = 'story' | 'rows' | 'only-here' | 'all';

type Counted = GlyphName | 'less-certain';

const keys: Record<Counted, TextKey> = {
  differ: 'sumDiffer',
  update: 'sumUpdate',
  agree: 'sumAgree',
  'only-here': 'sumOnlyHere',
  'left-out': 'sumLeftOut',
  'less-certain': 'sumLessCertain',
};

/** Goes to a group, and opens it where it is folded. */
function goToGroup(name: Counted): void {
  if (name === 'less-certain') {
    const fold = document.querySelector<HTMLDetailsElement>('details.less-certain');
    if (fold) fold.open = true;
    fold?.querySelector('summary')?.focus();
    fold?.scrollIntoView({ block: 'start' });
    return;
  }
  const head = document.querySelector<HTMLElement>(`[data-group="${name}"] .group-head`);
  if (head?.getAttribute('aria-expanded') === 'false') head.click();
  head?.focus();
  head?.closest('section')?.scrollIntoView({ block: 'start' });
}

interface CountProps {
  name: Counted;
  /** Null while it is being looked for. */
  count: number | null;
}

function Count({ name, count }: CountProps) {
  const words = (
    <>
      {name !== 'less-certain' && <Glyph name={name} />}
      {count === null ? `${say(`group_${name.replace('-', '_')}` as TextKey)} …` : say(keys[name], { count })}
    </>
  );
  if (!count) return <span class="quiet">{words}</span>;
  return (
    <button type="button" class="link" onClick={() => goToGroup(name)}>
      {words}
    </button>
  );
}

interface SummaryProps {
  arrived: Arrived;
  differ: unknown[];
  update: unknown[];
  agree: unknown[];
  onlyHere: unknown[];
  leftOut: unknown[];
  /** How many are less certain, of all kinds. */
  doubtful: number;
}

/**
 * What there is in one look, and the way to each of it: whether anything differs is said also when nothing does. Whatever
 * is still on its way has its place already.
 */
export function Summary({ arrived, differ, update, agree, onlyHere, leftOut, doubtful }: SummaryProps) {
  const counts: CountProps[] = [
    { name: 'differ', count: differ.length },
    ...(update.length > 0 ? [{ name: 'update', count: update.length } as const] : []),
    ...(agree.length > 0 ? [{ name: 'agree', count: agree.length } as const] : []),
    { name: 'only-here', count: arrived === 'rows' ? null : onlyHere.length },
    { name: 'left-out', count: arrived === 'all' ? leftOut.length : null },
    ...(doubtful > 0 ? [{ name: 'less-certain', count: arrived === 'all' ? doubtful : null } as const] : []),
  ];
  // Where nothing could be set beside anything, that is said in a sentence.
  if (arrived === 'all' && counts.every(({ count }) => !count)) return null;
  return (
    <ul class="plain summary" aria-label={say('summaryLabel')}>
      {counts.map((count) => (
        <li key={count.name}>
          <Count {...count} />
        </li>
      ))}
    </ul>
  );
}
