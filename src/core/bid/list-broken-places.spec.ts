import type { BidTerms, TenderPlaces } from './bid-terms.js';
import { completeTerms, saySame } from './complete-terms.js';
import { listBrokenPlaces } from './list-broken-places.js';

const terms = (rest: Partial<BidTerms> = {}): BidTerms => ({
  capacityPacks: 40,
  minimumPacks: 0,
  leadTimeDays: 3,
  tiers: [{ fromPacks: 1, priceRpPerUnit: 10_000 }],
  ...rest,
});
const places: TenderPlaces = {
  zoneCodes: ['32.71.01', '32.71.02'],
  warehouseCodes: ['32.71'],
  closesOn: '2026-11-12',
};
const broken = (rest: Partial<BidTerms>): [string, string | undefined][] =>
  listBrokenPlaces(terms(rest), places).map(({ code, errors }) => [code, errors[0]?.field]);
const surcharge = (zoneCode: string, rpPerUnit: number | null) => ({ zoneCode, rpPerUnit });

describe('the places and days of a bid', () => {
  it('may be left out', () => {
    expect(broken({})).toEqual([]);
    expect(broken({ surcharges: [surcharge('32.71.01', 50)], warehouseCode: '32.71' })).toEqual([]);
    expect(broken({ validUntil: '2026-11-12' })).toEqual([]);
  });

  it('must fit the lot and its pool', () => {
    expect(broken({ surcharges: [surcharge('32.71.03', 50)] })).toEqual([
      ['BID_ZONE_NOT_IN_LOT', 'surcharges.0.zoneCode'],
    ]);
    expect(broken({ surcharges: [surcharge('32.71.01', 1), surcharge('32.71.01', 2)] })).toEqual([
      ['BID_ZONE_TWICE', 'surcharges.1.zoneCode'],
    ]);
    expect(broken({ surcharges: places.zoneCodes.map((code) => surcharge(code, null)) })).toEqual([
      ['BID_DELIVERS_NOWHERE', 'surcharges'],
    ]);
    expect(broken({ warehouseCode: '32.01' })).toEqual([['BID_WAREHOUSE_WITHOUT_TARIFF', 'warehouseCode']]);
    expect(broken({ validUntil: '2026-11-11' })).toEqual([['BID_VALIDITY_BEFORE_OPENING', 'validUntil']]);
    expect(broken({ maxPerBuyerPacks: 0 })).toEqual([['BID_MAX_PER_BUYER_NOT_POSITIVE', 'maxPerBuyerPacks']]);
  });
});

describe('whole terms', () => {
  it('say the same whether the neutral is said or left out, in any order', () => {
    const said = terms({
      tierKind: 'all-units',
      surcharges: [surcharge('32.71.02', 5), surcharge('32.71.01', 0)],
      origin: null,
    });
    expect(saySame(said, terms({ surcharges: [surcharge('32.71.02', 5)] }))).toBe(true);
    expect(saySame(said, terms())).toBe(false);
    expect(completeTerms(terms())).toMatchObject({ tierKind: 'all-units', surcharges: [], taxBps: 0 });
  });

  it.each([
    { tierKind: 'incremental' as const },
    { maxPerBuyerPacks: 4 },
    { warehouseCode: '32.71' },
    { taxBps: 1 },
    { paymentDays: 14 },
    { validUntil: '2026-12-01' },
    { origin: 'Cianjur' },
  ])('differ in every field: %j', (change) => {
    expect(saySame(terms(), terms(change))).toBe(false);
  });
});
