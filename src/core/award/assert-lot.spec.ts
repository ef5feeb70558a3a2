import { assertLot } from './assert-lot.js';
import type { LotToAward } from './lot-to-award.js';

const sound: LotToAward = {
  lotId: 'lot',
  demandPacks: 30,
  packSizeMilli: 50_000,
  ceilingRpPerUnit: 11_000,
  bids: [
    {
      bidId: 'a',
      supplierId: 's',
      submittedAt: '2026-11-12T02:00:00Z',
      capacityPacks: 40,
      minimumPacks: 0,
      leadTimeDays: 3,
      tiers: [
        { fromPacks: 1, priceRpPerUnit: 10_800 },
        { fromPacks: 20, priceRpPerUnit: 10_500 },
      ],
    },
  ],
};
const [bid] = sound.bids;

describe('a lot the engine can reason about', () => {
  it('is let through', () => {
    expect(() => assertLot(sound)).not.toThrow();
    expect(() => assertLot({ ...sound, demandPacks: 0, bids: [] })).not.toThrow();
  });

  it.each<[string, LotToAward]>([
    ['has no fractions', { ...sound, demandPacks: 1.5 }],
    ['has packs of some size', { ...sound, packSizeMilli: 0 }],
    ['is not so large that a double loses a rupiah', { ...sound, demandPacks: 2 ** 50 }],
    ['names each bid once', { ...sound, bids: [bid!, bid!] }],
    ['knows when each bid came', { ...sound, bids: [{ ...bid!, submittedAt: 'yesterday' }] }],
    ['has no negative capacity', { ...sound, bids: [{ ...bid!, capacityPacks: -1 }] }],
    ['has rising tiers', { ...sound, bids: [{ ...bid!, tiers: [...bid!.tiers].reverse() }] }],
    [
      'starts no tier at nothing',
      { ...sound, bids: [{ ...bid!, tiers: [{ fromPacks: 0, priceRpPerUnit: 1 }] }] },
    ],
  ])('%s', (_, lot) => {
    expect(() => assertLot(lot)).toThrow(RangeError);
  });
});
