import { groupBy } from '../core/kernel/group-by.js';
import type { DropDetailAnswer } from './supply-answers.js';
import { compare, comparePairs, expectNone, type Pair, type SeasonCheck } from './compare-numbers.js';
import { sumOf } from '../core/kernel/sum-of.js';
import { addSavings, reckonCharges, reckonSavings, type Saving } from './reckon-savings.js';
import type { SeasonFacts } from './season-facts.js';

type DropLine = DropDetailAnswer['lines'][number];

/** One pair per drop: what was answered for it, and what its packs come to by the player's own reckoning. */
const perDrop = (
  { drops }: SeasonFacts,
  answered: (dropId: string) => number | undefined,
  due: (line: DropLine, supplierId: string) => number,
): Pair[] =>
  drops.map((drop) => ({
    of: drop.id,
    left: answered(drop.id) ?? Number.NaN,
    right: sumOf(drop.lines, (line) => due(line, drop.supplierId)),
  }));

const checkBills = (facts: SeasonFacts): SeasonCheck[] => {
  const invoices = new Map(facts.invoices.map((invoice) => [invoice.dropId, invoice]));
  const requestedOf = (dropId: string): number =>
    sumOf(
      facts.requests.filter((request) => request.dropId === dropId),
      ({ amountRp }) => amountRp,
    );
  const chargeOf = reckonCharges(facts.lots);
  const shipped = (line: DropLine, supplierId: string): number =>
    chargeOf(line.lineId, supplierId, line.shippedPacks);
  const accepted = (line: DropLine, supplierId: string): number =>
    chargeOf(line.lineId, supplierId, line.acceptedPacks ?? Number.NaN);
  return [
    compare('Satu faktur per pengiriman (one invoice per drop)', facts.invoices.length, facts.drops.length),
    comparePairs(
      'Tagihan = dikirim x harga (payment requests = shipped x price)',
      perDrop(facts, requestedOf, shipped),
    ),
    comparePairs(
      'Faktur = diterima baik x harga (invoices = accepted x price)',
      perDrop(facts, (id) => invoices.get(id)?.amountRp, accepted),
    ),
    comparePairs(
      'Nota kredit = tidak baik x harga (credits = not accepted x price)',
      perDrop(
        facts,
        (id) => invoices.get(id)?.creditedRp,
        (line, supplierId) => shipped(line, supplierId) - accepted(line, supplierId),
      ),
    ),
    comparePairs(
      'Tagihan = faktur + kredit (requests = invoices + credits)',
      facts.drops.map(({ id }) => ({
        of: id,
        left: requestedOf(id),
        right: (invoices.get(id)?.amountRp ?? Number.NaN) + (invoices.get(id)?.creditedRp ?? Number.NaN),
      })),
    ),
  ];
};

/** What was paid, against what was asked for and what the books say of it. */
const checkPayments = ({ dues, paid, requests, trialBalance }: SeasonFacts): SeasonCheck[] => {
  const paidRp = sumOf(paid, ({ amountRp }) => amountRp);
  const balanceOf = (...purposes: string[]): number =>
    sumOf(
      trialBalance.accounts.filter(({ purpose }) => purposes.includes(purpose)),
      ({ debitRp, creditRp }) => debitRp - creditRp,
    );
  return [
    compare(
      'Dibayar = ditagih sebelum barang berangkat (paid = requested before goods left)',
      paidRp,
      sumOf(requests, ({ amountRp }) => amountRp),
    ),
    expectNone(
      'Semua tagihan lunas (every request settled)',
      dues.filter(({ state }) => state !== 'settled').map(({ id, state }) => `${id} ${state}`),
      dues.length,
    ),
    compare(
      'Uang hanya berpindah: kas semua pihak bersama = 0 (money only moved: all cash together = 0)',
      balanceOf('gateway', 'gateway-clearing', 'bank'),
      0,
    ),
  ];
};

