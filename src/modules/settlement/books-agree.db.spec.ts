import { parse } from 'csv-parse/sync';
import type { ContractMode } from '../../core/pool/contract-mode.js';
import { sumOf } from '../../core/kernel/sum-of.js';
import { accountNames } from '../../core/ledger/name-account.js';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { plantAllocation, plantPool } from '../../../test/support/plant-allocation.js';
import { playDispatch, playPlans, playReceipt } from '../../../test/support/play-delivery.js';
import { payoutsOf, plantMoneyParty, type MoneyParty } from '../../../test/support/play-payout.js';
import { playInvoice, playRequest } from '../../../test/support/play-settlement.js';
import {
  playFirm,
  statementOf,
  writeStatementCsv,
  writeStatementPage,
  type Statement,
} from '../../../test/support/read-books.js';
import { LedgerReader } from '../ledger/index.js';

const DAY_MS = 86_400_000;
const SACK_RP = 500_000;
const FEE_RP = 1_000;
let test: TestDatabase;
let play: ReturnType<typeof payoutsOf>;

beforeAll(async () => {
  test = await freshDatabase();
  play = payoutsOf(test);
});
afterAll(() => test.close());

const dayAfter = (days: number): string =>
  new Date(Date.now() + 7 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 10);
const openDues = async (payerId: string): Promise<{ id: string; payeeId: string }[]> =>
  test.db.rows(`SELECT id, payee_id FROM due WHERE payer_id = $1 AND state = 'open' ORDER BY id`, [payerId]);

/** Twenty sacks are asked for, paid over odd ways, delivered with five missing, and everything is paid that anybody owes. */
const playPool = async (mode: ContractMode) => {
  const pool = await plantPool(test.owner);
  const organiser = await plantMoneyParty(test, 'organiser', pool.organiserId);
  const koperasi = await plantMoneyParty(test, 'koperasi');
  const supplier = await plantMoneyParty(test, 'supplier');
  const parties = [organiser, koperasi, supplier];
  const of = (id: string): MoneyParty => parties.find((party) => party.id === id)!;
  await test.owner.query('UPDATE pool SET contract_mode = $2, version = version + 1 WHERE id = $1', [
    pool.poolId,
    mode,
  ]);
  await test.owner.query(`INSERT INTO pool_pricing VALUES ($1, 'uniform', 20)`, [pool.poolId]);
  const wanted = [{ koperasiId: koperasi.id, supplierId: supplier.id, packs: 20 }];
  const { lotId } = await plantAllocation(test.owner, pool, wanted, { priceRpPerUnit: 10_000 });
  const [dropId = ''] = await playPlans(test.db, pool, lotId);
  await playRequest(test.workerDb, dropId);
  const [request] = await openDues(koperasi.id);
  const collector = of(request?.payeeId ?? '');
  const asked = [request?.id ?? ''];
  // One payout comes back; one is said to have failed and arrives beside another: too much, which goes back.
  const lost = await play.sent(koperasi, asked);
  await play.arrived(collector, lost);
  await play.returned(koperasi, lost);
  const slow = await play.sent(koperasi, asked);
  await play.failed(koperasi, slow);
  await play.arrived(collector, await play.sent(koperasi, asked));
  await play.arrived(collector, slow);
  await playFirm(test.workerDb);
  await playDispatch(test.db, pool, dropId);
  await playReceipt(test.db, pool, dropId, { missingPacks: 5 });
  await playInvoice(test.workerDb, dropId);
  for (const payer of parties)
    for (const { id, payeeId } of await openDues(payer.id))
      await play.arrived(of(payeeId), await play.sent(payer, [id]));
  return { organiser, koperasi, supplier, dropId };
};

