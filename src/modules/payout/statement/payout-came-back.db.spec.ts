import { freshDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { plantDue } from '../../../../test/support/play-gateway.js';
import { payoutsOf, plantMoneyParty, type MoneyParty } from '../../../../test/support/play-payout.js';
import { as } from '../../../../test/support/plant-member.js';
import { transferReference } from '../../../core/payment/transfer-reference.js';
import { SuspenseTaskReader } from '../suspense/suspense-task.reader.js';

const tasks = new SuspenseTaskReader();
let test: TestDatabase;
let play: ReturnType<typeof payoutsOf>;
let [payer, payee] = [] as unknown as [MoneyParty, MoneyParty];

beforeAll(async () => {
  test = await freshDatabase();
  play = payoutsOf(test);
});
beforeEach(async () => {
  payer = await plantMoneyParty(test, 'organiser');
  payee = await plantMoneyParty(test, 'supplier');
});
afterEach(async () => {
  expect(await test.auditorDb.rows('SELECT * FROM p01_journals_sum_to_zero')).toEqual([]);
});
afterAll(() => test.close());

/** A payout of Rp50,000 that two people agreed to and that has left. */
const sent = async (): Promise<{ id: string; dueId: string }> => {
  const dueId = await plantDue(test, payer.id, payee.id, 50_000);
  return { id: await play.sent(payer, [dueId]), dueId };
};
const moved = (day: string, text: string, amountRp: number): string => play.moved(payer, day, text, amountRp);
const show = (...rows: string[]): Promise<string> => play.show(payer, ...rows);
const say = (id: string): Promise<void> => play.returned(payer, id);
const kept = async (
  id: string,
): Promise<{ state: string; bankRp: number; openRp: number; reversals: number }> => {
  const row = await test.db.first<{ state: string; bankRp: number; openRp: number; reversals: number }>(
    `SELECT state,
       (SELECT coalesce(sum(posting.amount_rp), 0)::bigint FROM posting JOIN account ON account.id = account_id
        WHERE party_id = $2 AND purpose = 'bank') AS bank_rp,
       (SELECT coalesce(sum(amount_rp - covered_rp), 0)::bigint FROM due WHERE payer_id = $2 AND state = 'open') AS open_rp,
       (SELECT count(*)::int FROM journal WHERE kind = 'payout-return' AND business_key = 'payout-return:' || $1) AS reversals
     FROM payout WHERE id = $1::uuid`,
    [id, payer.id],
  );
  if (row === undefined) throw new Error('no payout');
  return { ...row };
};
const open = { state: 'returned', bankRp: 0, openRp: 50_000, reversals: 1 };
const resolvedAs = () =>
  test.db.rows<{ as: string }>(
    'SELECT coalesce(resolved_as, state) AS as FROM bank_line WHERE party_id = $1 ORDER BY amount_rp, id',
    [payer.id],
  );

describe('a payout that the bank gave back', () => {
  it('opens what it paid again, by the bank’s own line, whichever way round the file tells it', async () => {
    const { id, dueId } = await sent();
    const reference = transferReference(id);
    const rows = [moved('07', `RETUR ${reference}`, 50_000), moved('05', reference, -50_000)];
    await show(...rows);
    expect(await kept(id)).toEqual(open);
    expect(await resolvedAs()).toEqual([{ as: 'payout' }, { as: 'return' }]);
    await show(...rows, moved('08', 'LISTRIK', -5));
    expect(await kept(id)).toEqual(open);
    // It is owed again, and another payout of it takes two people again.
    expect(await play.propose(payer, [dueId])).not.toBe(id);
    const told = await test.db.rows(
      `SELECT FROM happening WHERE kind = 'payout-returned' AND party_id = ANY ($1)`,
      [[payer.id, payee.id]],
    );
    expect(told).toHaveLength(2);
  });

  it('is given back once, however often it is said and shown', async () => {
    const { id } = await sent();
    const reference = transferReference(id);
    await expect(say(id)).rejects.toMatchObject({ code: 'PAYOUT_MOVED_ON' });
    await show(moved('05', reference, -50_000));
    expect(await kept(id)).toMatchObject({ state: 'paid', bankRp: -50_000, openRp: 0 });
    await Promise.all([say(id), say(id), show(moved('07', reference, 50_000)), say(id)]);
    expect(await kept(id)).toEqual(open);
    expect(await resolvedAs()).toEqual([{ as: 'payout' }, { as: 'return' }]);
    // Another Rp50,000 under the same reference is somebody's to explain.
    await show(moved('09', reference, 50_000));
    expect(await kept(id)).toEqual({ ...open, bankRp: 50_000 });
    const line = await test.db.first<{ id: string; version: number }>(
      `SELECT id, version FROM bank_line WHERE party_id = $1 AND state = 'suspense'`,
      [payer.id],
    );
    await expect(
      play.resolve(payer, { id: line?.id ?? '', version: line?.version ?? 0 }, { as: 'return', id }),
    ).rejects.toMatchObject({ code: 'BANK_LINE_PROVED_BEFORE' });
  });

  it('is offered of money that lies in suspense, and taken out of it', async () => {
    const { id, dueId } = await sent();
    // The bank named what was paid, not what paid it.
    await show(moved('07', `RETUR ${transferReference(dueId)}`, 50_000));
    expect(await kept(id)).toMatchObject({ state: 'sent', bankRp: 50_000 });
    const listed = () => as(payer.treasurer, () => tasks.page(test.bareDb, payer.id, {}));
    expect((await listed()).data[0]).toMatchObject({ possibleReturns: [{ payoutId: id }] });
    await show(moved('05', transferReference(id), -50_000));
    const [task] = (await listed()).data;
    expect(task?.possibleReturns.map(({ payoutId }) => payoutId)).toEqual([id]);
    await play.resolve(payer, { id: task?.id ?? '', version: task?.version ?? 0 }, { as: 'return', id });
    expect(await kept(id)).toEqual(open);
    expect((await listed()).data).toEqual([]);
  });
});
