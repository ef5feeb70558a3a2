import { planReceipts } from './plan-receipts.js';

const drop = (id: string, koperasiId: string, ...packs: number[]) => ({
  id,
  koperasiId,
  supplierId: 's',
  state: 'dispatched',
  releasedAt: '2026-12-01T00:00:00.000Z',
  lines: packs.map((shippedPacks, place) => ({
    lineId: `${id}-${place}`,
    lotId: 'lot',
    shippedPacks,
    acceptedPacks: null,
    quarantinedPacks: null,
    damagedPacks: null,
    missingPacks: null,
  })),
});

describe('what koperasi count at the gate', () => {
  it('accepts everything where nothing is wrong', () => {
    expect(planReceipts([drop('a', 'k1', 14, 6)], [])).toEqual([
      {
        dropId: 'a',
        koperasiId: 'k1',
        lines: [
          { lineId: 'a-0', acceptedPacks: 14, quarantinedPacks: 0, damagedPacks: 0, missingPacks: 0 },
          { lineId: 'a-1', acceptedPacks: 6, quarantinedPacks: 0, damagedPacks: 0, missingPacks: 0 },
        ],
      },
    ]);
  });

  it('finds the fault in the largest line of all drops of that koperasi, and nowhere else', () => {
    const drops = [drop('a', 'k1', 4, 6), drop('b', 'k1', 14), drop('c', 'k2', 20)];
    const lines = planReceipts(drops, [{ koperasiId: 'k1', kind: 'damaged', packs: 2 }]).flatMap(
      (receipt) => receipt.lines,
    );
    expect(lines.filter(({ damagedPacks }) => damagedPacks > 0)).toEqual([
      { lineId: 'b-0', acceptedPacks: 12, quarantinedPacks: 0, damagedPacks: 2, missingPacks: 0 },
    ]);
  });

  it('cannot miss more than was sent', () => {
    const [receipt] = planReceipts([drop('a', 'k1', 2)], [{ koperasiId: 'k1', kind: 'missing', packs: 3 }]);
    expect(receipt?.lines).toEqual([
      { lineId: 'a-0', acceptedPacks: 0, quarantinedPacks: 0, damagedPacks: 0, missingPacks: 2 },
    ]);
  });
});
