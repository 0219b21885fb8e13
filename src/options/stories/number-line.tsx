import { Glyph } from '../../ui/components/glyph';
import { writeDay, writeList } from '../../ui/format';
import { say, type TextKey } from '../../ui/texts';
import type { Move, NumberLine } from './moves';

const middle = ({ from, to }: Move): number => (from + to) / 2;

/** The step from the report before to this one, drawn behind the dots; for the eye only. */
function Track({ move, before }: { move: Move; before: Move | undefined }) {
  return (
    <span class="track" aria-hidden="true">
      {before && (
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          <line x1={middle(before) * 100} y1="0" x2={middle(move) * 100} y2="100" />
        </svg>
      )}
      <span class="dot" style={{ '--from': move.from, '--to': move.to }} />
    </span>
  );
}

/** One number over time: a row for each report, its value placed between the smallest and the largest. */
function Line({ line: { label, moves, verdict } }: { line: NumberLine }) {
  return (
    <li class={`number-line number-line-${verdict}`}>
      <h3>
        <Glyph name={verdict} /> <span class="visually-hidden">{say(`verdict_${verdict}` as TextKey)}: </span>
        <bdi>{label}</bdi>
      </h3>
      <ol class="plain">
        {moves.map((move, index) => {
          const before = moves[index - 1];
          const sameDay = before?.at.slice(0, 10) === move.at.slice(0, 10);
          return (
            <li key={index}>
              <span class={sameDay ? 'quiet when again' : 'quiet when'}>{writeDay(move.at)}</span>
              <Track move={move} before={before} />
              <span>
                <bdi class="verbatim">{move.label}</bdi> <bdi class="quiet">{writeList(move.outlets)}</bdi>
              </span>
            </li>
          );
        })}
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
