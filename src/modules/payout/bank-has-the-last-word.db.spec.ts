import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { paymentsOf, plantDue } from '../../../test/support/play-gateway.js';
import { payoutsOf, plantMoneyParty, type MoneyParty } from '../../../test/support/play-payout.js';
import { as } from '../../../test/support/plant-member.js';
import { ScriptedGateway } from '../../../test/support/scripted-gateway.js';
import type { AccountPurpose } from '../../core/ledger/post-journal.js';
import type { DueKind } from '../../core/payment/dues.js';
import { cancelDue, changeDue } from '../payment/index.js';

let test: TestDatabase;
let play: ReturnType<typeof payoutsOf>;
let [payer, payee] = [] as unknown as [MoneyParty, MoneyParty];

beforeAll(async () => {
  test = await freshDatabase();
  play = payoutsOf(test);
});
beforeEach(async () => {
  payer = await plantMoneyParty(test, 'koperasi');
  payee = await plantMoneyParty(test, 'organiser');
});
afterEach(async () => {
  for (const promise of ['p01_journals_sum_to_zero', 'p02_deposits_add_up'])
    expect(await test.auditorDb.rows(`SELECT * FROM ${promise}`)).toEqual([]);
});
afterAll(() => test.close());

const due = (amountRp: number, kind?: DueKind): Promise<string> =>
  plantDue(test, payer.id, payee.id, amountRp, kind);
const on = async ({ id }: MoneyParty, ...purposes: AccountPurpose[]): Promise<number[]> => {
  const rows = await test.db.rows<{ rp: number }>(
    `SELECT coalesce((SELECT sum(amount_rp) FROM posting JOIN account ON account.id = account_id
       WHERE party_id = $1 AND purpose = wanted), 0)::bigint AS rp
     FROM unnest($2::text[]) WITH ORDINALITY AS asked (wanted, place) ORDER BY place`,
    [id, purposes],
  );
  return rows.map(({ rp }) => rp);
};
/** What each owes the other, by its dues. */
const owed = async (): Promise<{ byPayerRp: number; byPayeeRp: number }> => {
  const row = await test.db.first<{ byPayerRp: number; byPayeeRp: number }>(
    `SELECT coalesce(sum(amount_rp - covered_rp) FILTER (WHERE payer_id = $1), 0)::bigint AS by_payer_rp,
       coalesce(sum(amount_rp - covered_rp) FILTER (WHERE payer_id = $2), 0)::bigint AS by_payee_rp
     FROM due WHERE state = 'open' AND payer_id = ANY ($3)`,
    [payer.id, payee.id, [payer.id, payee.id]],
  );
  return row ?? { byPayerRp: 0, byPayeeRp: 0 };
};
const stateOf = async (payoutId: string): Promise<string | undefined> =>
  (await test.db.first<{ state: string }>('SELECT state FROM payout WHERE id = $1', [payoutId]))?.state;
const shown = ({ id }: MoneyParty) =>
  test.db.rows<{ id: string; version: number; as: string }>(
    `SELECT id, version, coalesce(resolved_as, state) AS as FROM bank_line WHERE party_id = $1 ORDER BY amount_rp, id`,
    [id],
  );

describe('a deposit that was paid by a payout', () => {
  it('is held in both books, and open again once the bank gives it back', async () => {
    const deposit = await due(70_000, 'deposit');
    const bill = await due(30_000);
    const id = await play.sent(payer, [deposit, bill]);
    await play.arrived(payee, id);
    expect(await on(payer, 'deposit-held', 'payable', 'bank')).toEqual([70_000, 0, -100_000]);
    expect(await on(payee, 'deposit-held', 'receivable', 'bank')).toEqual([-70_000, 0, 100_000]);
    await play.returned(payer, id);
    expect(await on(payer, 'deposit-held', 'payable', 'bank')).toEqual([0, -30_000, 0]);
    expect(await owed()).toEqual({ byPayerRp: 100_000, byPayeeRp: 0 });
  });
});

