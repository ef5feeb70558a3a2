import { credit, debit, type Posting } from '../../core/ledger/post-journal.js';
import { newId } from '../../platform/new-id.js';
import { auditPlanting } from '../../../test/support/audit-planting.js';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { plantParty } from '../../../test/support/plant-lot.js';
import { LedgerReader } from './ledger.reader.js';
import { postJournal } from './post-journal.js';

let database: TestDatabase;
let supplier: string;
let koperasi: string;
const reader = new LedgerReader();

const requestOf = (amountRp: number): Posting[] => [
  debit(supplier, 'receivable', amountRp),
  credit(supplier, 'unearned', amountRp),
  debit(koperasi, 'prepaid', amountRp),
  credit(koperasi, 'payable', amountRp),
];

const post = (businessKey: string, amountRp: number, kind = 'payment-request'): Promise<string> =>
  database.db.transaction(async (tx) => {
    await auditPlanting(tx);
    return postJournal(tx, { businessKey, kind, postings: requestOf(amountRp) });
  });

beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  supplier = await plantParty(database.owner, 'supplier');
  koperasi = await plantParty(database.owner, 'koperasi');
});
afterAll(() => database.close());

describe('postJournal', () => {
  it('opens the accounts it needs and adds to their balances', async () => {
    await post(newId(), 100);
    await post(newId(), 50);
    expect(await reader.balancesOf(database.db, supplier)).toEqual([
      { purpose: 'receivable', debitRp: 150, creditRp: 0, balanceRp: 150 },
      { purpose: 'unearned', debitRp: 0, creditRp: 150, balanceRp: -150 },
    ]);
    const trial = await reader.trialBalance(database.db);
    expect(trial.reduce((sum, account) => sum + account.balanceRp, 0)).toBe(0);
  });

  it('posts a business key once', async () => {
    const key = newId();
    const id = await post(key, 100);
    expect(await post(key, 100)).toBe(id);
    expect(await reader.balancesOf(database.db, koperasi)).toEqual([
      { purpose: 'payable', debitRp: 0, creditRp: 100, balanceRp: -100 },
      { purpose: 'prepaid', debitRp: 100, creditRp: 0, balanceRp: 100 },
    ]);
  });

  it('refuses other content under a key that is taken', async () => {
    const key = newId();
    await post(key, 100);
    await expect(post(key, 101)).rejects.toMatchObject({ code: 'JOURNAL_KEY_TAKEN' });
    await expect(post(key, 100, 'invoice')).rejects.toMatchObject({ code: 'JOURNAL_KEY_TAKEN' });
  });

  it('posts once when twenty post the same at once, and every one of twenty that differ', async () => {
    const key = newId();
    const same = await Promise.all(Array.from({ length: 20 }, () => post(key, 7)));
    expect(new Set(same).size).toBe(1);
    const others = await Promise.all(Array.from({ length: 20 }, (_, place) => post(newId(), place + 1)));
    expect(new Set(others).size).toBe(20);
    const [receivable] = await reader.balancesOf(database.db, supplier);
    expect(receivable?.balanceRp).toBe(7 + 210);
  });
});

describe('accounts', () => {
  it('are opened once by many who post on them in any order', async () => {
    await Promise.all(
      Array.from({ length: 12 }, (_, place) =>
        database.db.transaction(async (tx) => {
          await auditPlanting(tx);
          const postings = requestOf(1);
          return postJournal(tx, {
            businessKey: newId(),
            kind: 'payment-request',
            postings: place % 2 === 0 ? postings : postings.toReversed(),
          });
        }),
      ),
    );
    const rows = await database.db.rows(
      'SELECT count(*)::int AS accounts, bool_and(id = account_of(party_id, purpose)) AS named FROM account WHERE party_id = ANY ($1::uuid[])',
      [[supplier, koperasi]],
    );
    expect(rows).toEqual([{ accounts: 4, named: true }]);
  });

  it('have the id of their party and purpose, and no other', async () => {
    await expect(
      database.db.change(`INSERT INTO account (id, party_id, purpose) VALUES ($1, $2, 'bank')`, [
        newId(),
        supplier,
      ]),
    ).rejects.toMatchObject({ constraint: 'id_of_party_and_purpose' });
  });
});

