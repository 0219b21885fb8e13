import { type Stance, stances } from '../../model/claim';
import { say, type TextKey } from '../texts';

export const stanceKey = (stance: Stance): TextKey => `stance_${stance.replace('-', '_')}` as TextKey;

/** How firmly a sentence speaks: one of six rungs, named in words and drawn as bars. */
export function HedgeLadder({ stance }: { stance: Stance }) {
  const rung = stances.indexOf(stance) + 1;
  return (
    <span class="ladder" title={say('ladderTitle', { rung, rungs: stances.length })}>
      <svg viewBox="0 0 23 12" width="23" height="12" aria-hidden="true">
        {stances.map((step, index) => (
          <rect
            key={step}
            class={index < rung ? 'rung reached' : 'rung'}
            x={index * 4}
            y={10 - index * 2}
            width="3"
            height={2 + index * 2}
          />
        ))}
      </svg>
      <span>{say(stanceKey(stance))}</span>
    </span>
  );
}
