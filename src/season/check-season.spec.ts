import { createHash } from 'node:crypto';
import { checkSeason, firstBroken } from './check-season.js';
import { printReadOn } from './print-read-on.js';
import { printSummary } from './print-summary.js';
import type { SeasonFacts } from './season-facts.js';

/** A season small enough to reckon by hand: 24 + 10 sacks and 4 for a kitchen, from two suppliers, a third too dear. */
const RICE = 'RICE/50';
/** 30 sacks at Rp550,000 and 8 at Rp575,000 are Rp21,100,000 for 38, shared by sacks whoever brings them. */
const CHARGED_RP = new Map([
  ['l1 s1', 13_326_316],
  ['l2 s1', 1_110_526],
  ['l2 s2', 4_442_105],
  ['l3 s1', 2_221_053],
]);

const line = (id: string, koperasiId: string, beneficiaryId: string, quantityPacks: number) => ({
  id,
  itemId: 'item',
  koperasiId,
  beneficiaryId,
  quantityPacks,
  tolerancePacks: 0,
  worstLandedRp: 12_500,
  requirementLineId: null as string | null,
  state: 'active' as 'active' | 'withdrawn',
  version: 1,
});

const shipped = (lineId: string, shippedPacks: number, damagedPacks = 0, missingPacks = 0) => ({
  lineId,
  lotId: 'lot',
  shippedPacks,
  acceptedPacks: shippedPacks - damagedPacks - missingPacks,
  quarantinedPacks: 0,
  damagedPacks,
  missingPacks,
});

const drop = (
  id: string,
  supplierId: 's1' | 's2',
  koperasiId: string,
  lines: ReturnType<typeof shipped>[],
) => ({
  id,
  supplierId,
  koperasiId,
  state: 'received',
  releasedAt: '2026-12-01T00:00:00.000Z',
  lines,
});

const drops = () => [
  drop('d1', 's1', 'k1', [shipped('l1', 24, 2), shipped('l3', 4)]),
  drop('d2', 's1', 'k2', [shipped('l2', 2)]),
  drop('d3', 's2', 'k2', [shipped('l2', 8, 0, 1)]),
];

const billed = ({ id, supplierId, lines }: ReturnType<typeof drop>) => {
  const sum = (of: (each: ReturnType<typeof shipped>) => number): number =>
    lines.reduce((total, each) => total + of(each), 0);
  const chargeOf = ({ lineId }: ReturnType<typeof shipped>): number =>
    CHARGED_RP.get(`${lineId} ${supplierId}`) ?? Number.NaN;
  const requestedRp = sum(chargeOf);
  const amountRp = sum((each) => Math.floor((chargeOf(each) * each.acceptedPacks) / each.shippedPacks));
  const [damagedPacks, missingPacks] = [sum((each) => each.damagedPacks), sum((each) => each.missingPacks)];
  return {
    id: `invoice of ${id}`,
    dropId: id,
    amountRp,
    requestedRp,
    creditedRp: requestedRp - amountRp,
    quarantinedPacks: 0,
    damagedPacks,
    missingPacks,
  };
};

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const bid = (supplier: string, capacityPacks: number, tiers: [number, number][]) => ({
  bidId: `bid of ${supplier}`,
  supplierId: supplier,
  supplierName: supplier,
  terms: {
    capacityPacks,
    minimumPacks: 0,
    tiers: tiers.map(([fromPacks, priceRpPerUnit]) => ({ fromPacks, priceRpPerUnit })),
  },
  hash: hashOf(`says ${supplier}`),
  sealedText: `says ${supplier}`,
});

const won = (supplier: string, packs: number, tierNo: number, priceRpPerUnit: number) => ({
  bidId: `bid of ${supplier}`,
  supplierId: supplier,
  supplierName: supplier,
  tierNo,
  packs,
  priceRpPerUnit,
  amountRp: packs * 50 * priceRpPerUnit,
});

const share = (
  lineId: string,
  koperasiId: string,
  packs: number,
  suppliers: { supplierId: string; packs: number }[],
) => ({
  lineId,
  koperasiId,
  askedPacks: packs,
  allocatedPacks: packs,
  draw: lineId,
  suppliers,
});

const planned = (koperasi: string, quantityPacks: number) => ({
  koperasi,
  lines: [
    {
      packCode: RICE,
      neededBy: '2026-11-24',
      quantityPacks,
      tolerancePacks: 0,
      minimumPacks: 0,
      maxLandedRp: null,
    },
  ],
});

