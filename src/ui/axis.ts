/** A value to place on an axis; `low` and `high` are equal unless a range was stated. */
export interface AxisPoint {
  low: number;
  high: number;
  label: string;
  /** Who gives the value: the first outlet, and how many more. */
  outlet: string;
  here: boolean;
}

export interface PlacedPoint extends AxisPoint {
  /** Shares of the axis, 0 to 1. */
  from: number;
  to: number;
  /** Line the label is written on, 0 nearest the axis. */
  level: number;
}

/** Rough width of one letter as a share of an axis as wide as the popup. */
const letterWidth = 0.022;

/** Letters of an outlet's name that are written out; the style sheet cuts the rest. */
const longestName = 18;

/** Lowest line on which a label does not run into one placed before it. */
function freeLevel(taken: { level: number; from: number; to: number }[], from: number, to: number): number {
  for (let level = 0; ; level++) {
    if (!taken.some((other) => other.level === level && other.from < to && from < other.to)) return level;
  }
}

/** Puts values on one linear axis and their labels on as few lines as they fit on. */
export function placePoints(points: readonly AxisPoint[]): PlacedPoint[] {
  const lowest = Math.min(...points.map((point) => point.low));
  const highest = Math.max(...points.map((point) => point.high));
  const width = highest - lowest || 1;
  const share = (value: number) => (highest === lowest ? 0.5 : (value - lowest) / width);
  const taken: { level: number; from: number; to: number }[] = [];
  return [...points]
    .sort((left, right) => left.low - right.low || left.high - right.high)
    .map((point) => {
      const from = share(point.low);
      const to = share(point.high);
      const letters = Math.max(point.label.length, Math.min(point.outlet.length, longestName));
      const half = (Math.min(letters, 24) * letterWidth) / 2 + 0.01;
      const middle = Math.min(1 - half, Math.max(half, (from + to) / 2));
      const level = freeLevel(taken, middle - half, middle + half);
      taken.push({ level, from: middle - half, to: middle + half });
      return { ...point, from, to, level };
    });
}
