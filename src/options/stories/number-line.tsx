import { writeDay } from '../../ui/format';
import { say } from '../../ui/texts';
import { type NumberLine, type PlottedMove, plotMoves } from './moves';

const width = 320;
const height = 72;

/** Reports of one value at one time share a dot, and so one label. */
const distinct = (plotted: PlottedMove[]): PlottedMove[] =>
  plotted.filter(({ x, y }, index) => plotted.findIndex((other) => other.x === x && other.y === y) === index);

/** One number over time: a small chart for the eye, the same reports as a list for everybody. */
function Line({ line }: { line: NumberLine }) {
  const plotted = plotMoves(line.moves, width, height);
  return (
    <li class="number-line">
      <h3>
        <bdi>{line.label}</bdi>
      </h3>
      <svg
        viewBox={`-8 -8 ${width + 16} ${height + 16}`}
        width={width + 16}
        height={height + 16}
        aria-hidden="true"
      >
        <path class="base" d={`M0 ${height + 4}H${width}`} />
        {plotted.map(({ x, y }, index) => (
          <circle key={index} cx={x} cy={y} r="4" />
        ))}
        {distinct(plotted).map(({ x, y, label }) => (
          <text
            key={`${x} ${y}`}
            x={x}
            y={y}
            dx={x > width / 2 ? -9 : 9}
            dy="4"
            text-anchor={x > width / 2 ? 'end' : 'start'}
          >
            {label.length > 22 ? `${label.slice(0, 21)}…` : label}
          </text>
        ))}
      </svg>
      <ol class="plain">
        {line.moves.map((move, index) => (
          <li key={index}>
            <span class="quiet">{writeDay(move.at)}</span> <bdi class="verbatim">{move.label}</bdi>{' '}
            <span class="quiet">{move.outlet}</span>
          </li>
        ))}
      </ol>
    </li>
  );
}

export function NumberLines({ lines }: { lines: NumberLine[] }) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h2>{say('movesTitle')}</h2>
      <ul class="plain number-lines">
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
    </section>
  );
}
