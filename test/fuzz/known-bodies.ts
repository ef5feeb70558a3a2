import fc, { type Arbitrary } from 'fast-check';
import { knownThing } from './generate-value.js';

const few = fc.integer({ min: 1, max: 60 });
const price = fc.integer({ min: 9_000, max: 13_000 });
const day = fc.constantFrom('2026-12-01', '2026-12-02', '2027-01-15', '2099-12-31');
const isSo = fc.boolean();

/** Steps that rise in packs and fall in price, as the rules want them. */
const tiers = fc
  .tuple(price, isSo)
  .map(([priceRpPerUnit, hasMore]) => [
    { fromPacks: 1, priceRpPerUnit },
    ...(hasMore ? [{ fromPacks: 30, priceRpPerUnit: priceRpPerUnit - 500 }] : []),
  ]);

const items = fc.oneof(
  fc.constant([{ packCode: 'BERAS-MEDIUM/XSA50' }]),
  fc.constant([{ packCode: 'BERAS-MEDIUM/XSA50' }, { packCode: 'GULA/XSA50' }]),
);

/** What a buy pool may declare besides: each part there or not. */
const declared = fc.record(
  {
    rationingRule: fc.constantFrom('proportional', 'equal-awards', 'equal-losses', 'talmud'),
    pricing: fc.record({
      kind: fc.constantFrom('uniform', 'per-zone'),
      feeRpPerUnit: fc.constantFrom(0, 25),
    }),
    rescue: fc.record({
      otherwise: fc.constantFrom('go-on', 'merge', 'cancel'),
      extendByS: fc.constant(3_600),
      acceptsMerged: isSo,
      items: fc.constant([{ packCode: 'BERAS-MEDIUM/XSA50', minimumPacks: 40 }]),
    }),
    deposit: fc.record({ rateBps: fc.constantFrom(0, 1, 1_000, 10_000), graceS: fc.constantFrom(0, 900) }),
    steps: fc.record({ standstillS: fc.constantFrom(0, 3_600), contractDueS: fc.constant(60) }),
    award: fc.record({ maxShareBps: fc.constantFrom(1, 6_000, 10_000), minSuppliers: fc.nat(3) }),
    dueBy: fc.constantFrom('bid', 'party'),
  },
  { requiredKeys: [] },
);

/** What differs where koperasi sell. */
const selling = fc.record({
  side: fc.constant('sell'),
  items: fc.constant([
    {
      ...{ packCode: 'BERAS-MEDIUM/XSA50', floorRpPerUnit: 9_000, floorSource: 'Uji' },
      grades: [
        { code: 'A', priceBps: 10_000 },
        { code: 'B', priceBps: 9_000 },
      ],
    },
  ]),
});

const plain = fc.constant({});

/** All that a draft declares. */
const declaration = fc
  .tuple(
    fc.record({
      title: fc.constant('Putaran (uji)'),
      regionCode: fc.constant('35.71'),
      closesAt: fc.constantFrom('2029-01-01T00:00:00Z', '2030-01-01T00:00:00+07:00'),
      biddingPeriodS: fc.constantFrom(1, 3_600),
      neededFrom: fc.constant('2030-01-02'),
      neededUntil: fc.constantFrom('2030-01-09', '2099-12-31'),
      items,
    }),
    fc.oneof(plain, declared, selling),
  )
  .map(([pool, more]) => ({ ...pool, ...more }));

/**
 * What people send: bodies whose fields fit together, which a schema cannot say, so that what lies behind the rules
 * of a body is tried, too. A route that is not here is tried by its schema alone.
 */
