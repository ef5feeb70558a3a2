const SACK = { width: 8, height: 7, gap: 1.5 };
/** Rows of a heap from its top: 34 sacks, so that two heaps are the 68 koperasi of a city. */
const ROWS = [3, 4, 5, 6, 7, 9];

const heap = (middle: number, top: number): readonly (readonly [x: number, y: number])[] =>
  ROWS.flatMap((count, row) =>
    Array.from({ length: count }, (_, at): readonly [number, number] => [
      middle + (at - count / 2) * (SACK.width + SACK.gap) + SACK.gap / 2,
      top + row * (SACK.height + SACK.gap),
    ]),
  );

/** Many small loads on one carrying pole. */
export const Load = ({ label }: { readonly label: string }) => (
  <svg class="load" viewBox="0 0 320 128" role="img" aria-label={label}>
    <path class="load-pole" d="M14 44C84 6 236 6 306 44" />
    <path class="load-rope" d="M62 25L20 120M62 25L104 120M258 25L216 120M258 25L300 120" />
    {[...heap(62, 66), ...heap(258, 66)].map(([x, y]) => (
      <rect
        key={`${x} ${y}`}
        class="load-sack"
        x={x}
        y={y}
        width={SACK.width}
        height={SACK.height}
        rx="2.5"
      />
    ))}
    <path class="load-base" d="M14 120h96M210 120h96" />
  </svg>
);
