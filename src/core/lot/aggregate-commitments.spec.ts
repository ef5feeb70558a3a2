import fc from 'fast-check';
import {
  aggregateCommitments,
  type CommittedLine,
  type CommittingParty,
  type Storage,
} from './aggregate-commitments.js';

const party = (changes: Partial<CommittingParty> = {}): CommittingParty => ({
  isSuspended: false,
  hasColdStore: false,
  districtCode: '32.71.01',
  ...changes,
});

const line = (
  lineId: string,
  koperasiId: string,
  quantityPacks: number,
  more: Partial<CommittedLine> = {},
) => ({
  lineId,
  itemId: 'rice',
  koperasiId,
  beneficiaryId: koperasiId,
  quantityPacks,
  acceptsMerge: false,
  hasMoved: false,
  ...more,
});

const storages = new Map<string, Storage>([
  ['rice', 'dry'],
  ['chicken', 'frozen'],
  ['milk', 'chilled'],
]);

describe('aggregate commitments', () => {
  it('makes one lot per item, with demand per kecamatan', () => {
    const parties = new Map([
      ['a', party()],
      ['b', party({ districtCode: '32.71.02' })],
      ['k', party()],
    ]);
    const lines = [line('1', 'a', 60), line('2', 'b', 30), line('3', 'a', 10, { beneficiaryId: 'k' })];
    expect(aggregateCommitments(lines, parties, storages)).toEqual({
      lots: [
        {
          itemId: 'rice',
          quantityPacks: 100,
          koperasiCount: 2,
          lineIds: ['1', '2', '3'],
          zones: [
            { districtCode: '32.71.01', quantityPacks: 70, koperasiCount: 1 },
            { districtCode: '32.71.02', quantityPacks: 30, koperasiCount: 1 },
          ],
        },
      ],
      refused: [],
    });
  });

  it('refuses lines of the suspended, and cold goods without a cold store, and says why', () => {
    const parties = new Map([
      ['a', party()],
      ['cold', party({ hasColdStore: true })],
      ['gone', party({ isSuspended: true })],
    ]);
    const { lots, refused } = aggregateCommitments(
      [
        line('1', 'gone', 5),
        line('2', 'a', 5, { beneficiaryId: 'gone' }),
        line('3', 'a', 5, { itemId: 'chicken' }),
        line('4', 'a', 5, { itemId: 'milk' }),
        line('5', 'cold', 5, { itemId: 'chicken' }),
        line('6', 'gone', 5, { itemId: 'chicken' }),
      ],
      parties,
      storages,
    );
    expect(refused).toEqual([
      { lineId: '1', reason: 'KOPERASI_SUSPENDED' },
      { lineId: '2', reason: 'BENEFICIARY_SUSPENDED' },
      { lineId: '3', reason: 'COLD_STORE_MISSING' },
      { lineId: '4', reason: 'COLD_STORE_MISSING' },
      { lineId: '6', reason: 'KOPERASI_SUSPENDED' },
    ]);
    expect(lots.map((lot) => [lot.itemId, lot.lineIds])).toEqual([['chicken', ['5']]]);
  });

  it('refuses every line of an item that was given up, whoever else is to blame, and says where it went', () => {
    const parties = new Map([
      ['a', party()],
      ['gone', party({ isSuspended: true })],
    ]);
    const { lots, refused } = aggregateCommitments(
      [
        line('1', 'gone', 5, { acceptsMerge: true, hasMoved: true }),
        line('2', 'a', 5, { acceptsMerge: true }),
        line('3', 'a', 5),
        line('4', 'gone', 5, { itemId: 'milk' }),
      ],
      parties,
      storages,
      new Map([
        ['rice', 'merged'],
        ['milk', 'cancelled'],
      ]),
    );
    expect(lots).toEqual([]);
    expect(refused).toEqual([
      { lineId: '1', reason: 'RESCUE_MERGED' },
      { lineId: '2', reason: 'RESCUE_NO_TARGET' },
      { lineId: '3', reason: 'RESCUE_NOT_CONSENTED' },
      { lineId: '4', reason: 'RESCUE_CANCELLED' },
    ]);
  });

  it('forms no lot from nothing', () => {
    expect(aggregateCommitments([], new Map(), storages)).toEqual({ lots: [], refused: [] });
  });

  it('will not judge a line of a party nobody knows', () => {
    expect(() => aggregateCommitments([line('1', 'a', 5)], new Map(), storages)).toThrow(RangeError);
  });

  const anyPool = fc
    .record({
      parties: fc.array(
        fc.record({
          isSuspended: fc.nat({ max: 4 }).map((chance) => chance === 0),
          hasColdStore: fc.boolean(),
          districtCode: fc.constantFrom('32.71.01', '32.71.02', '32.71.03'),
        }),
        { minLength: 1, maxLength: 8 },
      ),
      picks: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat({ max: 2 }), fc.integer({ min: 1, max: 500 })), {
        maxLength: 40,
      }),
    })
    .map(({ parties, picks }) => ({
      parties: new Map(parties.map((each, place) => [`p${place}`, each])),
      lines: picks.map(([koperasi, beneficiary, item, quantityPacks], place) => ({
        lineId: `l${place}`,
        itemId: [...storages.keys()][item] ?? '',
        koperasiId: `p${koperasi % parties.length}`,
        beneficiaryId: `p${beneficiary % parties.length}`,
        quantityPacks,
        acceptsMerge: place % 2 === 0,
        hasMoved: place % 3 === 0,
      })),
    }));

  it('puts every line into exactly one lot or refuses it, and loses no pack', () => {
    fc.assert(
      fc.property(anyPool, ({ parties, lines }) => {
        const { lots, refused } = aggregateCommitments(lines, parties, storages);
        const ends = [...lots.flatMap((lot) => lot.lineIds), ...refused.map((each) => each.lineId)];
        expect(ends.sort()).toEqual(lines.map((each) => each.lineId).sort());
        for (const lot of lots) {
          const own = lines.filter((each) => lot.lineIds.includes(each.lineId));
          expect(own.every((each) => each.itemId === lot.itemId)).toBe(true);
          expect(lot.quantityPacks).toBe(own.reduce((sum, each) => sum + each.quantityPacks, 0));
          expect(lot.koperasiCount).toBe(new Set(own.map((each) => each.koperasiId)).size);
          expect(lot.zones.reduce((sum, zone) => sum + zone.quantityPacks, 0)).toBe(lot.quantityPacks);
          expect(lot.zones.reduce((sum, zone) => sum + zone.koperasiCount, 0)).toBe(lot.koperasiCount);
        }
      }),
    );
  });

  it('does not depend on the order of joining', () => {
    fc.assert(
      fc.property(anyPool, ({ parties, lines }) => {
        expect(aggregateCommitments([...lines].reverse(), parties, storages)).toEqual(
          aggregateCommitments(lines, parties, storages),
        );
      }),
    );
  });
});
