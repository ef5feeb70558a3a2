import { freshDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { plantParty } from '../../../../test/support/plant-lot.js';
import { as, plantMember } from '../../../../test/support/plant-member.js';
import type { Principal } from '../../../platform/auth/principal.js';
import { BankAccountReader } from './bank-account.reader.js';
import { ChangeAccount } from './change-account.action.js';
import { DeclareRule } from './declare-rule.action.js';
import { DecisionReader } from './decision.reader.js';
import { DecisionStore } from './decision.store.js';
import { HouseRuleReader } from './house-rule.reader.js';
import { TakeDecision } from './take-decision.action.js';

let test: TestDatabase;
let take: TakeDecision;
const config = { DECISION_HOURS: 24, ACCOUNT_COOLING_OFF_H: 24 };

beforeAll(async () => {
  test = await freshDatabase();
  take = new TakeDecision(test.db, new DecisionStore(), new DecisionReader(), config);
});
afterAll(() => test.close());

describe("a party's bank account", () => {
  const reader = new BankAccountReader();
  let change: ChangeAccount;
  let partyId: string;
  let officer: Principal;
  let chair: Principal;

  const propose = (accountNumber: string) =>
    as(officer, () =>
      change.propose(officer.personId, partyId, { bankCode: '002', accountNumber, holderName: 'KKMP Uji' }),
    );
  const approveLast = async (): Promise<void> => {
    const [account] = await as(chair, () => reader.accountsOf(test.db, partyId));
    await as(chair, () => take.approve(chair, partyId, account?.decisionId ?? ''));
  };
  const shown = async (): Promise<string[]> =>
    (await as(chair, () => reader.accountsOf(test.db, partyId))).map(
      ({ accountNumber, state }) => `${accountNumber} ${state}`,
    );
  const passHours = async (hours: number): Promise<void> => {
    await test.owner.query('ALTER TABLE decision DISABLE TRIGGER decision_of_two');
    await test.owner.query(
      `UPDATE decision SET proposed_at = proposed_at - make_interval(hours => $1), approved_at = approved_at - make_interval(hours => $1)`,
      [hours],
    );
    await test.owner.query('ALTER TABLE decision ENABLE TRIGGER decision_of_two');
  };

  beforeAll(async () => {
    change = new ChangeAccount(test.db, new DecisionStore(), reader, config);
    partyId = await plantParty(test.owner, 'koperasi');
    officer = await plantMember(test.owner, 'koperasi', partyId, 'officer');
    chair = await plantMember(test.owner, 'koperasi', partyId, 'chair');
  });

  it('changes by two people, after its cooling-off, and keeps its history', async () => {
    await propose('1111111111');
    expect(await shown()).toEqual(['••••••1111 proposed']);
    await expect(propose('2222222222')).rejects.toThrow('DECISION_ALREADY_PROPOSED');
    await approveLast();
    expect(await shown()).toEqual(['••••••1111 cooling-off']);
    expect(await as(chair, () => reader.effectiveAccount(test.db, partyId))).toBeUndefined();
    await passHours(24);
    expect(await as(chair, () => reader.effectiveAccount(test.db, partyId))).toMatchObject({
      accountNumber: '1111111111',
    });
    await expect(propose('1111111111')).rejects.toThrow('ACCOUNT_SAME_AS_BEFORE');
    await propose('2222222222');
    await approveLast();
    expect(await shown()).toEqual(['••••••2222 cooling-off', '••••••1111 effective']);
    await passHours(24);
    expect(await shown()).toEqual(['••••••2222 effective', '••••••1111 replaced']);
  });

  it('is stopped by one person while it cools off, not later', async () => {
    await propose('3333333333');
    await approveLast();
    const [account] = await as(chair, () => reader.accountsOf(test.db, partyId));
    const stop = () =>
      as(officer, () => change.stop(officer.personId, partyId, account?.id ?? '', 'bukan kami'));
    expect((await stop())[0]).toMatchObject({ state: 'stopped' });
    await expect(stop()).rejects.toThrow('ACCOUNT_NOT_COOLING');
    await passHours(48);
    expect(await shown()).toEqual(['••••••3333 stopped', '••••••2222 effective', '••••••1111 replaced']);
  });

  it('is written once, by its own decision, and hidden from others', async () => {
    await expect(
      as(chair, () => test.db.change(`UPDATE bank_account SET bank_code = '014'`)),
    ).rejects.toThrow('permission denied');
    await expect(as(chair, () => test.db.change('DELETE FROM bank_account'))).rejects.toThrow(
      'permission denied',
    );
    await expect(
      as(chair, () =>
        test.db.change(
          `INSERT INTO bank_account (id, party_id, decision_id, bank_code, account_number, holder_name, cooling_off_h)
           SELECT gen_random_uuid(), party_id, id, '014', '999999', 'Saya', 0 FROM decision LIMIT 1`,
        ),
      ),
    ).rejects.toThrow('rests on no decision of its own');
    const stranger = await plantMember(
      test.owner,
      'koperasi',
      await plantParty(test.owner, 'koperasi'),
      'chair',
    );
    expect(await as(stranger, () => reader.accountsOf(test.db, partyId))).toEqual([]);
    const { rows } = await test.owner.query<{ text: string }>(
      `SELECT payload::text AS text FROM outbox UNION ALL SELECT audit_event::text FROM audit_event`,
    );
    expect(rows.some(({ text }) => text.includes('3333333333'))).toBe(false);
  });
});

describe('the house rules of an organiser', () => {
  const rules = new HouseRuleReader();
  let organiserId: string;
  let officer: Principal;
  let chair: Principal;

  const declare = async (textId: string, effectiveFrom: string): Promise<void> => {
    const rule = { topic: 'deposit-rate', textId, decidedOn: '2026-01-10', effectiveFrom };
    const action = new DeclareRule(test.db, new DecisionReader(), config);
    const { id } = await as(officer, () => action.run(officer.personId, organiserId, rule));
    expect(
      await test.db.across('house-rules').rows('SELECT 1 FROM house_rule WHERE decision_id = $1', [id]),
    ).toHaveLength(1);
    await as(chair, () => take.approve(chair, organiserId, id));
  };

  beforeAll(async () => {
    organiserId = await plantParty(test.owner, 'organiser');
    officer = await plantMember(test.owner, 'organiser', organiserId, 'officer');
    chair = await plantMember(test.owner, 'organiser', organiserId, 'chair');
  });

  it('are public once two people confirmed them, and say which holds', async () => {
    await declare('Uang muka 10 %', '2026-01-10');
    await declare('Uang muka 5 %', '2026-02-01');
    await declare('Uang muka 0 %', '2099-01-01');
    const waiting = new DeclareRule(test.db, new DecisionReader(), config);
    await as(officer, () =>
      waiting.run(officer.personId, organiserId, {
        ...{ topic: 'standstill', textId: 'Masa sanggah 2 hari' },
        ...{ decidedOn: '2026-01-10', effectiveFrom: '2026-01-10' },
      }),
    );
    const listed = await rules.rulesOf(test.db.across('house-rules'), organiserId);
    expect(listed.map(({ textId, state }) => `${textId} ${state}`)).toEqual([
      'Uang muka 0 % coming',
      'Uang muka 5 % holding',
      'Uang muka 10 % replaced',
    ]);
  });

  it('are of organisers', async () => {
    const koperasiId = await plantParty(test.owner, 'koperasi');
    const person = await plantMember(test.owner, 'koperasi', koperasiId, 'chair');
    const action = new DeclareRule(test.db, new DecisionReader(), config);
    const rule = { topic: 'x', textId: 'y y y', decidedOn: '2026-01-10', effectiveFrom: '2026-01-10' };
    await expect(as(person, () => action.run(person.personId, koperasiId, rule))).rejects.toThrow(
      'DECISION_NOT_FOR_THIS_PARTY',
    );
  });
});