describe('the database alone', () => {
  const plantJournal = async (lines: readonly Posting[]): Promise<void> => {
    const journalId = newId();
    await database.db.transaction(async (tx) => {
      await auditPlanting(tx);
      await tx.change(`INSERT INTO journal (id, business_key, kind) VALUES ($1, $2, 'planted')`, [
        journalId,
        journalId,
      ]);
      for (const [place, line] of lines.entries()) {
        await tx.change(
          'INSERT INTO account (id, party_id, purpose) VALUES (account_of($1, $2), $1, $2) ON CONFLICT (party_id, purpose) DO NOTHING',
          [line.partyId, line.purpose],
        );
        await tx.change(
          `INSERT INTO posting (journal_id, line_no, account_id, amount_rp)
           SELECT $1, $2, id, $5 FROM account WHERE party_id = $3 AND purpose = $4`,
          [journalId, place + 1, line.partyId, line.purpose, line.amountRp],
        );
      }
    });
  };

  it('takes a journal that balances', async () => {
    await expect(plantJournal(requestOf(5))).resolves.toBeUndefined();
  });

  const kept = async (): Promise<number> => reader.journalCount(database.db);

  it('refuses at commit a journal that does not sum to zero', async () => {
    const before = await kept();
    await expect(plantJournal([...requestOf(5), debit(supplier, 'receivable', 1)])).rejects.toMatchObject({
      constraint: 'journal_sums_to_zero',
    });
    expect(await kept()).toBe(before);
  });

  it('refuses at commit a journal without postings', async () => {
    await expect(plantJournal([])).rejects.toMatchObject({ constraint: 'journal_sums_to_zero' });
  });

  it('refuses at commit a journal that balances only across parties', async () => {
    await expect(
      plantJournal([debit(supplier, 'receivable', 5), credit(koperasi, 'payable', 5)]),
    ).rejects.toMatchObject({ constraint: 'journal_balances_each_party' });
  });

  it('refuses whatever is added to a journal later, even what would leave it balanced', async () => {
    const id = await post(newId(), 100);
    const add = (lines: string): Promise<number> =>
      database.db.change(
        `INSERT INTO posting (journal_id, line_no, account_id, amount_rp)
         SELECT $1, line_no, id, amount_rp FROM account CROSS JOIN (VALUES ${lines}) AS line (line_no, amount_rp)
         WHERE party_id = $2 AND purpose = 'receivable'`,
        [id, supplier],
      );
    const constraint = 'postings_come_with_their_journal';
    await expect(add('(9, 1)')).rejects.toMatchObject({ constraint });
    await expect(add('(8, 5), (9, -5)')).rejects.toMatchObject({ constraint });
  });

  it.each(['journal', 'posting', 'account', 'account_day', 'posting_tail', 'audit_event'])(
    'lets neither the app nor the worker change or delete rows of %s',
    async (table) => {
      const column = {
        journal: 'kind',
        posting: 'line_no',
        account: 'purpose',
        account_day: 'debit_rp',
        posting_tail: 'amount_rp',
        audit_event: 'action',
      }[table];
      for (const db of [database.db, database.workerDb]) {
        await expect(db.change(`UPDATE ${table} SET ${column} = ${column}`)).rejects.toMatchObject({
          code: '42501',
        });
        await expect(db.change(`DELETE FROM ${table}`)).rejects.toMatchObject({ code: '42501' });
        await expect(db.change(`TRUNCATE ${table} CASCADE`)).rejects.toMatchObject({ code: '42501' });
      }
    },
  );
});