const givenFacts = () => ({
  plan: {
    seed: 1,
    isoWeek: '2026-W48',
    neededFrom: '2026-11-23',
    neededUntil: '2026-11-29',
    goods: [
      {
        role: 'rice' as const,
        commodityCode: 'RICE',
        packCode: RICE,
        packSizeMilli: 50_000,
        ceilingRpPerUnit: 13_500,
      },
    ],
    requirements: [
      {
        kitchen: 'kitchen',
        lines: [{ neededOn: '2026-11-24', commodityCode: 'RICE', quantityMilli: 177_000 }],
      },
    ],
    commitments: [planned('kop-1', 20), planned('kop-2', 10), planned('kop-3', 7)],
    amendment: { koperasi: 'kop-1', packCode: RICE, firstPacks: 22, finalPacks: 24 },
    withdrawal: { koperasi: 'kop-3', packCode: RICE },
    quote: { koperasi: 'kop-2', packCode: RICE },
    offers: [
      {
        supplier: 's3',
        packCode: RICE,
        terms: { minimumPacks: 0, leadTimeDays: 1, tiers: bid('s3', 1, [[1, 14_000]]).terms.tiers },
        validFrom: '2026-11-23',
        validUntil: '2026-12-27',
      },
    ],
    bids: ['s1', 's2'].map((supplier) => ({
      supplier,
      packCode: RICE,
      kind: 'big' as const,
      terms: { ...bid(supplier, 1, []).terms, leadTimeDays: 1 },
    })),
    faults: [
      { koperasi: 'kop-1', kind: 'damaged' as const, packs: 2 },
      { koperasi: 'kop-2', kind: 'missing' as const, packs: 1 },
    ],
  },
  partyIds: new Map([
    ['kop-1', 'k1'],
    ['kop-2', 'k2'],
    ['kop-3', 'k3'],
  ]),
  partyNames: new Map([
    ['k1', 'Satu'],
    ['k2', 'Dua'],
    ['k3', 'Tiga'],
  ]),
  conflictCode: 'VERSION_CHANGED',
  quoted: { koperasiId: 'k2', itemId: 'item', quantityPacks: 10, worstRpPerUnit: 12_500 },
  guarantees: [{ itemId: 'item', packCode: RICE, guaranteedRpPerUnit: 11_106 }],
  happenings: [
    { subjectId: 'other', textId: 'Gula: dibagi.' },
    { subjectId: 'lot', textId: 'Beras: dibagi.' },
  ],
  seenBeforeOpening: 0,
  bidReceipts: ['s1', 's2'].map((supplier) => ({ lotId: 'lot', hash: hashOf(`says ${supplier}`) })),
  selfApprovalCodes: ['NOT_ALLOWED'],
  receipts: drops().map(({ id, koperasiId, lines }) => ({ dropId: id, koperasiId, lines })),
  pool: {
    id: 'pool',
    state: 'settled',
    items: [
      {
        itemId: 'item',
        packCode: RICE,
        commodityNameId: 'Beras',
        ceilingRpPerUnit: 13_500,
        referenceRpPerUnit: 13_500,
      },
    ],
  },
  requirements: [
    {
      id: 'requirement',
      kitchenId: 'c1',
      state: 'published' as const,
      version: 1,
      lines: [{ id: 'need', neededOn: '2026-11-24', commodityCode: 'RICE', quantityMilli: 177_000 }],
    },
  ],
  commitments: [
    line('l1', 'k1', 'k1', 24),
    line('l2', 'k2', 'k2', 10),
    { ...line('l3', 'k1', 'c1', 4), requirementLineId: 'need' },
    { ...line('l4', 'k3', 'k3', 7), state: 'withdrawn' as const },
  ],
  refused: [] as {
    lineId: string;
    quantityPacks: number;
    tolerancePacks: number;
    lotId: null;
    refusal: string;
  }[],
  lots: [
    {
      lot: {
        id: 'lot',
        itemId: 'item',
        commodityCode: 'RICE',
        packCode: RICE,
        packSizeMilli: 50_000,
        baseUnit: 'KGM',
        ceilingRpPerUnit: 13_500,
        state: 'settled',
        quantityPacks: 38,
        koperasiCount: 2,
        failedReason: null,
        zones: [{ quantityPacks: 28 }, { quantityPacks: 10 }],
      },
      lines: [
        ['l1', 24],
        ['l2', 10],
        ['l3', 4],
      ].map(([lineId, quantityPacks]) => ({
        lineId: String(lineId),
        quantityPacks: Number(quantityPacks),
        tolerancePacks: 0,
        lotId: 'lot',
        refusal: null,
      })),
      bids: [
        bid('s1', 30, [[1, 11_000]]),
        bid('s2', 20, [
          [1, 12_000],
          [5, 11_500],
        ]),
        bid('s3', 40, [[1, 14_000]]),
      ],
      award: {
        lotId: 'lot',
        state: 'approved',
        demandPacks: 38,
        awardedPacks: 38,
        unservedPacks: 0,
        tolerancePacks: 0,
        leftPacks: 0,
        costRp: 21_100_000,
        gapPpm: 0,
        lines: [won('s1', 30, 1, 11_000), won('s2', 8, 2, 11_500)],
        losingBids: [
          { bidId: 'bid of s3', supplierName: 's3', code: 'PRICE_ABOVE_CEILING', id: 'Mahal.', en: 'Dear.' },
        ],
        proposedBy: 'officer' as string | null,
        approvedBy: 'chair' as string | null,
      },
      shares: [
        share('l1', 'k1', 24, [{ supplierId: 's1', packs: 24 }]),
        share('l2', 'k2', 10, [
          { supplierId: 's1', packs: 2 },
          { supplierId: 's2', packs: 8 },
        ]),
        share('l3', 'k1', 4, [{ supplierId: 's1', packs: 4 }]),
      ],
    },
  ],
  drops: drops(),
  invoices: drops().map(billed),
  requests: drops()
    .map(billed)
    .map(({ dropId, requestedRp }) => ({ dropId, amountRp: requestedRp })),
  paid: drops()
    .map(billed)
    .map(({ dropId, requestedRp }) => ({ dueId: `due of ${dropId}`, amountRp: requestedRp })),
  dues: drops()
    .map(billed)
    .map(({ dropId, requestedRp }) => ({
      ...{ id: `due of ${dropId}`, kind: 'payment-request', payerId: 'k', payeeId: 's', poolId: 'pool' },
      ...{ amountRp: requestedRp, openRp: 0, state: 'settled' },
    })),
  trialBalance: {
    accounts: [
      { purpose: 'sales', debitRp: 7, creditRp: 4 },
      { purpose: 'payable', debitRp: 1, creditRp: 4 },
    ],
    sumRp: 0,
    journals: 9,
  },
  traces: [
    {
      requirementLineId: 'need',
      poolId: 'pool',
      lotId: 'lot',
      koperasiId: 'k1',
      quantityPacks: 4,
      allocatedPacks: 4,
      parts: [
        {
          supplierId: 's1',
          packs: 4,
          dropId: 'd1' as string | null,
          dropState: 'received',
          deliveryNote: 'SJ-1',
          acceptedPacks: 4,
          quarantinedPacks: 0,
          damagedPacks: 0,
          missingPacks: 0,
          invoiceNumber: 'INV/1' as string | null,
        },
      ],
    },
  ],
  summary: {
    togetherRp: 21_100_000,
    aloneRp: 20_900_000,
    savedRp: -200_000,
    lots: [{ lotId: 'lot', togetherRp: 21_100_000, aloneRp: 20_900_000, savedRp: -200_000 }],
    koperasi: [
      { koperasiId: 'k1', togetherRp: 15_547_369, aloneRp: 15_400_000, savedRp: -147_369 },
      { koperasiId: 'k2', togetherRp: 5_552_631, aloneRp: 5_500_000, savedRp: -52_631 },
    ],
    checks: [{ name: 'asked = allocated', holds: true, left: 38, right: 38 }],
  },
  invariants: { promises: ['p01'], broken: [] as { promise: string; subject: string; detail: string }[] },
});

