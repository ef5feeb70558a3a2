import { credit, debit } from '../../core/ledger/post-journal.js';
import { newId } from '../../platform/new-id.js';
import { auditPlanting } from '../../../test/support/audit-planting.js';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { plantParty } from '../../../test/support/plant-lot.js';
import { LedgerReader } from './ledger.reader.js';
import { postJournal } from './post-journal.js';
import { reverseJournal, type Reversal } from './reverse-journal.js';

let database: TestDatabase;
let koperasi: string;
let journalId: string;
const reader = new LedgerReader();

const post = (amountRp: number): Promise<string> =>
  database.db.transaction(async (tx) => {
    await auditPlanting(tx);
    return postJournal(tx, {
      businessKey: newId(),
      kind: 'paid',
      reference: 'INV/7',
      postings: [debit(koperasi, 'payable', amountRp), credit(koperasi, 'bank', amountRp)],
    });
  });

const reverse = (reversal: Partial<Reversal> = {}): Promise<string> =>
  database.db.transaction((tx) =>
    reverseJournal(tx, { businessKey: `reversal:${journalId}`, journalId, kind: 'reversed', ...reversal }),
  );

beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  koperasi = await plantParty(database.owner, 'koperasi');
  journalId = await post(700);
});
afterAll(() => database.close());

describe('a journal that is taken back', () => {
  it('stays, beside its mirror, which says what it reverses, why, and for which paper', async () => {
    const id = await reverse({ reason: 'Bank menarik kembali' });
    expect((await reader.balancesOf(database.db, koperasi)).map(({ balanceRp }) => balanceRp)).toEqual([
      0, 0,
    ]);
    expect(await reader.journalById(database.db, journalId)).toMatchObject({
      kind: 'paid',
      reversesId: null,
    });
    expect(await reader.journalById(database.db, id)).toMatchObject({
      kind: 'reversed',
      reversesId: journalId,
      reference: 'INV/7',
      postings: [
        { purpose: 'bank', amountRp: 700 },
        { purpose: 'payable', amountRp: -700 },
      ],
    });
    const kept = await database.db.first('SELECT reason FROM journal WHERE id = $1', [id]);
    expect(kept).toEqual({ reason: 'Bank menarik kembali' });
  });

  it('is taken back once by the same key, and by no other', async () => {
    const id = await reverse();
    expect(await reverse()).toBe(id);
    await expect(reverse({ businessKey: newId() })).rejects.toMatchObject({
      code: 'JOURNAL_ALREADY_REVERSED',
    });
    await expect(reverse({ journalId: id, businessKey: newId() })).rejects.toMatchObject({
      code: 'REVERSAL_STAYS',
    });
    await expect(reverse({ journalId: newId() })).rejects.toMatchObject({ code: 'JOURNAL_NOT_FOUND' });
  });

  it('is taken back once when ten try at the same moment, under one key or ten', async () => {
    const same = await Promise.all(Array.from({ length: 10 }, () => reverse()));
    expect(new Set(same).size).toBe(1);
    journalId = await post(300);
    const tried = await Promise.allSettled(
      Array.from({ length: 10 }, () => reverse({ businessKey: newId() })),
    );
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of tried)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'JOURNAL_ALREADY_REVERSED' });
    expect((await reader.balancesOf(database.db, koperasi)).map(({ balanceRp }) => balanceRp)).toEqual([
      0, 0,
    ]);
  });

  const plant = (reverses: string, amountRp: number): Promise<unknown> =>
    database.db.transaction(async (tx) => {
      await auditPlanting(tx);
      const id = newId();
      await tx.change(
        `INSERT INTO journal (id, business_key, kind, reverses_id) VALUES ($1::uuid, $1::text, 'planted', $2)`,
        [id, reverses],
      );
      await tx.change(
        `INSERT INTO posting (journal_id, line_no, account_id, amount_rp)
         SELECT $1, row_number() OVER (), id, CASE purpose WHEN 'bank' THEN $3::bigint ELSE -$3 END
         FROM account WHERE party_id = $2 AND purpose IN ('bank', 'payable')`,
        [id, koperasi, amountRp],
      );
    });

  it('is, for the database alone too, taken back in full, once, and never a reversal', async () => {
    await expect(plant(journalId, 699)).rejects.toMatchObject({ constraint: 'reversal_mirrors' });
    await expect(plant(journalId, 700)).resolves.toBeUndefined();
    await expect(plant(journalId, 700)).rejects.toMatchObject({ constraint: 'journal_reverses_id_key' });
    const kept = await reader.reversalOf(database.db, journalId);
    await expect(plant(kept?.id ?? '', -700)).rejects.toMatchObject({ constraint: 'reversal_mirrors' });
  });
});
