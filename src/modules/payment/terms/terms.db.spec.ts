import { StreamableFile } from '@nestjs/common';
import readExcelFile from 'read-excel-file/node';
import { freshDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { plantParty, plantPerson } from '../../../../test/support/plant-lot.js';
import { Messenger, type Message } from '../../../platform/messenger/messenger.js';
import { withinScope } from '../../../platform/db/scope.js';
import { newId } from '../../../platform/new-id.js';
import { coverDue } from '../cover-due.js';
import { raiseDue } from '../raise-due.js';
import { GrantTerms } from './grant-terms.action.js';
import { OnDueReminded } from './on-due-reminded.consumer.js';
import { paymentDays } from './payment-days.js';
import { RemindDues } from './remind-dues.js';
import { TermsController } from './terms.controller.js';
import { TermsReader } from './terms.reader.js';

let database: TestDatabase;
let personId: string;
let buyerId: string;
let sellerId: string;
const reader = new TermsReader();

class Collecting extends Messenger {
  readonly sent: Message[] = [];

  send(message: Message): Promise<void> {
    this.sent.push(message);
    return Promise.resolve();
  }
}

beforeAll(async () => {
  database = await freshDatabase();
  personId = await plantPerson(database.owner);
});
beforeEach(async () => {
  buyerId = await plantParty(database.owner, 'koperasi');
  sellerId = await plantParty(database.owner, 'supplier');
});
afterAll(() => database.close());

/** A bill that is so many days late on the parties' day; below zero: due in so many. */
const bill = (daysLate: number, amountRp = 1_000_000): Promise<string> =>
  database.workerDb.transaction((tx) =>
    raiseDue(tx, {
      kind: 'balance',
      subjectId: newId(),
      payerId: buyerId,
      payeeId: sellerId,
      poolId: null,
      amountRp,
      dueAt: new Date(Date.now() - daysLate * 86_400_000),
    }),
  );
const pay = (dueId: string, amountRp: number, daysAgo = 0): Promise<void> => {
  const paidAt = new Date(Date.now() - daysAgo * 86_400_000);
  return database.workerDb.transaction((tx) =>
    coverDue(tx, {
      dueId,
      kind: 'transfer',
      amountRp,
      sourceId: newId(),
      journalId: null,
      paidAt,
      firmAt: paidAt,
    }),
  );
};
const remindersOf = (dueId: string): Promise<{ id: string; stage: string }[]> =>
  database.db.rows('SELECT id, stage FROM due_reminder WHERE due_id = $1', [dueId]);
const told = async (partyId: string): Promise<string[]> =>
  (
    await database.db.rows<{ kind: string }>('SELECT kind FROM happening WHERE party_id = $1 ORDER BY kind', [
      partyId,
    ])
  ).map(({ kind }) => kind);

describe('reminders', () => {
  it('are made once each, however many workers look, and tell who owes and who waits', async () => {
    const [tomorrow, today, justLate, late, paid] = [
      await bill(-1),
      await bill(0),
      await bill(2),
      await bill(8),
      await bill(5),
    ];
    await pay(paid, 1_000_000);
    const look = () => new RemindDues(database.workerDb).run();
    await Promise.all([look(), look(), look()]);
    await look();
    const stages = await Promise.all([tomorrow, today, justLate, late, paid].map(remindersOf));
    expect(stages.map((each) => each.map(({ stage }) => stage))).toEqual([
      ['tomorrow'],
      ['today'],
      [],
      ['late-7'],
      [],
    ]);
    expect(await told(buyerId)).toEqual(['due-late', 'due-soon', 'due-soon']);
    expect(await told(sellerId)).toEqual(['due-unpaid']);
  });

  it('reach those who pay for the party, and nobody any more once it is paid', async () => {
    const dueId = await bill(3, 1_250_000);
    const treasurer = await plantPerson(database.owner);
    const viewer = await plantPerson(database.owner);
    for (const [person, role] of [
      [treasurer, 'treasurer'],
      [treasurer, 'officer'],
      [viewer, 'viewer'],
    ]) {
      await database.owner.query(`UPDATE person SET contact = '0811' WHERE id = $1`, [person]);
      await database.owner.query('INSERT INTO membership (person_id, party_id, role) VALUES ($1, $2, $3)', [
        person,
        buyerId,
        role,
      ]);
    }
    await new RemindDues(database.workerDb).run();
    const messenger = new Collecting();
    const [reminder] = await remindersOf(dueId);
    const payload = { reminderId: reminder?.id ?? '' };
    const hear = () =>
      database.workerDb.transaction((tx) =>
        new OnDueReminded(messenger).handle(tx, { id: 1, type: 'DueReminded', payload } as never),
      );
    await hear();
    await hear();
    expect(messenger.sent.map(({ id, to }) => [id, to])).toEqual(
      Array(2).fill([`${payload.reminderId}:${treasurer}`, '0811']),
    );
    expect(messenger.sent[0]?.text).toContain('Rp1.250.000 kepada supplier uji');
    await pay(dueId, 1_250_000);
    await hear();
    expect(messenger.sent).toHaveLength(2);
  });
});

describe('what is owed', () => {
  it('is shown by age to who owes and who is owed, as a file too, with a name that is a formula', async () => {
    await database.owner.query(`UPDATE party SET name = '=HYPERLINK("x")' WHERE id = $1`, [buyerId]);
    const part = await bill(40, 500);
    await pay(part, 200);
    await bill(-3, 1_000);
    await bill(95, 7);
    const expected = {
      current: 1_000,
      late1To30: 0,
      late31To60: 300,
      late61To90: 0,
      lateOver90: 7,
      totalRp: 1_307,
    };
    const receivable = await reader.ageing(database.db, sellerId, 'receivable');
    expect(receivable.parties).toEqual([{ ...expected, partyId: buyerId, partyName: '=HYPERLINK("x")' }]);
    expect((await reader.ageing(database.db, buyerId, 'payable')).total).toEqual(expected);
    expect((await reader.ageing(database.db, buyerId, 'receivable')).parties).toEqual([]);
    const controller = new TermsController(database.db, new GrantTerms(database.db));
    const file: StreamableFile = await controller.ageingFile(sellerId, { side: 'receivable' });
    const chunks: Buffer[] = [];
    for await (const chunk of file.getStream()) chunks.push(chunk as Buffer);
    const [sheet] = await readExcelFile(Buffer.concat(chunks));
    expect(sheet?.data[2]).toEqual([`'=HYPERLINK("x")`, 1_000, 0, 300, 0, 7, 1_307]);
  });

  it('and was paid in time or not makes a score', async () => {
    for (const [daysLate, paidAgo] of [
      [10, 10],
      [9, 12],
      [8, 1],
    ] as const)
      await pay(await bill(daysLate), 1_000_000, paidAgo);
    await bill(4);
    await bill(-4);
    expect(await reader.scoreOf(database.db, buyerId)).toEqual({ counted: 4, onTime: 2, shareBps: 5_000 });
  });

  it('which each seller is told of what was to be paid to itself', async () => {
    await pay(await bill(10), 1_000_000, 10);
    const askedBy = async (partyId: string): Promise<number> => {
      const memberships = [{ partyId, kind: 'supplier', roles: ['treasurer'] }] as const;
      const score = await withinScope({ principal: { personId, memberships } }, () =>
        reader.scoreOf(database.bareDb, buyerId),
      );
      return score.counted;
    };
    expect(await askedBy(sellerId)).toBe(1);
    expect(await askedBy(await plantParty(database.owner, 'supplier'))).toBe(0);
  });
});

describe('terms', () => {
  it('that a seller grants give days within their limit; the last that has begun hold', async () => {
    const grant = new GrantTerms(database.db);
    const give = (days: number, effectiveFrom?: Date) =>
      grant.run(personId, sellerId, {
        buyerId,
        days,
        limitRp: 2_000_000,
        ...(effectiveFrom ? { effectiveFrom } : {}),
      });
    const daysFor = (amountRp: number, dueBy: 'bid' | 'party' = 'party') =>
      paymentDays(database.db, { dueBy, bidDays: 14, payeeId: sellerId, payerId: buyerId, amountRp }).then(
        ({ days }) => days,
      );
    expect(await daysFor(1)).toBe(0);
    await give(7, new Date(0));
    await give(30);
    await give(60, new Date(Date.now() + 86_400_000));
    expect([await daysFor(2_000_000), await daysFor(2_000_001), await daysFor(9e9, 'bid')]).toEqual([
      30, 0, 14,
    ]);
    await bill(-5, 1_500_000);
    expect([await daysFor(500_000), await daysFor(500_001)]).toEqual([30, 0]);
    const all = await reader.termsOf(database.db, buyerId, null, 10);
    const [last] = await reader.termsOf(database.db, sellerId, null, 1);
    const rest = await reader.termsOf(database.db, sellerId, last?.id ?? null, 10);
    expect([last, ...rest]).toEqual(all);
    expect(all.map(({ days, isInForce }) => [days, isInForce])).toEqual([
      [60, false],
      [30, true],
      [7, false],
    ]);
    await expect(grant.run(personId, sellerId, { buyerId: sellerId, days: 1, limitRp: 1 })).rejects.toThrow(
      'BUYER_UNKNOWN',
    );
  });
});
