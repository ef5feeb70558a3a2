import { randomUUID } from 'node:crypto';
import { auditPlanting } from '../../../../test/support/audit-planting.js';
import { freshDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { plantAccount } from '../../../../test/support/plant-account.js';
import { plantParty } from '../../../../test/support/plant-lot.js';
import { as, plantMember } from '../../../../test/support/plant-member.js';
import { transferReference } from '../../../core/payment/transfer-reference.js';
import type { Principal } from '../../../platform/auth/principal.js';
import { BankAccountReader } from '../../party/index.js';
import { raiseDue } from '../../payment/index.js';
import { BankStatementStore } from './bank-statement.store.js';
import { ImportStatement } from './import-statement.action.js';

let test: TestDatabase;
let importing: ImportStatement;

beforeAll(async () => {
  test = await freshDatabase();
  importing = new ImportStatement(test.db, new BankStatementStore(), new BankAccountReader());
});
afterAll(() => test.close());

interface Given {
  readonly owner: Principal;
  readonly partyId: string;
  readonly days: readonly string[];
}

/** An organiser with an account, two dues of Rp500, and the movements of three days. */
const given = async (): Promise<Given> => {
  const partyId = await plantParty(test.owner, 'organiser');
  const payerId = await plantParty(test.owner, 'koperasi');
  const owner = await plantMember(test.owner, 'organiser', partyId, 'treasurer');
  const chair = await plantMember(test.owner, 'organiser', partyId, 'chair');
  await plantAccount(test, partyId, [owner, chair], { bankCode: '008', accountNumber: '1330012345678' });
  const [one, other] = await test.workerDb.transaction(async (tx) => {
    await auditPlanting(tx);
    const due = {
      kind: 'balance',
      payerId,
      payeeId: partyId,
      poolId: null,
      amountRp: 500,
      dueAt: null,
    } as const;
    return [
      await raiseDue(tx, { ...due, subjectId: randomUUID() }),
      await raiseDue(tx, { ...due, subjectId: randomUUID() }),
    ] as const;
  });
  const row = (day: string, text: string, credit: number, debit = 0): string =>
    `1330012345678,IDR,${day}/11/2026,${text},-,${credit}.00,${debit}.00`;
  const [first, second] = [transferReference(one), transferReference(other)];
  return {
    owner,
    partyId,
    days: [
      [row('05', first, 200), row('05', first, 200), row('05', 'LISTRIK', 0, 75)].join('\n'),
      [row('06', first, 100), row('06', second, 300), row('06', 'SETORAN', 999)].join('\n'),
      [row('07', second, 300), row('07', second, 200), row('07', 'LISTRIK', 0, 75)].join('\n'),
    ],
  };
};

const HEADING = 'AccountNo,Ccy,PostDate,Remarks,AdditionalDesc,Credit Amount,Debit Amount';
const fileOf = ({ days }: Given, ...which: number[]): Buffer =>
  Buffer.from([HEADING, ...which.map((day) => days[day])].join('\n'));

const standing = async ({ partyId }: Given): Promise<object> => {
  const { rows } = await test.owner.query<object>(
    `SELECT (SELECT count(*)::int FROM bank_line WHERE party_id = $1) AS lines,
       (SELECT sum(covered_rp)::int FROM due WHERE payee_id = $1) AS covered,
       (SELECT count(*)::int FROM due WHERE payee_id = $1 AND state = 'settled') AS settled,
       (SELECT sum(amount_rp)::int FROM bank_line WHERE party_id = $1 AND state = 'suspense') AS suspense,
       (SELECT sum(amount_rp)::int FROM posting JOIN account ON account.id = account_id
        WHERE party_id = $1 AND purpose = 'bank') AS bank`,
    [partyId],
  );
  return rows[0] ?? {};
};

const FILES = [
  [0, 1],
  [1, 2],
  [0, 1, 2],
] as const;
const ORDERS = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
] as const;

describe('statements that overlap', () => {
  it.each(ORDERS.map((order) => ({ order })))(
    'bring each movement once, read in the order $order and again',
    async ({ order }) => {
      const scene = await given();
      for (const place of [...order, ...order])
        await as(scene.owner, () =>
          importing.run(scene.owner.personId, scene.partyId, fileOf(scene, ...FILES[place])),
        );
      // Rp800 came for the second due of Rp500: one payment of it waits in suspense.
      const { suspense, covered, bank, lines } = (await standing(scene)) as Record<string, number>;
      expect(lines).toBe(9);
      expect([200, 300]).toContain(suspense);
      expect((covered ?? 0) + (suspense ?? 0)).toBe(1300);
      expect(bank).toBe(1300);
    },
  );

  it('bring each movement once, read by several people at one moment', async () => {
    const scene = await given();
    await Promise.all(
      [...FILES, ...FILES].map((days) =>
        as(scene.owner, () => importing.run(scene.owner.personId, scene.partyId, fileOf(scene, ...days))),
      ),
    );
    expect(await standing(scene)).toMatchObject({ lines: 9, bank: 1300 });
  });
});
