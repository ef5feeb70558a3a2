import { endBill } from './end-bill.js';
import { postBill, type BillableLine, type BillToPost } from './post-bill.js';

const known: BillableLine[] = ['rice', 'sugar'].map((orderLineId) => ({
  orderLineId,
  sellerId: 'supplier',
  buyerId: 'koperasi',
  poolId: 'pool',
}));
const line = (change: Partial<BillToPost['lines'][number]> = {}): BillToPost['lines'][number] => ({
  orderLineId: 'rice',
  description: '',
  packs: 2,
  amountRp: 100,
  taxRp: 0,
  ...change,
});
const post = (lines: BillToPost['lines'], billedOn = '2026-12-01', lines2 = known) =>
  postBill('supplier', { billedOn, lines }, lines2, '2026-12-01');

describe('a seller’s bill', () => {
  it('is of one seller to one buyer in one pool', () => {
    expect(post([line(), line({ orderLineId: null, description: 'palet' })])).toEqual({
      sellerId: 'supplier',
      buyerId: 'koperasi',
      poolId: 'pool',
    });
  });

  it.each<[string, string, () => unknown]>([
    ['names another seller’s order', 'ORDER_LINE_NOT_YOURS', () => post([line({ orderLineId: 'other' })])],
    ['names a line twice', 'ORDER_LINE_TWICE', () => post([line(), line()])],
    ['has goods without a name', 'GOODS_WITHOUT_NAME', () => post([line({ orderLineId: null })])],
    ['asks for less than a rupiah a pack', 'BILLED_BELOW_A_RUPIAH', () => post([line({ amountRp: 1 })])],
    ['says that half of it is tax', 'TAX_ABOVE_THE_PRICE', () => post([line({ taxRp: 50 })])],
    [
      'names no order',
      'BILL_WITHOUT_ORDER',
      () => post([line({ orderLineId: null, description: 'x' })], '2026-12-01', []),
    ],
    [
      'is to two buyers',
      'BILL_OF_SEVERAL_BUYERS',
      () => post([line()], '2026-12-01', [known[0]!, { ...known[1]!, buyerId: 'other' }]),
    ],
    ['is dated tomorrow', 'BILL_FROM_THE_FUTURE', () => post([line()], '2026-12-02')],
  ])('is refused when it %s', (_, code, act) => {
    expect(act).toThrow(code);
  });

  it('is credited once nothing is awaited and something is held, withdrawn until it has ended', () => {
    const end =
      (to: 'credited' | 'withdrawn', state: Parameters<typeof endBill>[1]['state'], heldRp = 1) =>
      () => {
        endBill(to, { state, heldRp });
      };
    expect(end('credited', 'differs')).not.toThrow();
    expect(end('credited', 'held')).toThrow('BILL_STILL_WAITS');
    expect(end('credited', 'agreed', 0)).toThrow('BILL_HOLDS_NOTHING');
    expect(end('withdrawn', 'held')).not.toThrow();
    expect(end('withdrawn', 'credited')).toThrow('BILL_HAS_ENDED');
  });
});