export const knownBodies: Readonly<Record<string, Arbitrary<unknown>>> = {
  'POST /api/v1/pools': fc
    .tuple(declaration, knownThing('organiserId'))
    .map(([pool, organiserId]) => ({ ...pool, organiserId })),
  'PUT /api/v1/pools/{poolId}/declaration': declaration,
  'PUT /api/v1/me/password': fc.record({
    current: knownThing('password'),
    password: fc.constantFrom('tujuh bebek putih', 'dua kambing di sawah'),
  }),
  'PUT /api/v1/me/holder-key': fc.record({
    publicKey: fc.constantFrom(
      { curve: 'X25519', key: `CQ${'A'.repeat(41)}` },
      { curve: 'X25519', key: `Cg${'A'.repeat(41)}` },
    ),
  }),
  'POST /api/v1/parties/{partyId}/invitations': fc.oneof(
    fc.record({
      joinPartyId: knownThing('partyId'),
      roles: fc.constantFrom(['officer'], ['viewer', 'chair']),
    }),
    fc.record({
      party: fc.record({
        kind: fc.constantFrom('koperasi', 'supplier', 'carrier', 'kitchen', 'observer'),
        name: fc.constant('Demo: yang baru (uji)'),
        regionCode: fc.constantFrom('35.71', '35.71.01.1001'),
      }),
    }),
  ),
  'POST /api/v1/parties/{partyId}/bank-accounts': fc.record({
    bankCode: fc.constantFrom('008', '014'),
    accountNumber: fc.constantFrom('5220012345', '1234567890'),
    holderName: fc.constant('Demo: uji'),
  }),
  'POST /api/v1/parties/{partyId}/house-rules': fc.record({
    topic: fc.constantFrom('simpanan', 'batas-belanja'),
    textId: fc.constant('Aturan rumah (uji)'),
    decidedOn: fc.constantFrom('2026-01-10', '2026-11-01'),
    effectiveFrom: fc.constantFrom('2026-11-02', '2030-01-01'),
  }),
  'POST /api/v1/offers': fc.record({
    supplierId: knownThing('supplierId'),
    packCode: fc.constantFrom('BERAS-MEDIUM/XSA50', 'GULA/XSA50'),
    regionCode: fc.constant('35.71'),
    leadTimeDays: few,
    tiers,
    validFrom: fc.constant('2026-01-01'),
    validUntil: fc.constantFrom('2026-12-31', '2099-01-31'),
  }),
  'PUT /api/v1/kitchens/{kitchenId}/requirements/{isoWeek}': fc.record({
    lines: fc.constantFrom(
      [{ neededOn: '2026-12-07', commodityCode: 'BERAS-MEDIUM', quantityMilli: 100_000 }],
      [{ neededOn: '2026-12-08', commodityCode: 'GULA', quantityMilli: 500 }],
    ),
  }),
  'POST /api/v1/pools/{poolId}/commitments': fc.record({
    koperasiId: knownThing('koperasiId'),
    lines: fc.tuple(
      fc.record({
        itemId: knownThing('itemId'),
        neededBy: day,
        quantityPacks: few,
        tolerancePacks: fc.nat(5),
      }),
    ),
  }),
  'PATCH /api/v1/pools/{poolId}/commitments/{lineId}': fc.record({ quantityPacks: few }),
  'POST /api/v1/pools/{poolId}/quote': fc.record({
    koperasiId: knownThing('koperasiId'),
    lines: fc.tuple(fc.record({ itemId: knownThing('itemId'), quantityPacks: few })),
  }),
  'PUT /api/v1/lots/{lotId}/bids/{supplierId}': fc.record({
    capacityPacks: few,
    minimumPacks: fc.constant(0),
    leadTimeDays: few,
    tiers,
  }),
  'PUT /api/v1/pools/{poolId}/supplier-terms/{supplierId}': fc.record({
    fixedChargeRp: fc.constantFrom(0, 250_000),
    capacityMilli: fc.constant(null),
    minimumOrderRp: fc.constantFrom(0, 1_000_000),
  }),
  'POST /api/v1/parties/{partyId}/credit-terms': fc.record({
    buyerId: knownThing('koperasiId'),
    days: fc.constantFrom(0, 14, 180),
    limitRp: fc.constantFrom(1, 5_000_000),
  }),
  'POST /api/v1/drops/{dropId}/dispatch': fc.record({ deliveryNote: fc.constant('SJ-1') }),
  'POST /api/v1/drops/{dropId}/receipt': fc.record({
    lines: fc.tuple(
      fc.record({
        lineId: knownThing('lineId'),
        acceptedPacks: few,
        quarantinedPacks: fc.constantFrom(0, 1),
        damagedPacks: fc.constantFrom(0, 1),
        missingPacks: fc.constantFrom(0, 1),
      }),
    ),
  }),
};
