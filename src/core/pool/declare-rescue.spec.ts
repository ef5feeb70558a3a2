import { Refusal } from '../kernel/refuse.js';
import { declareRescue, type RescueRequest } from './declare-rescue.js';

const packs = ['BERAS/50', 'GULA/50'];
const rice = { packCode: 'BERAS/50', minimumPacks: 100 };

const refusalOf = (request: RescueRequest): [string, string | undefined] => {
  try {
    declareRescue(request, packs);
    return ['ALLOWED', undefined];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [error.code, error.errors[0]?.field];
  }
};

describe('declaring a rescue', () => {
  it('takes minimums with what follows from missing them, and fills in what was left out', () => {
    expect(declareRescue({ items: [rice], otherwise: 'merge', extendByS: 60 }, packs)).toEqual({
      extendByS: 60,
      otherwise: 'merge',
      acceptsMerged: false,
      minimums: [rice],
    });
    expect(declareRescue({ acceptsMerged: true }, packs)).toEqual({
      extendByS: null,
      otherwise: 'go-on',
      acceptsMerged: true,
      minimums: [],
    });
  });

  it.each<[string, RescueRequest, string, string]>([
    ['a minimum without an end', { items: [rice] }, 'RESCUE_WITHOUT_END', 'rescue.otherwise'],
    ['an extension without a minimum', { extendByS: 60 }, 'RESCUE_WITHOUT_MINIMUM', 'rescue.items'],
    [
      'an end without a minimum',
      { otherwise: 'cancel', items: [] },
      'RESCUE_WITHOUT_MINIMUM',
      'rescue.items',
    ],
    [
      'a pack that the pool does not buy',
      { items: [rice, { packCode: 'TELUR/15', minimumPacks: 1 }], otherwise: 'cancel' },
      'RESCUE_PACK_UNKNOWN',
      'rescue.items.1.packCode',
    ],
    [
      'a pack twice',
      { items: [rice, { ...rice, minimumPacks: 5 }], otherwise: 'cancel' },
      'PACK_TWICE',
      'rescue.items.1.packCode',
    ],
  ])('refuses %s', (_, request, code, field) => {
    expect(refusalOf(request)).toEqual([code, field]);
  });
});
