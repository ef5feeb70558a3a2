import { changedRows, daysBetween, emptyDraft, errandsOf, rowsOf, type OrderDraft } from './order-form.js';
import type { Line, Pool } from './use-pool.js';

const pool = {
  id: 'pool-1',
  title: 'Minggu 50',
  side: 'buy',
  neededFrom: '2026-12-07',
  neededUntil: '2026-12-09',
  items: [
    { itemId: 'rice', commodityNameId: 'Beras' },
    { itemId: 'oil', commodityNameId: 'Minyak' },
  ],
} as unknown as Pool;

const aLine = (more: Partial<Line> = {}): Line =>
  ({
    id: 'line-1',
    poolId: 'pool-1',
    itemId: 'rice',
    koperasiId: 'kop',
    beneficiaryId: 'kop',
    neededBy: '2026-12-07',
    quantityPacks: 10,
    tolerancePacks: 1,
    minimumPacks: 0,
    maxLandedRp: 13_000,
    minProceedsRp: null,
    requirementLineId: null,
    state: 'active',
    version: 3,
    ...more,
  }) as Line;

const wanting = (wishes: OrderDraft['wishes']): OrderDraft => ({ ...emptyDraft, wishes });
const wish = (quantityPacks: number, tolerancePacks = 0, limitRp: number | null = null, seenVersion = 0) => ({
  quantityPacks,
  tolerancePacks,
  limitRp,
  seenVersion,
});

describe('the rows of an order', () => {
  it('begin with nothing for each item of the first day', () => {
    const rows = rowsOf(pool, [], emptyDraft);
    expect(rows.map(({ key, line, wish: { quantityPacks } }) => [key, line, quantityPacks])).toEqual([
      ['rice:2026-12-07', null, 0],
      ['oil:2026-12-07', null, 0],
    ]);
    expect(changedRows(rows)).toEqual([]);
  });

  it('show a line that stands in place of an empty row, and beside one for another day', () => {
    const line = aLine();
    expect(rowsOf(pool, [line], emptyDraft).map(({ key }) => key)).toEqual([
      'rice:2026-12-07',
      'oil:2026-12-07',
    ]);
    expect(
      rowsOf(pool, [line], { ...emptyDraft, neededBy: '2026-12-08' }).map(({ key, line: its }) => [
        key,
        its?.id,
      ]),
    ).toEqual([
      ['rice:2026-12-07', 'line-1'],
      ['rice:2026-12-08', undefined],
      ['oil:2026-12-08', undefined],
    ]);
  });

  it('forget what was filled in before somebody changed the line', () => {
    const wishes = { 'rice:2026-12-07': wish(5, 0, null, 2) };
    expect(changedRows(rowsOf(pool, [aLine()], wanting(wishes)))).toEqual([]);
  });

  it('leave a kitchen’s lines alone', () => {
    const rows = rowsOf(
      pool,
      [aLine({ beneficiaryId: 'kitchen' }), aLine({ requirementLineId: 'r' })],
      emptyDraft,
    );
    expect(rows.every(({ line }) => line === null)).toBe(true);
  });
});

describe('what is sent', () => {
  it('places new lines together and changes standing ones each by itself, with the version seen', () => {
    const rows = rowsOf(
      pool,
      [aLine()],
      wanting({ 'rice:2026-12-07': wish(12, 1, 13_000, 3), 'oil:2026-12-07': wish(3, 0, 15_000) }),
    );
    expect(errandsOf(pool, 'kop', rows)).toEqual([
      expect.objectContaining({
        kind: 'commitment',
        method: 'POST',
        path: '/api/v1/pools/pool-1/commitments',
        body: {
          koperasiId: 'kop',
          lines: [
            {
              itemId: 'oil',
              neededBy: '2026-12-07',
              quantityPacks: 3,
              tolerancePacks: 0,
              maxLandedRp: 15_000,
            },
          ],
        },
      }),
      expect.objectContaining({
        kind: 'amendment',
        method: 'PATCH',
        subject: 'line:line-1',
        version: 3,
        body: { quantityPacks: 12, tolerancePacks: 1, maxLandedRp: 13_000 },
      }),
    ]);
  });

  it('withdraws what is set to nothing, and brings a withdrawn line back by amending it', () => {
    const withdrawn = aLine({ id: 'line-2', itemId: 'oil', state: 'withdrawn' });
    const rows = rowsOf(
      pool,
      [aLine(), withdrawn],
      wanting({ 'rice:2026-12-07': wish(0, 0, null, 3), 'oil:2026-12-07': wish(2, 0, null, 3) }),
    );
    expect(errandsOf(pool, 'kop', rows).map(({ kind, subject }) => [kind, subject])).toEqual([
      ['withdrawal', 'line:line-1'],
      ['amendment', 'line:line-2'],
    ]);
  });

  it('takes the minimum down with the quantity', () => {
    const rows = rowsOf(
      pool,
      [aLine({ minimumPacks: 8 })],
      wanting({ 'rice:2026-12-07': wish(5, 0, null, 3) }),
    );
    expect(errandsOf(pool, 'kop', rows)[0]?.body).toMatchObject({ quantityPacks: 5, minimumPacks: 5 });
  });

  it('says the limit of a sell pool in its own word', () => {
    const selling = { ...pool, side: 'sell' } as Pool;
    const rows = rowsOf(selling, [], wanting({ 'rice:2026-12-07': wish(5, 0, 9_000) }));
    expect(errandsOf(selling, 'kop', rows)[0]?.body).toMatchObject({ lines: [{ minProceedsRp: 9_000 }] });
  });
});

it('names every day, both ends included', () => {
  expect(daysBetween('2026-12-30', '2027-01-02')).toEqual([
    '2026-12-30',
    '2026-12-31',
    '2027-01-01',
    '2027-01-02',
  ]);
});
