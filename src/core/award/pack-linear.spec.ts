import type { LinearColumn } from './linear-model.js';
import { packLinear } from './pack-linear.js';

const column = (name: string, whole = false): LinearColumn => ({ name, cost: 2, lower: 0, upper: 9, whole });

describe('packing a linear model', () => {
  it('lays rows out one after another by the columns they name', () => {
    const [x, y] = [column('x'), column('y', true)];
    const packed = packLinear(
      [x, y],
      [
        {
          lower: 1,
          upper: 5,
          terms: [
            [x, 1],
            [y, 2],
          ],
        },
        { lower: 0, upper: Infinity, terms: [[y, -3]] },
      ],
    );
    expect(packed).toEqual({
      colCost: Float64Array.of(2, 2),
      colLower: Float64Array.of(0, 0),
      colUpper: Float64Array.of(9, 9),
      colWhole: Uint8Array.of(0, 1),
      rowLower: Float64Array.of(1, 0),
      rowUpper: Float64Array.of(5, Infinity),
      rowStarts: Int32Array.of(0, 2, 3),
      termColumns: Int32Array.of(0, 1, 1),
      termFactors: Float64Array.of(1, 2, -3),
    });
  });

  it('takes other costs for the same columns', () => {
    const [x, y] = [column('x'), column('y')];
    expect(packLinear([x, y], [], ({ name }) => (name === 'x' ? 7 : 0)).colCost).toEqual(
      Float64Array.of(7, 0),
    );
  });

  it('refuses a row that names a column outside the model', () => {
    expect(() => packLinear([column('x')], [{ lower: 0, upper: 1, terms: [[column('x'), 1]] }])).toThrow(
      'not in the model',
    );
  });
});
