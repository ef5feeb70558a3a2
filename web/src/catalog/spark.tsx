import { pathOf, type Series } from '../parts/line-chart.js';

const WIDTH = 120;
const HEIGHT = 32;
const EDGE = 3;

/** The course of a price, small, without a scale: its figures stand beside it. */
export const Spark = ({ points }: Pick<Series, 'points'>) => {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [leastX, leastY] = [Math.min(...xs), Math.min(...ys)];
  const spanX = Math.max(...xs) - leastX || 1;
  const spanY = Math.max(...ys) - leastY || 1;
  const toX = (x: number): number => EDGE + ((x - leastX) / spanX) * (WIDTH - 2 * EDGE);
  const toY = (y: number): number => HEIGHT - EDGE - ((y - leastY) / spanY) * (HEIGHT - 2 * EDGE);
  return (
    <svg class="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <path class="chart-line chart-other" d={pathOf(points, 'line', toX, toY)} />
    </svg>
  );
};
