import { credit, debit } from '../../core/ledger/post-journal.js';
import type { Tx } from '../../platform/db/sql.js';
import { newId } from '../../platform/new-id.js';
import { auditPlanting } from '../../../test/support/audit-planting.js';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { plantParty } from '../../../test/support/plant-lot.js';
import { holdFunds, postHold, voidHold } from './hold-funds.js';
import { LedgerReader } from './ledger.reader.js';
import { postJournal, type JournalToPost } from './post-journal.js';

let database: TestDatabase;
let organiser: string;
const reader = new LedgerReader();

const inside = <Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> =>
  database.db.transaction(async (tx) => {
    await auditPlanting(tx);
    return work(tx);
  });
const hold = (amountRp: number, businessKey: string = newId()): Promise<string> =>
  inside((tx) => holdFunds(tx, { businessKey, partyId: organiser, purpose: 'bank', amountRp }));
const payout = (amountRp: number, businessKey: string = newId()): JournalToPost => ({
  businessKey,
  kind: 'payout',
  postings: [debit(organiser, 'payable', amountRp), credit(organiser, 'bank', amountRp)],
});
const available = async (): Promise<number> => {
  const { balanceRp, pendingRp } = await reader.availabilityOf(database.db, organiser, 'bank');
  return balanceRp - pendingRp;
};

beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  organiser = await plantParty(database.owner, 'organiser');
  await inside((tx) =>
    postJournal(tx, {
      businessKey: newId(),
      kind: 'paid-in',
      postings: [debit(organiser, 'bank', 1_000), credit(organiser, 'receivable', 1_000)],
    }),
  );
});
afterAll(() => database.close());

describe('funds that are held', () => {
  it('are not available until they are posted or voided', async () => {
    const [first, second] = [await hold(600), await hold(400)];
    expect(await available()).toBe(0);
    await expect(hold(1)).rejects.toMatchObject({ code: 'HOLD_ABOVE_AVAILABLE' });
    await inside((tx) => voidHold(tx, second));
    expect(await available()).toBe(400);
    await inside((tx) => postHold(tx, first, payout(550)));
    expect(await available()).toBe(450);
  });

  it('are held once by a key, and not with other content', async () => {
    const key = newId();
    const id = await hold(100, key);
    expect(await hold(100, key)).toBe(id);
    await expect(hold(101, key)).rejects.toMatchObject({ code: 'HOLD_KEY_TAKEN' });
    expect(await available()).toBe(900);
  });

  it('end once: posted again by the same journal they stay, by another they do not', async () => {
    const id = await hold(100);
    const journal = payout(100);
    const journalId = await inside((tx) => postHold(tx, id, journal));
    expect(await inside((tx) => postHold(tx, id, journal))).toBe(journalId);
    await expect(inside((tx) => postHold(tx, id, payout(100)))).rejects.toMatchObject({
      code: 'HOLD_ALREADY_POSTED',
    });
    await expect(inside((tx) => voidHold(tx, id))).rejects.toMatchObject({ code: 'HOLD_ALREADY_POSTED' });
    const other = await hold(100);
    await inside((tx) => voidHold(tx, other));
    await inside((tx) => voidHold(tx, other));
    await expect(inside((tx) => postHold(tx, other, payout(100)))).rejects.toMatchObject({
      code: 'HOLD_ALREADY_VOIDED',
    });
    expect(await available()).toBe(900);
  });

  it('end one way when many post and void at the same moment', async () => {
    const id = await hold(100);
    const tries = await Promise.allSettled(
      Array.from({ length: 12 }, (_, place) =>
        inside<unknown>((tx) => (place % 3 === 0 ? voidHold(tx, id) : postHold(tx, id, payout(100)))),
      ),
    );
    const row = await database.db.first<{ state: string; journalId: string | null }>(
      'SELECT state, journal_id FROM ledger_hold WHERE id = $1',
      [id],
    );
    const done = tries.filter(({ status }) => status === 'fulfilled').length;
    if (row?.state === 'posted') {
      expect(done).toBe(1);
      expect(await available()).toBe(900);
    } else {
      expect(row).toEqual({ state: 'voided', journalId: null });
      expect(done).toBe(4);
      expect(await available()).toBe(1_000);
    }
  });

  it('are never more than there is when many are held at the same moment', async () => {
    const tries = await Promise.allSettled(Array.from({ length: 12 }, () => hold(300)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    expect(await available()).toBe(100);
  });

  it.each([
    [
      'begins as posted',
      `INSERT INTO ledger_hold (id, business_key, party_id, purpose, amount_rp, state, ended_at)
      SELECT gen_random_uuid(), gen_random_uuid(), party_id, purpose, 1, 'voided', now() FROM ledger_hold LIMIT 1`,
      'hold_begins_pending',
    ],
    ['changes its amount', 'UPDATE ledger_hold SET amount_rp = 1', 'hold_ends_once'],
    [
      'is posted without a journal',
      `UPDATE ledger_hold SET state = 'posted', ended_at = now()`,
      'hold_posted_by_a_journal',
    ],
    [
      'is posted by a journal that moves more',
      `UPDATE ledger_hold SET state = 'posted', ended_at = now(), journal_id = (
         SELECT journal_id FROM posting JOIN account ON account.id = account_id WHERE purpose = 'bank' AND account.party_id = ledger_hold.party_id)`,
      'hold_covers_its_journal',
    ],
  ])('are refused by the database alone when a hold %s', async (_, statement, constraint) => {
    const id = await hold(100);
    const text = statement.startsWith('UPDATE') ? `${statement} WHERE id = '${id}'` : statement;
    await expect(inside((tx) => tx.change(text))).rejects.toMatchObject({ constraint });
  });
});
