import { allocateShares, type SharedLine } from './allocate-shares.js';

const line = (lineId: string, zoneId: string, sharePacks: number, askedPacks = sharePacks): SharedLine => ({
  lineId,
  buyerId: lineId,
  zoneId,
  districtCode: zoneId,
  askedPacks: Math.max(1, askedPacks),
  sharePacks,
});

const supply = (
  supplierId: string,
  zoneId: string,
  packs: number,
  maxPerBuyerPacks: number | null = null,
) => ({
  supplierId,
  zoneId,
  packs,
  maxPerBuyerPacks,
});

describe('allocating the shares of an award', () => {
  it('names suppliers zone by zone and rations nothing again', () => {
    const supplies = [supply('a', 'north', 30), supply('b', 'north', 20), supply('b', 'south', 5)];
    const lines = [
      line('x', 'north', 30, 60),
      line('y', 'north', 20),
      line('z', 'south', 5),
      line('out', 'south', 0, 9),
    ];
    const { shares, named, surplus } = allocateShares('pool', supplies, lines);
    expect(new Map(shares.map((share) => [share.lineId, [share.askedPacks, share.sharePacks]]))).toEqual(
      new Map([
        ['x', [60, 30]],
        ['y', [20, 20]],
        ['z', [5, 5]],
        ['out', [9, 0]],
      ]),
    );
    expect(shares.map(({ draw }) => draw)).toEqual(shares.map(({ draw }) => draw).sort());
    expect([...named].sort((a, b) => (a.lineId < b.lineId ? -1 : 1))).toEqual([
      { lineId: 'x', supplierId: 'a', packs: 30 },
      { lineId: 'y', supplierId: 'b', packs: 20 },
      { lineId: 'z', supplierId: 'b', packs: 5 },
    ]);
    expect(surplus).toEqual([]);
  });

  it('keeps to what a koperasi may get of a supplier', () => {
    const { named } = allocateShares(
      'pool',
      [supply('cheap', 'north', 15, 10), supply('dear', 'north', 20)],
      [line('x', 'north', 30), line('y', 'north', 5)],
    );
    for (const { supplierId, packs } of named)
      if (supplierId === 'cheap') expect(packs).toBeLessThanOrEqual(10);
    expect(named.reduce((sum, { packs }) => sum + packs, 0)).toBe(35);
  });

  it('refuses shares that are not what was awarded in their zone', () => {
    expect(() => allocateShares('pool', [supply('a', 'north', 3)], [line('x', 'south', 3)])).toThrow(
      RangeError,
    );
  });
});
