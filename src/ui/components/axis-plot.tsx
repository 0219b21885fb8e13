import { useMemo } from 'preact/hooks';
import { type AxisPoint, type PlacedPoint, placePoints } from '../axis';
import { writeDayOfMonth, writeNumber } from '../format';
import type { ProvenRow, ProvenValue } from '../proof';
import { axisLabel } from '../row-title';

const dayLength = 86_400_000;

/** "About 40" and "more than 40" are words for one point of an axis. */
function atOnePlace(values: readonly ProvenValue[]): ProvenValue[] {
  const places = new Map<string, ProvenValue>();
  for (const proven of values) {
    const place = `${proven.value.low} ${proven.value.high}`;
    const known = places.get(place);
    places.set(place, known ? { ...known, quotes: [...known.quotes, ...proven.quotes] } : proven);
  }
  return [...places.values()];
}

/** "Ostin Herald", or "Kestrel Wire +1" when several give the value. */
function outletLabel({ quotes }: ProvenValue): string {
  const outlets = [...new Set(quotes.map(({ article }) => article.outlet.value))];
  return outlets.length > 1 ? `${outlets[0]} +${outlets.length - 1}` : (outlets[0] ?? '');
}

const isHere = ({ quotes }: ProvenValue, subject: string): boolean =>
  quotes.some(({ article }) => article.id === subject);

/** Values as points of one axis, or null when they do not share one. */
export function pointsOf({ row, values: lines }: ProvenRow, subject: string): AxisPoint[] | null {
  const values = atOnePlace(lines);
  // Values of one row are converted to one measure; the nouns they count may differ ("troops", "soldiers").
  if (row.kind === 'quantity' && values.length < 3) return null;
  if (row.kind !== 'quantity' && (row.kind !== 'time' || values.length < 2)) return null;
  const points: AxisPoint[] = [];
  for (const proven of values) {
    const { low, high } = proven.value;
    const from = typeof low === 'string' ? Date.parse(low) / dayLength : low;
    const to = typeof high === 'string' ? Date.parse(high) / dayLength : high;
    if (from === null || to === null || !Number.isFinite(from) || !Number.isFinite(to)) return null;
    const write = (value: number) =>
      row.kind === 'time' ? writeDayOfMonth(new Date(value * dayLength).toISOString()) : writeNumber(value);
    const written = from === to ? write(from) : `${write(from)} – ${write(to)}`;
    const label = row.kind === 'time' ? written : axisLabel(proven, written);
    points.push({ low: from, high: to, label, outlet: outletLabel(proven), here: isHere(proven, subject) });
  }
  return points;
}

/** A label at the end of the axis is written towards the middle, beginning over its dot. */
const edgeOf = ({ from, to }: PlacedPoint): string =>
  from + to < 0.4 ? 'at-start' : from + to > 1.6 ? 'at-end' : '';

interface AxisPlotProps {
  points: AxisPoint[];
  kind: 'number' | 'day';
  /** False leaves the room empty: of a long list only the axes in sight are drawn. */
  drawn: boolean;
}

/**
 * Numbers of one quantity, or days, on one axis. Decoration for the eye: the same values stand as text in the
 * row, so it is hidden from screen readers.
 */
export function AxisPlot({ points, kind, drawn }: AxisPlotProps) {
  const placed = useMemo(() => placePoints(points), [points]);
  const levels = Math.max(...placed.map((point) => point.level)) + 1;
  const room = { '--levels': levels };
  if (!drawn) return <span class="axis" style={room} aria-hidden="true" />;
  return (
    <span class={`axis axis-${kind}`} style={room} aria-hidden="true">
      <span class="axis-line" />
      {placed.map((point, index) => (
        <span key={index} class={point.here ? 'point here' : 'point'}>
          <span class="span" style={{ '--from': point.from, '--to': point.to }} />
          <span
            class={`point-label ${edgeOf(point)}`}
            style={{ '--at': (point.from + point.to) / 2, '--level': point.level }}
          >
            <bdi class="point-value">{point.label}</bdi>
            <bdi class="point-outlet">{point.outlet}</bdi>
          </span>
        </span>
      ))}
    </span>
  );
}
