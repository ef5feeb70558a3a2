import type { View } from '../api/api.js';
import { piecesOf } from './weigh-stops.js';

const WIDTH = 300;
/** Narrower than this no number is read. */
const LEAST_FOR_NUMBER = 18;

/**
 * How a round is loaded: a piece for each stop in the order of the list below it, numbered alike, as long as it weighs.
 * Rounds of a day are drawn to the same measure.
 */
export const RoundLoad = ({
  stops,
  before,
  mostG,
  label,
}: {
  readonly stops: readonly View<'DropView'>[];
  /** How many stops of the list come before these. */
  readonly before: number;
  readonly mostG: number;
  readonly label: string;
}) => (
  <svg class="round-load" viewBox={`0 0 ${String(WIDTH)} 26`} role="img" aria-label={label}>
    <rect class="round-load-all" width={WIDTH} height="26" rx="4" />
    {piecesOf(stops, mostG).map(({ from, length }, place) => (
      <g key={stops[place]?.id}>
        <rect
          class={`round-load-piece${place % 2 === 1 ? ' round-load-other' : ''}`}
          x={from * WIDTH + 0.75}
          width={Math.max(0, length * WIDTH - 1.5)}
          height="26"
          rx="3"
        />
        {length * WIDTH >= LEAST_FOR_NUMBER && (
          <text x={(from + length / 2) * WIDTH} y="17.5">
            {before + place + 1}
          </text>
        )}
      </g>
    ))}
  </svg>
);