type Facts = ReturnType<typeof givenFacts>;

/** The one thing of a list that is there. */
const at = <Item>(items: Item[], place: number): Item => items[place]!;
const lotOf = (facts: Facts) => at(facts.lots, 0);

const brokenBy = (plant: (facts: Facts) => void): string[] => {
  const facts = givenFacts();
  plant(facts);
  return checkSeason(facts as SeasonFacts)
    .filter(({ held }) => !held)
    .map(({ name }) => name);
};

describe('checking a season', () => {
  it('holds every promise of a season that went well', () => {
    expect(checkSeason(givenFacts() as SeasonFacts).filter(({ held }) => !held)).toEqual([]);
    expect(firstBroken(checkSeason(givenFacts() as SeasonFacts))).toBeNull();
  });

  it('names each promise once', () => {
    const names = checkSeason(givenFacts() as SeasonFacts).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each<[string, string, (facts: Facts) => void]>([
    ['a commitment that was lost', 'committed = planned', (f) => f.commitments.splice(1, 1)],
    [
      'a kitchen that was forgotten',
      'ordered for them',
      (f) => (at(f.commitments, 2).requirementLineId = null),
    ],
    ['an amendment that was lost', 'nothing lost', (f) => (at(f.commitments, 0).quantityPacks = 22)],
    ['an overwritten version', 'nothing lost', (f) => (f.conflictCode = 'NOTHING_TO_CHANGE')],
    ['a line that came back', 'withdrawn lines', (f) => (at(lotOf(f).lines, 1).lineId = 'l4')],
    ['a lot larger than its lines', 'lot = its lines', (f) => (lotOf(f).lot.quantityPacks = 39)],
    ['a district left out', 'lot = its districts', (f) => lotOf(f).lot.zones.pop()],
    ['a bid seen too early', 'sealed until opened', (f) => (f.seenBeforeOpening = 1)],
    [
      'a bid that says something else than its receipt',
      'hashes of bids recomputed',
      (f) => (at(lotOf(f).bids, 0).sealedText = 'says nothing'),
    ],
    ['a bid that vanished', 'bids opened = submitted', (f) => lotOf(f).bids.splice(2, 1)],
    ['a loser without a reason', 'told why not', (f) => (at(lotOf(f).award.losingBids, 0).id = '')],
    [
      'unserved packs nobody owns up to',
      'awarded + unserved',
      (f) => (at(lotOf(f).award.lines, 1).packs = 7),
    ],
    [
      'an award that is not the cheapest',
      'cheapest split',
      (f) => {
        at(lotOf(f).award.lines, 0).packs = 29;
        at(lotOf(f).award.lines, 0).amountRp -= 550_000;
        at(lotOf(f).award.lines, 1).packs = 9;
        at(lotOf(f).award.lines, 1).amountRp += 575_000;
      },
    ],
    ['packs above capacity', 'above capacity', (f) => (at(lotOf(f).bids, 0).terms.capacityPacks = 29)],
    [
      'a price above the ceiling',
      'above the ceiling',
      (f) => (at(lotOf(f).award.lines, 1).priceRpPerUnit = 13_501),
    ],
    ['a ceiling of its own', 'public reference price', (f) => (lotOf(f).lot.ceilingRpPerUnit = 13_499)],
    [
      'a price that is not the bid’s',
      'price of the tier',
      (f) => (at(lotOf(f).award.lines, 1).amountRp += 1),
    ],
    ['an own proposal approved', 'approved by another', (f) => (lotOf(f).award.approvedBy = 'officer')],
    ['an own approval let through', 'own approval refused', (f) => f.selfApprovalCodes.pop()],
    ['a line without a share', 'each line has its share', (f) => lotOf(f).shares.pop()],
    ['packs that evaporate', 'allocated + unserved', (f) => (at(lotOf(f).shares, 0).allocatedPacks = 23)],
    [
      'a share from nowhere',
      'awarded = allocated',
      (f) => (at(at(lotOf(f).shares, 0).suppliers, 0).packs = 25),
    ],
    [
      'a favourite',
      'shares in proportion',
      (f) => {
        at(lotOf(f).shares, 0).allocatedPacks = 22;
        at(lotOf(f).shares, 1).allocatedPacks = 12;
      },
    ],
    [
      'a sack that was not loaded',
      'allocated = shipped',
      (f) => (at(at(f.drops, 1).lines, 0).shippedPacks = 1),
    ],
    [
      'a sack nobody was allocated',
      'allocated = shipped',
      (f) => at(f.drops, 1).lines.push(shipped('l9', 1)),
    ],
    ['a sack not accounted for', 'shipped = accepted', (f) => (at(at(f.drops, 0).lines, 1).missingPacks = 1)],
    [
      'a receipt that was altered',
      'counted at the gate',
      (f) => (at(at(f.drops, 0).lines, 1).acceptedPacks = 3),
    ],
    ['damage that was forgotten', 'what happened', (f) => (at(at(f.drops, 0).lines, 0).damagedPacks = 1)],
    ['a drop without an invoice', 'one invoice per drop', (f) => f.invoices.pop()],
    ['a request that is too high', 'requests = shipped x price', (f) => (at(f.requests, 0).amountRp += 1)],
    ['an invoice that is too high', 'invoices = accepted x price', (f) => (at(f.invoices, 0).amountRp += 1)],
    ['a credit that is too low', 'credits = not accepted', (f) => (at(f.invoices, 2).creditedRp -= 1)],
    ['a payment that was lost', 'paid = requested', (f) => f.paid.pop()],
    ['a request that stays open', 'every request settled', (f) => (at(f.dues, 0).state = 'open')],
    [
      'money from nowhere',
      'money only moved',
      (f) => f.trialBalance.accounts.push({ purpose: 'bank', debitRp: 1, creditRp: 0 }),
    ],
    ['books that do not balance', 'debits = credits', (f) => (at(f.trialBalance.accounts, 0).debitRp += 1)],
    ['a lot without an end', 'pool settled', (f) => (lotOf(f).lot.state = 'delivering')],
    ['a pool without an end', 'pool settled', (f) => (f.pool.state = 'closed')],
    ['a kitchen line that was lost', 'traced to drop', (f) => (at(at(f.traces, 0).parts, 0).dropId = null)],
    [
      'a kitchen line without an invoice',
      'traced to drop',
      (f) => (at(at(f.traces, 0).parts, 0).invoiceNumber = null),
    ],
    ['a summary that flatters', 'per lot', (f) => (at(f.summary.lots, 0).aloneRp += 1)],
    ['a summary that forgets one', 'per koperasi', (f) => f.summary.koperasi.pop()],
    ['a check of the server that fails', 'own checks add up', (f) => (at(f.summary.checks, 0).holds = false)],
    [
      'a quote that was not kept',
      'promised with the order',
      (f) => (at(f.commitments, 1).worstLandedRp = 12_501),
    ],
    ['a price above the worst', 'above the worst', (f) => (at(f.commitments, 0).worstLandedRp = 11_105)],
    ['a worst that nobody wrote down', 'above the worst', (f) => f.commitments.splice(1, 1)],
    [
      'a meter that promised too much',
      'guarantee at close',
      (f) => (at(f.guarantees, 0).guaranteedRpPerUnit = 11_105),
    ],
    [
      'a broken invariant',
      'database sees them',
      (f) => f.invariants.broken.push({ promise: 'p01', subject: 'j', detail: '1' }),
    ],
  ])('catches %s', (_, promise, plant) => {
    expect(brokenBy(plant)).toContainEqual(expect.stringContaining(promise));
  });

  it('names the first that broke, with both numbers', () => {
    const facts = givenFacts();
    at(facts.commitments, 1).quantityPacks = 9;
    expect(firstBroken(checkSeason(facts as SeasonFacts))).toBe(
      'Dipesan = direncanakan (committed = planned): RICE/50: 37 ≠ 38',
    );
  });
});

describe('printing a season', () => {
  const print = (facts: Facts): string[] => {
    const season = facts as SeasonFacts;
    return printSummary(season, checkSeason(season)).split('\n');
  };

  it('tells prices, costs, savings and what was wrong with the goods', () => {
    const text = print(givenFacts()).join('\n');
    expect(text).toMatch(/s1 +30 +Rp11\.000 +Rp16\.500\.000/);
    expect(text).toMatch(/sendiri \(alone\) Rp20\.900\.000, bersama \(together\) Rp21\.100\.000/);
    expect(text).toContain('Dua: 1 dari (of) 8 RICE/50 kurang (missing), dari (from) s2');
    expect(text).toContain('s3: Mahal.');
    expect(text).toMatch(/Yang terjadi bagi Dua .*\n.*paling mahal \(at worst\) Rp12\.500\/kg/);
    expect(text).toContain('- Beras: dibagi.');
  });

  it('says where the running system explains each lot, and how to recompute it', () => {
    const readOn = printReadOn(givenFacts(), 'http://127.0.0.1:3000/');
    expect(readOn).toContain('http://127.0.0.1:3000/api/v1/lots/lot/award/explanation?language=id');
    expect(readOn).toMatch(/curl .*\/lots\/lot\/award\/file && npx sepikul award verify award\.json$/);
  });

  it('ticks what held and crosses what did not', () => {
    const facts = givenFacts();
    facts.pool.state = 'closed';
    const marks = print(facts).filter((each) => /^ {2}[✓✗] /.test(each));
    expect(marks.filter((each) => each.startsWith('  ✗'))).toEqual([expect.stringContaining('pool settled')]);
    expect(marks).toHaveLength(checkSeason(facts).length);
  });

  it('keeps to a hundred columns', () => {
    const facts = givenFacts();
    at(lotOf(facts).award.losingBids, 0).id = 'Harga terlalu mahal untuk paket ini. '.repeat(9).trim();
    at(lotOf(facts).award.lines, 0).supplierName =
      'Koperasi Unit Desa dengan Nama yang Sangat Panjang Sekali';
    expect(print(facts).filter((each) => each.length > 100)).toEqual([]);
  });
});
