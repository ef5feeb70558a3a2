import { freshDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { plantAccount } from '../../../../test/support/plant-account.js';
import { plantParty } from '../../../../test/support/plant-lot.js';
import { as, plantMember } from '../../../../test/support/plant-member.js';
import { paymentsOf, plantDue } from '../../../../test/support/play-gateway.js';
import { ScriptedGateway } from '../../../../test/support/scripted-gateway.js';
import { transferReference } from '../../../core/payment/transfer-reference.js';
import { BankAccountReader } from '../../party/index.js';
import { BankStatementStore } from './bank-statement.store.js';
import { ImportStatement } from './import-statement.action.js';

const ACCOUNT = '1330012345678';

describe('a transfer that its payer has claimed', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await freshDatabase();
  });
  afterAll(() => test.close());

  const play = async (tellers: readonly ('payee' | 'statement')[], isAtOnce: boolean): Promise<object> => {
    const partyId = await plantParty(test.owner, 'organiser');
    const payerId = await plantParty(test.owner, 'koperasi');
    const payer = await plantMember(test.owner, 'koperasi', payerId, 'treasurer');
    const payee = await plantMember(test.owner, 'organiser', partyId, 'treasurer');
    const chair = await plantMember(test.owner, 'organiser', partyId, 'chair');
    await plantAccount(test, partyId, [payee, chair], { bankCode: '008', accountNumber: ACCOUNT });
    const dueId = await plantDue(test, payerId, partyId, 1_200);
    const { transfers } = paymentsOf(test, new ScriptedGateway());
    const importing = new ImportStatement(test.db, new BankStatementStore(), new BankAccountReader());
    const claim = await as(payer, () =>
      transfers.claim(payer, dueId, { amountRp: 500, paidOn: '2026-11-05' }),
    );
    const file = Buffer.from(
      'AccountNo,Ccy,PostDate,Remarks,AdditionalDesc,Credit Amount,Debit Amount\n' +
        `${ACCOUNT},IDR,05/11/2026,${transferReference(dueId)},-,500.00,0.00`,
    );
    const tell = {
      payee: () => as(payee, () => transfers.confirm(payee, dueId, claim.id)),
      statement: () => as(payee, () => importing.run(payee.personId, partyId, file)),
    };
    if (isAtOnce) await Promise.allSettled(tellers.map((who) => tell[who]()));
    else for (const who of tellers) await tell[who]().catch(() => undefined);
    const { rows } = await test.owner.query<object>(
      `SELECT (SELECT covered_rp::int FROM due WHERE id = $2) AS covered,
         (SELECT state FROM due_transfer WHERE due_id = $2) AS transfer,
         (SELECT resolved_as FROM bank_line WHERE party_id = $1) AS line,
         (SELECT sum(amount_rp)::int FROM posting JOIN account ON account.id = account_id
          WHERE party_id = $1 AND purpose = 'bank') AS bank`,
      [partyId, dueId],
    );
    return rows[0] ?? {};
  };
  const once = { covered: 500, transfer: 'confirmed', line: 'transfer', bank: 500 };

  it('is booked once, whoever tells first and however often', async () => {
    expect(await play(['payee', 'statement', 'payee', 'statement'], false)).toEqual(once);
    expect(await play(['statement', 'payee', 'statement', 'payee'], false)).toEqual(once);
  });

  it('is booked once, told by both at one moment', async () => {
    for (let turn = 0; turn < 6; turn += 1)
      expect(await play(['payee', 'statement', 'payee', 'statement'], true)).toEqual(once);
  });
});