const checkBooks = ({ trialBalance, lots, pool }: SeasonFacts): SeasonCheck[] => [
  compare(
    'Debit = kredit di buku besar (ledger debits = credits)',
    sumOf(trialBalance.accounts, ({ debitRp }) => debitRp),
    sumOf(trialBalance.accounts, ({ creditRp }) => creditRp),
  ),
  expectNone(
    'Semua paket dan putaran selesai (every lot and the pool settled)',
    [
      ...lots.filter(({ lot }) => lot.state !== 'settled').map(({ lot }) => `${lot.packCode} ${lot.state}`),
      ...(pool.state === 'settled' ? [] : [`putaran (pool) ${pool.state}`]),
    ],
    lots.length + 1,
  ),
];

/** Each kitchen's line must have come all the way to a received drop with its invoice. */
const checkTraces = ({ traces, requirements, drops }: SeasonFacts): SeasonCheck[] => {
  const received = new Set(drops.filter(({ state }) => state === 'received').map(({ id }) => id));
  const name = 'Kebutuhan dapur terlacak sampai faktur (kitchen lines traced to drop and invoice)';
  const broken = traces
    .filter(({ allocatedPacks, lotId, parts }) => {
      const packs = sumOf(parts, (part) => part.packs);
      const arrived = parts.every(
        ({ dropId, invoiceNumber }) => received.has(dropId ?? '') && invoiceNumber !== null,
      );
      return lotId === null || allocatedPacks === null || packs !== allocatedPacks || !arrived;
    })
    .map(({ requirementLineId }) => requirementLineId);
  const wanted = sumOf(requirements, ({ lines }) => lines.length);
  return [traces.length === wanted ? expectNone(name, broken, wanted) : compare(name, traces.length, wanted)];
};

const savedPairs = (of: string, server: Saving | undefined, own: Saving): Pair[] => [
  { of: `${of}, bersama (together)`, left: server?.togetherRp ?? Number.NaN, right: own.togetherRp },
  { of: `${of}, sendiri (alone)`, left: server?.aloneRp ?? Number.NaN, right: own.aloneRp },
];

const checkSummary = (facts: SeasonFacts): SeasonCheck[] => {
  const own = reckonSavings(facts);
  const lots = groupBy(own, ({ lotId }) => lotId);
  const koperasi = groupBy(own, ({ koperasiId }) => koperasiId);
  const { summary, partyNames } = facts;
  const server = new Map<string, Saving>([
    ...summary.lots.map((saving) => [saving.lotId, saving] as const),
    ...summary.koperasi.map((saving) => [saving.koperasiId, saving] as const),
  ]);
  return [
    comparePairs('Ringkasan server = hitungan sendiri, per paket (summary = own reckoning, per lot)', [
      ...facts.lots.flatMap(({ lot }) =>
        savedPairs(lot.packCode, server.get(lot.id), addSavings(lots.get(lot.id) ?? [])),
      ),
      ...savedPairs('semua (all)', summary, addSavings(own)),
    ]),
    comparePairs(
      'Ringkasan server = hitungan sendiri, per koperasi (summary = own reckoning, per koperasi)',
      [
        ...[...koperasi].flatMap(([id, savings]) =>
          savedPairs(partyNames.get(id) ?? id, server.get(id), addSavings(savings)),
        ),
        { of: 'banyaknya (how many)', left: summary.koperasi.length, right: koperasi.size },
      ],
    ),
    expectNone(
      'Hitungan server sendiri cocok (the server’s own checks add up)',
      summary.checks
        .filter(({ holds }) => !holds)
        .map(({ name, left, right }) => `${name}: ${left} ≠ ${right}`),
      summary.checks.length,
    ),
  ];
};

/** From receipts to the books, and what is said of it all. */
export const checkMoney = (facts: SeasonFacts): SeasonCheck[] => [
  ...checkBills(facts),
  ...checkPayments(facts),
  ...checkBooks(facts),
  ...checkTraces(facts),
  ...checkSummary(facts),
  expectNone(
    'Janji di basis data (promises as the database sees them)',
    facts.invariants.broken.map(({ promise, subject, detail }) => `${promise} ${subject} ${detail}`),
    facts.invariants.promises.length,
  ),
];
