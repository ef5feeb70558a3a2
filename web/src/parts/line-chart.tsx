export interface Series {
  readonly name: string;
  readonly tone: 'main' | 'other' | 'limit';
  /** Steps hold until the next point (tiers); lines go straight (prices over time); dots stand alone (awards). */
  readonly shape?: 'line' | 'step' | 'dots';
  readonly points: readonly (readonly [x: number, y: number])[];
}

const WIDTH = 320;
const HEIGHT = 176;
const LEFT = 8;
/** Below the lowest line: what it stands at, then the ends of the other scale. */
const BOTTOM = 36;
const TOP = 12;

/** The path of a series within the chart's field. */
export const pathOf = (
  points: Series['points'],
  shape: Series['shape'],
  toX: (x: number) => number,
  toY: (y: number) => number,
): string =>
  points
    .map(([x, y], place) => {
      const [at, high] = [toX(x).toFixed(1), toY(y).toFixed(1)];
      if (shape === 'dots') return `M${at} ${high}h0`;
      if (place === 0) return `M${at} ${high}`;
      return shape === 'step' ? `H${at}V${high}` : `L${at} ${high}`;
    })
    .join('');

/** A few series over one scale, drawn by hand: no library weighs as little. The same figures stand in a table beside it. */
export const LineChart = ({
  title,
  series,
  xName,
  yName,
}: {
  readonly title: string;
  readonly series: readonly Series[];
  readonly xName: (x: number) => string;
  readonly yName: (y: number) => string;
}) => {
  const all = series.flatMap(({ points }) => points);
  if (all.length === 0) return null;
  const xs = all.map(([x]) => x);
  const ys = all.map(([, y]) => y);
  const [leastX, mostX] = [Math.min(...xs), Math.max(...xs)];
  const [leastY, mostY] = [Math.min(...ys), Math.max(...ys)];
  const spanX = mostX - leastX || 1;
  const spanY = mostY - leastY || 1;
  const toX = (x: number): number => LEFT + ((x - leastX) / spanX) * (WIDTH - 2 * LEFT);
  const toY = (y: number): number => TOP + ((mostY - y) / spanY) * (HEIGHT - TOP - BOTTOM);
  return (
    <figure class="chart">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title}>
        <path
          class="chart-grid"
          d={`M${LEFT} ${toY(mostY)}H${WIDTH - LEFT}M${LEFT} ${toY(leastY)}H${WIDTH - LEFT}`}
        />
        {series.map(({ name, tone, shape, points }) => (
          <path
            key={name}
            class={`chart-line chart-${tone}${shape === 'dots' ? ' chart-dots' : ''}`}
            d={pathOf(points, shape, toX, toY)}
          />
        ))}
        <text class="chart-text" x={LEFT} y={toY(mostY) - 3}>
          {yName(mostY)}
        </text>
        {leastY !== mostY && (
          <text class="chart-text" x={LEFT} y={toY(leastY) + 13}>
            {yName(leastY)}
          </text>
        )}
        <text class="chart-text" x={LEFT} y={HEIGHT - 5}>
          {xName(leastX)}
        </text>
        <text class="chart-text chart-end" x={WIDTH - LEFT} y={HEIGHT - 5}>
          {xName(mostX)}
        </text>
      </svg>
      <figcaption>
        {series.map(({ name, tone, shape }) => (
          <span key={name} class={`chart-key chart-key-${shape === 'dots' ? 'dots' : tone}`}>
            {name}
          </span>
        ))}
      </figcaption>
    </figure>
  );
};
