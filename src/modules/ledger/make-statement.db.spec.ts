import { credit, debit } from '../../core/ledger/post-journal.js';
import { newId } from '../../platform/new-id.js';
import { withinScope } from '../../platform/db/scope.js';
import { auditPlanting } from '../../../test/support/audit-planting.js';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { plantParty } from '../../../test/support/plant-lot.js';
import { MakeStatement } from './make-statement.js';
import { postJournal } from './post-journal.js';
import { RollUpPostings } from './roll-up-postings.js';
import { StatementReader } from './statement.reader.js';
import { writeStatementCsv, writeStatementPage, writeStatementPdf } from './write-statement-file.js';

let database: TestDatabase;
let koperasi: string;
let supplier: string;

const post = (amountRp: number, effectiveAt: string, reference: string | null = null): Promise<string> =>
  database.db.transaction(async (tx) => {
    await auditPlanting(tx);
    return postJournal(tx, {
      businessKey: `invoice:${newId()}`,
      kind: 'invoice',
      reference,
      effectiveAt: new Date(effectiveAt),
      postings: [
        debit(koperasi, 'prepaid', amountRp),
        credit(koperasi, 'payable', amountRp),
        debit(supplier, 'receivable', amountRp),
        credit(supplier, 'unearned', amountRp),
      ],
    });
  });

beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  koperasi = await plantParty(database.owner, 'koperasi');
  supplier = await plantParty(database.owner, 'supplier');
  await post(100, '2026-01-31T16:59:00Z');
  await new RollUpPostings(database.workerDb).run();
  await post(20, '2026-01-31T17:00:00Z', '=INV/2');
  await post(5, '2026-02-28T16:59:59Z');
  await post(7, '2026-02-28T17:00:00Z');
});
afterAll(() => database.close());

/** As a member of one party asks for the statement of another, or its own. */
const askedBy = (
  member: string,
  partyId: string,
  from: string,
  to: string,
): ReturnType<MakeStatement['of']> =>
  withinScope(
    {
      principal: {
        personId: newId(),
        memberships: [{ partyId: member, kind: 'koperasi', roles: ['treasurer'] }],
      },
    },
    () => new MakeStatement(database.bareDb, new StatementReader()).of(partyId, from, to),
  );
const statement = (
  partyId: string,
  from = '2026-02-01',
  to = '2026-02-28',
): ReturnType<MakeStatement['of']> => askedBy(partyId, partyId, from, to);

describe('a statement of account', () => {
  it('covers its civil days, opens with what stood before, and names the other side', async () => {
    const { accounts, lines } = await statement(koperasi);
    expect(accounts).toEqual([
      { purpose: 'payable', openingRp: -100, debitRp: 0, creditRp: 25, closingRp: -125 },
      { purpose: 'prepaid', openingRp: 100, debitRp: 25, creditRp: 0, closingRp: 125 },
    ]);
    expect(
      lines.map(({ purpose, amountRp, balanceRp, reference }) => [purpose, amountRp, balanceRp, reference]),
    ).toEqual([
      ['payable', -20, -120, '=INV/2'],
      ['prepaid', 20, 120, '=INV/2'],
      ['payable', -5, -125, null],
      ['prepaid', 5, 125, null],
    ]);
    for (const { counterparties } of lines)
      expect(counterparties.map(({ partyId }) => partyId)).toEqual([supplier]);
  });

  it('shows nothing of another party’s books to who is none of it', async () => {
    const seen = await askedBy(koperasi, supplier, '2026-02-01', '2026-02-28');
    expect([seen.accounts, seen.lines]).toEqual([[], []]);
  });

  it('is refused for nobody, and for a period that is none', async () => {
    await expect(statement(newId())).rejects.toMatchObject({ code: 'PARTY_NOT_FOUND' });
    await expect(statement(koperasi, '2026-02-02', '2026-02-01')).rejects.toMatchObject({
      code: 'STATEMENT_BACKWARDS',
    });
  });

  it('is the same in every form: no cell of a file is a formula, no name is markup', async () => {
    await database.owner.query(`UPDATE party SET name = '<b>Toko & Co</b>' WHERE id = $1`, [supplier]);
    const made = await statement(koperasi);
    const csv = writeStatementCsv(made).toString('utf8');
    expect(csv.split('\r\n')).toHaveLength(2 * made.accounts.length + made.lines.length + 2);
    expect(csv).toContain(`"2026-02-01 00:00","Faktur","'=INV/2","<b>Toko & Co</b>","Utang",,20,-120,`);
    expect(csv).toContain(`"2026-02-01","Saldo awal",,,"Utang",,,-100,,`);
    expect(csv).toContain(`"2026-02-28","Saldo akhir",,,"Dibayar di muka",,,125,,`);
    const page = writeStatementPage(made, 'Uji');
    expect(page).toContain('<td>Rp25</td><td>Rp0</td><td>Rp125</td>');
    expect(page).toContain('&lt;b&gt;Toko &amp; Co&lt;/b&gt;');
    expect(page).not.toContain('<b>');
    expect(page).not.toContain('<script');
    const pdf = await writeStatementPdf(made, 'Uji');
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await writeStatementPdf(await statement(koperasi), 'Uji')).equals(pdf)).toBe(true);
  });
});