/** What a CSV says each account holds in the end: the last of its own balances, and the sum of its own rows. */
const readCsv = (statement: Statement): Map<string, { lastRp: number; sumRp: number }> => {
  const rows = parse(writeStatementCsv(statement), { bom: true, columns: true }) as unknown as Record<
    'Akun' | 'Debit' | 'Kredit' | 'Saldo',
    string
  >[];
  const held = new Map<string, { lastRp: number; sumRp: number }>();
  for (const { Akun, Debit, Kredit, Saldo } of rows) {
    const before = held.get(Akun)?.sumRp ?? 0;
    held.set(Akun, { lastRp: Number(Saldo), sumRp: before + Number(Debit) - Number(Kredit) });
  }
  return held;
};

describe.each(['direct', 'secondary'] as const)('the books of a pool in contract mode %s', (mode) => {
  it('say the same on statement, file, trial balance and invoice, after all that may go wrong with money', async () => {
    const { organiser, koperasi, supplier, dropId } = await playPool(mode);
    const ledger = new LedgerReader();
    const total = new Map<string, number>();
    const owners = await test.db.rows<{ id: string }>(
      'SELECT DISTINCT party_id AS id FROM account ORDER BY id',
    );
    for (const { id } of owners) {
      const statement = await statementOf(test.db, id, dayAfter(-2), dayAfter(2));
      const csv = readCsv(statement);
      const page = writeStatementPage(statement, 'Uji');
      for (const { purpose, openingRp, debitRp, creditRp, closingRp } of statement.accounts) {
        const own = statement.lines.filter((line) => line.purpose === purpose);
        expect(openingRp + sumOf(own, ({ amountRp }) => amountRp)).toBe(closingRp);
        expect(openingRp + debitRp - creditRp).toBe(closingRp);
        expect(csv.get(accountNames[purpose].id)).toEqual({ lastRp: closingRp, sumRp: closingRp });
        expect(page).toContain(accountNames[purpose].id);
        total.set(purpose, (total.get(purpose) ?? 0) + closingRp);
      }
      const balances = await ledger.balancesOf(test.db, id);
      expect(balances.map(({ purpose, balanceRp }) => [purpose, balanceRp])).toEqual(
        statement.accounts.map(({ purpose, closingRp }) => [purpose, closingRp]),
      );
      expect(sumOf(statement.accounts, ({ closingRp }) => closingRp)).toBe(0);
    }
    const trial = await ledger.trialBalance(test.db);
    expect(new Map(trial.map(({ purpose, balanceRp }) => [purpose as string, balanceRp]))).toEqual(total);

    const invoice = await test.db.first<{ amountRp: number; creditRp: number }>(
      `SELECT invoice.amount_rp, credit_note.amount_rp AS credit_rp FROM invoice
       JOIN credit_note ON invoice_id = invoice.id WHERE drop_id = $1`,
      [dropId],
    );
    // 15 of 20 sacks came, each at Rp500,000 and a fee of Rp1,000.
    expect(invoice).toEqual({ amountRp: 15 * (SACK_RP + FEE_RP), creditRp: 5 * (SACK_RP + FEE_RP) });
    const said = async ({ id }: MoneyParty): Promise<Record<string, number>> =>
      Object.fromEntries(
        (await ledger.balancesOf(test.db, id))
          .filter(({ balanceRp }) => balanceRp !== 0)
          .map(({ purpose, balanceRp }) => [purpose, balanceRp]),
      );
    const [goodsRp, feesRp] = [15 * SACK_RP, 15 * FEE_RP];
    expect(await said(koperasi)).toEqual({ bank: 0 - goodsRp - feesRp, purchases: goodsRp + feesRp });
    expect(await said(supplier)).toEqual({ bank: goodsRp, sales: 0 - goodsRp });
    expect(await said(organiser)).toMatchObject({ bank: feesRp, fees: 0 - feesRp });
    const views = await test.owner.query<{ name: string }>(
      `SELECT viewname AS name FROM pg_views WHERE viewname ~ '^p(01|02|03|04|05|15|16|17|27|28|30)_' ORDER BY 1`,
    );
    for (const { name } of views.rows)
      expect([name, await test.auditorDb.rows(`SELECT * FROM ${name}`)]).toEqual([name, []]);
  });
});
