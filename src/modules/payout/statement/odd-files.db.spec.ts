import { freshDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { plantAccount } from '../../../../test/support/plant-account.js';
import { plantDue } from '../../../../test/support/play-gateway.js';
import { payoutsOf, plantMoneyParty, type MoneyParty } from '../../../../test/support/play-payout.js';
import { as } from '../../../../test/support/plant-member.js';
import { transferReference } from '../../../core/payment/transfer-reference.js';
import { BankAccountReader } from '../../party/index.js';
import { newId } from '../../../platform/new-id.js';
import { BankStatementStore } from './bank-statement.store.js';
import { ImportStatement } from './import-statement.action.js';
import { parseStatement } from './parse-statement.js';

let test: TestDatabase;
let importing: ImportStatement;
let play: ReturnType<typeof payoutsOf>;
let [payee, payer] = [] as unknown as [MoneyParty, MoneyParty];

beforeAll(async () => {
  test = await freshDatabase();
  importing = new ImportStatement(test.bareDb, new BankStatementStore(), new BankAccountReader());
  play = payoutsOf(test);
});
beforeEach(async () => {
  payee = await plantMoneyParty(test, 'organiser');
  payer = await plantMoneyParty(test, 'koperasi');
});
afterAll(() => test.close());

const take = (text: string): Promise<string> =>
  as(payee.treasurer, () => importing.run(payee.treasurer.personId, payee.id, Buffer.from(text)));
const stand = async () =>
  test.db.first<{ lines: number; openRp: number; suspenseRp: number }>(
    `SELECT (SELECT count(*)::int FROM bank_line WHERE party_id = $1) AS lines,
       (SELECT coalesce(sum(amount_rp - covered_rp), 0)::bigint FROM due WHERE payee_id = $1 AND state = 'open') AS open_rp,
       (SELECT coalesce(sum(amount_rp), 0)::bigint FROM bank_line WHERE party_id = $1 AND state = 'suspense') AS suspense_rp`,
    [payee.id],
  );

describe('a file of a bank', () => {
  it.each([
    ['semicolons, and more commas in its amounts', ';', '\n'],
    ['tabs and lines that end the old way', '\t', '\r'],
    ['semicolons, a heading that ends another way than its rows', ';', '\n', '\r\n'],
  ])('is cut by %s', (_, mark, end, afterHeading = end) => {
    const heading = ['NOREK', 'TGL_TRAN', 'DESK_TRAN', 'MUTASI_DEBET', 'MUTASI_KREDIT', 'SALDO_AKHIR_MUTASI'];
    const row = (day: string, credit: string, balance: string): string =>
      ['012301000123456', `${day}/11/2026`, 'MASUK, TUNAI, LOKET', '0.00', credit, balance].join(mark);
    const text = `\ufeff${heading.join(mark)}${afterHeading}${[
      row('05', '11,000,000.00', '1,211,000,000.00'),
      row('06', '2,000,000.00', '1,213,000,000.00'),
    ].join(end)}${end}`;
    expect(parseStatement(Buffer.from(text)).lines.map(({ amountRp }) => amountRp)).toEqual([
      11_000_000, 2_000_000,
    ]);
  });

  /** As BNI Direct gives it: no account is named in it. */
  const nameless = (...days: string[]): Buffer => {
    const row = (day: string, at: number): string =>
      `${day},J${at},SETORAN TUNAI,"1,000.00",CR,"${((at + 1) * 1_000).toLocaleString('en')}.00"`;
    return Buffer.from(
      ['Post Date,Journal No.,Description,Amount,DB/CR,Balance', ...days.map(row)].join('\n'),
    );
  };
  const bring = (content: Buffer, accountId?: string): Promise<string> =>
    as(payee.treasurer, () => importing.run(payee.treasurer.personId, payee.id, content, accountId));
  const accountOf = (statementId: string) =>
    test.db.first('SELECT account_id FROM bank_statement WHERE id = $1', [statementId]);

  it('that names no account is of the only one, and of one that is named where there have been two', async () => {
    const [first] = await new BankAccountReader().accountsOf(test.db, payee.id);
    expect(await accountOf(await bring(nameless('05/11/26')))).toEqual({ accountId: first?.id });
    await plantAccount(test, payee.id, [payee.treasurer, payee.chair], {
      ...{ bankCode: '009', accountNumber: '20099887766' },
    });
    await expect(bring(nameless('06/11/26'))).rejects.toMatchObject({
      ...{ code: 'STATEMENT_ACCOUNT_WANTED', errors: [{ field: 'accountId' }] },
    });
    await expect(bring(nameless('06/11/26'), newId())).rejects.toMatchObject({ code: 'ACCOUNT_NOT_YOURS' });
    expect(await accountOf(await bring(nameless('06/11/26'), first?.id))).toEqual({ accountId: first?.id });
    expect(await stand()).toMatchObject({ lines: 2 });
  });

  it('of a day that has not come is refused, and nothing of it kept', async () => {
    const [day] = await test.db.rows<{ today: string; tomorrow: string }>(
      `SELECT to_char(now() AT TIME ZONE 'Asia/Jakarta', 'DD/MM/YY') AS today,
         to_char(now() AT TIME ZONE 'Asia/Jakarta' + interval '1 day', 'DD/MM/YY') AS tomorrow`,
    );
    const { today = '', tomorrow = '' } = day ?? {};
    await expect(bring(nameless(today, tomorrow))).rejects.toMatchObject({
      ...{ code: 'STATEMENT_DAY_AHEAD', errors: [{ field: 'file' }] },
      text: { en: expect.stringContaining('Line 3') as string },
    });
    expect(await stand()).toMatchObject({ lines: 0 });
    await bring(nameless(today));
    expect(await stand()).toMatchObject({ lines: 1 });
  });

  it('is kept with texts that no database keeps', async () => {
    await play.show(payee, play.moved(payee, '05', 'SETORAN\u0000TUNAI', 700));
    expect(await stand()).toMatchObject({ lines: 1 });
  });

  it('of ten thousand movements is booked by the references in it, whatever else has their amounts', async () => {
    const dueId = await plantDue(test, payer.id, payee.id, 50_000);
    await test.owner.query(
      `INSERT INTO due (id, kind, subject_id, payer_id, payee_id, amount_rp)
       SELECT ('00000000' || right(gen_random_uuid()::text, 28))::uuid, 'balance', gen_random_uuid(), $1, $2, 50000 FROM generate_series(1, 6000)`,
      [payer.id, payee.id],
    );
    const paid = play.moved(payee, '06', `TRSF ${transferReference(dueId)}`, 50_000);
    const others = Array.from({ length: 9_998 }, (_, at) => play.moved(payee, '05', `SETORAN ${at}`, 50_000));
    const twice = play.moved(payee, '07', 'SETORAN TUNAI', 50_000);
    const heading = 'AccountNo,Ccy,PostDate,Remarks,AdditionalDesc,Credit Amount,Debit Amount';
    await take([heading, ...others, paid].join('\r\n'));
    expect(await stand()).toEqual({ lines: 9_999, openRp: 6_000 * 50_000, suspenseRp: 0 });
    // The same day and amount twice are two movements, and the file that holds both again brings none.
    await take([heading, ...others.slice(5_000), paid, twice, twice].join('\n'));
    await take([heading, twice, twice].join('\n'));
    expect(await stand()).toEqual({ lines: 10_001, openRp: 6_000 * 50_000, suspenseRp: 0 });
  });
});