describe('a payout that came back', () => {
  it.each(['deposit', 'payment-request'] as const)(
    'is asked for again where its %s was cancelled, and given back, meanwhile',
    async (kind) => {
      const dueId = await due(50_000, kind);
      const id = await play.sent(payer, [dueId]);
      await play.arrived(payee, id);
      await test.db.transaction(async (tx) => {
        await changeDue(tx, dueId, 80_000);
        await cancelDue(tx, dueId);
      });
      await Promise.all([play.returned(payer, id), play.returned(payer, id)]);
      expect(await stateOf(id)).toBe('returned');
      expect(await owed()).toEqual({ byPayerRp: 50_000, byPayeeRp: 0 });
      expect(await on(payer, 'bank', 'payable')).toEqual([0, -50_000]);
      expect(await on(payee, 'bank', 'receivable')).toEqual([0, 50_000]);
      // Asked for again it is paid like anything else.
      const [again] = await test.db.rows<{ id: string }>(
        `SELECT id FROM due WHERE payer_id = $1 AND state = 'open'`,
        [payer.id],
      );
      await play.arrived(payee, await play.sent(payer, [again?.id ?? '']));
      expect(await owed()).toEqual({ byPayerRp: 0, byPayeeRp: 0 });
      expect(await on(payer, 'bank', 'payable')).toEqual([-50_000, 0]);
    },
  );

  it('owes nothing either way where something else had paid its due, whoever gave back what first', async () => {
    const { transfers } = paymentsOf(test, new ScriptedGateway());
    const dueId = await due(50_000);
    const id = await play.sent(payer, [dueId]);
    const claim = { amountRp: 50_000, paidOn: '2026-11-20' };
    const transfer = await as(payer.treasurer, () => transfers.claim(payer.treasurer, dueId, claim));
    await as(payee.treasurer, () => transfers.confirm(payee.treasurer, dueId, transfer.id));
    await play.arrived(payee, id);
    const [over] = await test.db.rows<{ id: string }>(
      `SELECT id FROM due WHERE payer_id = $1 AND kind = 'money-back'`,
      [payee.id],
    );
    const back = await play.sent(payee, [over?.id ?? '']);
    await play.arrived(payer, back);
    await play.returned(payer, id);
    expect(await owed()).toEqual({ byPayerRp: 50_000, byPayeeRp: 0 });
    await play.returned(payee, back);
    // What is owed both ways is nothing in the end, and the books of both say so.
    expect(await owed()).toEqual({ byPayerRp: 50_000, byPayeeRp: 50_000 });
    expect(await on(payer, 'bank', 'payable', 'receivable')).toEqual([-50_000, 0, 0]);
    expect(await on(payee, 'bank', 'payable', 'receivable')).toEqual([50_000, 0, 0]);
  });
});

describe('a payout that somebody said failed', () => {
  it('is paid once its payee sees it, and what was paid by another meanwhile is owed back', async () => {
    const dueId = await due(50_000);
    const first = await play.sent(payer, [dueId]);
    await play.failed(payer, first);
    const second = await play.sent(payer, [dueId]);
    await play.arrived(payee, first);
    expect(await stateOf(first)).toBe('paid');
    await expect(play.failed(payer, first)).rejects.toMatchObject({ code: 'PAYOUT_MOVED_ON' });
    await play.arrived(payee, second);
    expect(await owed()).toEqual({ byPayerRp: 0, byPayeeRp: 50_000 });
    expect(await on(payer, 'bank', 'payable', 'receivable')).toEqual([-100_000, 0, 50_000]);
  });

  it('is paid once the statement shows that it left, and open again once it shows that it came back', async () => {
    const id = await play.sent(payer, [await due(50_000)]);
    await play.failed(payer, id);
    await play.show(payer, play.moved(payer, '05', id, -50_000));
    expect([await stateOf(id), await owed()]).toEqual(['paid', { byPayerRp: 0, byPayeeRp: 0 }]);
    await play.show(payer, play.moved(payer, '07', id, 50_000));
    expect([await stateOf(id), await owed()]).toEqual(['returned', { byPayerRp: 50_000, byPayeeRp: 0 }]);
    expect(await on(payer, 'bank', 'suspense')).toEqual([0, 0]);
  });

  it('is suggested for no line that merely has its amount', async () => {
    await play.failed(payer, await play.sent(payer, [await due(50_000)]));
    await play.show(payer, play.moved(payer, '05', 'LISTRIK', -50_000));
    expect(await shown(payer)).toMatchObject([{ as: 'open' }]);
    expect(await owed()).toEqual({ byPayerRp: 50_000, byPayeeRp: 0 });
  });
});

describe('a payout of which the statement first shows that it came back', () => {
  it('had left, though nobody had said so', async () => {
    const id = await play.sent(payer, [await due(50_000)]);
    await play.show(payer, play.moved(payer, '07', id, 50_000));
    expect([await stateOf(id), await owed()]).toEqual(['returned', { byPayerRp: 50_000, byPayeeRp: 0 }]);
    expect(await on(payer, 'bank', 'suspense', 'payable')).toEqual([0, 0, -50_000]);
    await play.show(payer, play.moved(payer, '05', id, -50_000));
    expect(await shown(payer)).toMatchObject([{ as: 'payout' }, { as: 'return' }]);
    expect(await on(payer, 'bank', 'suspense')).toEqual([0, 0]);
  });

  it('is what a person says of a line without its reference, too', async () => {
    const dueId = await due(50_000);
    const id = await play.sent(payer, [dueId]);
    await play.failed(payer, id);
    await play.show(payer, play.moved(payer, '07', dueId, 50_000));
    const [line] = await shown(payer);
    expect(line).toMatchObject({ as: 'suspense' });
    await play.resolve(payer, { id: line?.id ?? '', version: line?.version ?? 0 }, { as: 'return', id });
    expect([await stateOf(id), await owed()]).toEqual(['returned', { byPayerRp: 50_000, byPayeeRp: 0 }]);
    expect(await on(payer, 'bank', 'suspense')).toEqual([0, 0]);
  });
});
