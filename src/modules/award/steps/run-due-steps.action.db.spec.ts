import { asParties } from '../../../../test/support/acting-as.js';
import { freshDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { anAward, wireSteps, type WiredSteps } from '../../../../test/support/given-steps.js';
import { passTime } from '../../../../test/support/pass-time.js';
import { plantPrincipal } from '../../../../test/support/plant-lot.js';
import { runDueStep } from '../../../core/award/steps/run-due-step.js';
import { makeMove } from './make-move.js';

let test: TestDatabase;
let steps: WiredSteps;

beforeAll(async () => {
  test = await freshDatabase();
  steps = wireSteps(test);
});
afterAll(async () => {
  await steps.solver.onModuleDestroy();
  await test.close();
});

const two = [
  [60, 10_000],
  [60, 11_000],
] as const;
const three = [...two, [100, 11_500]] as const;
const standing = { objection: { dueS: 3600 } };

const rowsOf = async <Row>(text: string, ...params: unknown[]): Promise<Row[]> =>
  (await test.owner.query(text, params)).rows as Row[];

const lotOf = async (lotId: string) =>
  (await rowsOf('SELECT state, failed_reason FROM lot WHERE id = $1', lotId))[0];
const openStep = async (lotId: string): Promise<string[]> =>
  (
    await rowsOf<{ step: string }>(
      'SELECT step FROM award_step WHERE lot_id = $1 AND ended_at IS NULL',
      lotId,
    )
  ).map(({ step }) => step);
const attemptsOf = async (lotId: string): Promise<string[]> =>
  (
    await rowsOf<{ attempt: number; state: string }>(
      'SELECT attempt, state FROM award WHERE lot_id = $1 ORDER BY attempt',
      lotId,
    )
  ).map(({ attempt, state }) => `${attempt} ${state}`);
const told = async (partyId: string): Promise<string[]> =>
  (
    await rowsOf<{ kind: string }>(
      'SELECT kind FROM happening WHERE party_id = $1 ORDER BY told_at, id',
      partyId,
    )
  ).map(({ kind }) => kind);
const audited = (lotId: string, action: string) =>
  rowsOf<{ actor_id: string | null }>(
    `SELECT actor_id FROM audit_event WHERE action = $2 AND (data->>'lotId' = $1 OR subject_id = $1)`,
    lotId,
    action,
  );
const events = (type: string, lotId: string) =>
  rowsOf(`SELECT 1 FROM outbox WHERE type = $1 AND payload->>'lotId' = $2`, type, lotId);

/** Two workers at once, and once more. */
const workersRun = async (): Promise<void> => {
  await Promise.all([steps.runDueSteps.run(), steps.runDueSteps.run()]);
  await steps.runDueSteps.run();
};

/** What the consumer does with what the last attempt's end recorded. */
const awardAnew = async (lotId: string): Promise<void> => {
  const event = { id: 1, type: 'AwardReplaced', recordedAt: new Date(), payload: { lotId, awardId: '' } };
  const prepared = await steps.onAwardReplaced.prepare(event);
  await test.workerDb.transaction((tx) => steps.onAwardReplaced.handle(tx, event, prepared));
};

describe('a proposal that nobody makes', () => {
  it('is made by the system when its time is up, once, by however many workers, and told', async () => {
    const { lotId, organiserId, koperasiId, suppliers } = await anAward(test, steps, two, standing);
    await workersRun();
    expect(await openStep(lotId)).toEqual(['proposal']);
    await passTime(test, lotId, 'default');
    await workersRun();
    expect(await openStep(lotId)).toEqual(['objection']);
    expect(await steps.reader.awardOf(test.db, lotId)).toMatchObject({
      state: 'proposed',
      proposedBy: null,
      proposedAt: expect.any(Date),
    });
    expect(await audited(lotId, 'award-proposed')).toEqual([{ actor_id: null }]);
    expect(await told(organiserId)).toEqual(['award-proposed-by-system', 'standstill-begun']);
    for (const party of [koperasiId, ...suppliers]) expect(await told(party)).toEqual(['standstill-begun']);
  });

  it('is then approved by two people, of whom one is a chair, and not by one', async () => {
    const { lotId, officer, chair } = await anAward(test, steps, two);
    await passTime(test, lotId, 'default');
    await workersRun();
    await steps.approve.run(chair, lotId);
    expect(await lotOf(lotId)).toMatchObject({ state: 'opened' });
    await expect(steps.approve.run(chair, lotId)).rejects.toMatchObject({ code: 'NOBODY_APPROVES_TWICE' });
    await expect(
      test.db.change(
        `UPDATE award SET state = 'approved', approved_by = endorsed_by, approved_at = now() WHERE lot_id = $1`,
        [lotId],
      ),
    ).rejects.toMatchObject({ constraint: 'nobody_approves_twice' });
    await steps.approve.run(officer, lotId);
    expect(await lotOf(lotId)).toMatchObject({ state: 'awarded' });
    expect(await steps.reader.awardOf(test.db, lotId)).toMatchObject({
      proposedBy: null,
      endorsedBy: chair.personId,
      approvedBy: officer.personId,
    });
  });

  it('cannot be approved by one person alone: the database refuses by itself', async () => {
    const { lotId, chair } = await anAward(test, steps, two);
    await passTime(test, lotId, 'default');
    await workersRun();
    await expect(
      test.workerDb.change(
        `UPDATE award SET state = 'approved', approved_by = $2, approved_at = now() WHERE lot_id = $1`,
        [lotId, chair.personId],
      ),
    ).rejects.toMatchObject({ constraint: 'two_people_approve' });
  });

  it('waits for the deputy first, who is called once and may act', async () => {
    const { lotId, organiserId, officer } = await anAward(test, steps, two);
    const deputy = await plantPrincipal(test.owner, 'organiser', organiserId, 'treasurer');
    await test.owner.query(
      `INSERT INTO pool_step (pool_id, step, due_s, holder_id, deputy_id, deputy_s)
       SELECT pool_id, 'proposal', 60, $2, $3, 60 FROM lot WHERE id = $1`,
      [lotId, officer.personId, deputy.personId],
    );
    await test.owner.query(
      `UPDATE award_step SET due_at = clock_timestamp() + interval '1 minute',
         default_at = clock_timestamp() + interval '2 minutes' WHERE lot_id = $1`,
      [lotId],
    );
    await expect(steps.propose.run(deputy, lotId)).rejects.toMatchObject({
      code: 'ANOTHER_IS_NAMED_FOR_THIS_STEP',
    });
    await passTime(test, lotId, 'due');
    await workersRun();
    await workersRun();
    expect(await told(organiserId)).toEqual(['deputy-called']);
    expect(await audited(lotId, 'deputy-called')).toHaveLength(1);
    await steps.propose.run(deputy, lotId);
    expect(await openStep(lotId)).toEqual(['approval']);
  });

  it('leaves nothing half done when a worker dies at it', async () => {
    const { lotId } = await anAward(test, steps, two);
    await passTime(test, lotId, 'default');
    await expect(
      test.workerDb.transaction(async (tx) => {
        const course = await steps.courses.lockFree(tx, lotId);
        const move = course && runDueStep(course, course.now);
        if (course === undefined || move === undefined) throw new Error('nothing is due');
        await makeMove(tx, course, move, null);
        throw new Error('killed');
      }),
    ).rejects.toThrow('killed');
    expect(await attemptsOf(lotId)).toEqual(['1 computed']);
    await workersRun();
    expect(await attemptsOf(lotId)).toEqual(['1 proposed']);
  });
});

describe('the standstill', () => {
  it('keeps approval off until its end: core refuses, and so does the database', async () => {
    const { lotId, officer, chair } = await anAward(test, steps, two, standing);
    await steps.propose.run(officer, lotId);
    await expect(steps.approve.run(chair, lotId)).rejects.toMatchObject({ code: 'STANDSTILL_NOT_OVER_YET' });
    await expect(
      test.db.change(
        `UPDATE award SET state = 'approved', approved_by = $2, approved_at = now() WHERE lot_id = $1`,
        [lotId, chair.personId],
      ),
    ).rejects.toMatchObject({ constraint: 'approval_after_standstill' });
    await passTime(test, lotId, 'due');
    // Its end counts by the clock, whether or not a worker has come by.
    await steps.approve.run(chair, lotId);
    expect(await lotOf(lotId)).toMatchObject({ state: 'awarded' });
  });

  it('takes an objection of members and bidders, once, and lets nobody approve before it is answered', async () => {
    const { lotId, officer, chair, koperasiId, suppliers } = await anAward(test, steps, two, standing);
    const person = officer.personId;
    const objection = { partyId: koperasiId, reason: 'harga di pasar lebih murah' };
    await expect(steps.object.run(person, lotId, objection)).rejects.toMatchObject({
      code: 'NO_OBJECTION_WINDOW_OPEN',
    });
    await steps.propose.run(officer, lotId);
    const id = await steps.object.run(person, lotId, objection);
    expect(await Promise.all([1, 2].map(() => steps.object.run(person, lotId, objection)))).toEqual([id, id]);
    await steps.object.run(person, lotId, { partyId: suppliers[1] ?? '', reason: 'mutu' });
    const { koperasiId: stranger } = await anAward(test, steps, two);
    await expect(steps.object.run(person, lotId, { partyId: stranger, reason: 'x' })).rejects.toMatchObject({
      code: 'ONLY_THOSE_CONCERNED_OBJECT',
    });
    await passTime(test, lotId, 'due');
    await expect(steps.object.run(person, lotId, { ...objection, reason: 'lain' })).rejects.toMatchObject({
      code: 'OBJECTION_ALREADY_MADE',
    });
    await expect(
      test.db.change(
        `INSERT INTO objection (id, award_id, party_id, reason, made_by)
         SELECT gen_random_uuid(), id, $2, 'terlambat', proposed_by FROM award WHERE lot_id = $1`,
        [lotId, suppliers[0]],
      ),
    ).rejects.toMatchObject({ constraint: 'objection_in_window' });
    await expect(steps.approve.run(chair, lotId)).rejects.toMatchObject({
      code: 'OBJECTION_NOT_ANSWERED_YET',
    });
    await workersRun();
    expect(await openStep(lotId)).toEqual(['answer']);
    expect(await told(koperasiId)).toContain('objection-made');
    await expect(
      steps.answer.run(officer, lotId, id, { answer: 'rejected', reason: 'x' }),
    ).rejects.toMatchObject({ code: 'PROPOSER_DOES_NOT_ANSWER' });
    for (const { objectionId } of await rowsOf<{ objectionId: string }>(
      'SELECT objection.id AS "objectionId" FROM objection JOIN award ON award.id = award_id WHERE lot_id = $1',
      lotId,
    ))
      await steps.answer.run(chair, lotId, objectionId, { answer: 'rejected', reason: 'sudah dicek' });
    expect(await openStep(lotId)).toEqual(['approval']);
    expect(await told(koperasiId)).toContain('objection-rejected');
    await steps.approve.run(chair, lotId);
    expect(await lotOf(lotId)).toMatchObject({ state: 'awarded' });
  });

  it('ends with the lot failed when an objection is answered by nobody: no machine judges it', async () => {
    const { lotId, organiserId, officer, koperasiId } = await anAward(test, steps, two, standing);
    await steps.propose.run(officer, lotId);
    await steps.object.run(officer.personId, lotId, { partyId: koperasiId, reason: 'harga' });
    await passTime(test, lotId, 'due');
    await workersRun();
    await passTime(test, lotId, 'default');
    await workersRun();
    expect(await lotOf(lotId)).toEqual({ state: 'failed', failed_reason: 'OBJECTION_NOT_ANSWERED_IN_TIME' });
    expect(await openStep(lotId)).toEqual([]);
    expect(await told(koperasiId)).toContain('lot-failed');
    expect(await told(organiserId)).toContain('objections-to-answer');
    expect(await events('LotFailed', lotId)).toHaveLength(1);
  });

  it('has a bid out whose objection is upheld: the lot is awarded anew, the old attempt is kept', async () => {
    const { lotId, officer, chair, koperasiId, suppliers } = await anAward(test, steps, three, standing);
    await steps.propose.run(officer, lotId);
    const [line] = await rowsOf<{ bid_id: string; supplier_id: string }>(
      'SELECT bid_id, supplier_id FROM award_line JOIN award ON award.id = award_id WHERE lot_id = $1 AND supplier_id = $2',
      lotId,
      suppliers[0],
    );
    const objection = { partyId: koperasiId, bidId: line?.bid_id ?? '', reason: 'izin habis' };
    const id = await steps.object.run(officer.personId, lotId, objection);
    await steps.answer.run(chair, lotId, id, { answer: 'upheld', reason: 'benar' });
    expect(await attemptsOf(lotId)).toEqual(['1 replaced']);
    expect(await told(suppliers[0] ?? '')).toContain('bid-out');
    const [stale] = await steps.compute.computeAnew(lotId);
    await awardAnew(lotId);
    await awardAnew(lotId);
    expect(await attemptsOf(lotId)).toEqual(['1 replaced', '2 computed']);
    expect(await openStep(lotId)).toEqual(['proposal']);
    const shown = await steps.reader.shownAward(test.db, lotId, chair);
    expect(shown.lines.map(({ supplierId }) => supplierId).sort()).toEqual([...suppliers.slice(1)].sort());
    expect(shown.bidsOut).toEqual([{ bidId: line?.bid_id, reason: 'OBJECTION_UPHELD', attempt: 1 }]);
    // What was computed for an attempt is kept as that one or not at all.
    await test.owner.query(
      `UPDATE award SET state = 'replaced', proposed_at = now(), replaced_at = now() WHERE lot_id = $1`,
      [lotId],
    );
    await test.owner.query(`UPDATE award_step SET ended_at = now(), outcome = 'replace' WHERE lot_id = $1`, [
      lotId,
    ]);
    if (stale) await test.workerDb.transaction((tx) => steps.compute.keep(tx, stale));
    expect(await attemptsOf(lotId)).toEqual(['1 replaced', '2 replaced']);
  });
});

describe('an approval that nobody gives', () => {
  it('fails the lot: never does a machine approve; everybody is told', async () => {
    const { lotId, officer, chair, koperasiId, suppliers } = await anAward(test, steps, two);
    await steps.propose.run(officer, lotId);
    await passTime(test, lotId, 'default');
    await expect(steps.approve.run(chair, lotId)).rejects.toMatchObject({ code: 'STEP_IS_OVER' });
    await workersRun();
    expect(await lotOf(lotId)).toEqual({ state: 'failed', failed_reason: 'NOT_APPROVED_IN_TIME' });
    expect(await attemptsOf(lotId)).toEqual(['1 proposed']);
    for (const party of [koperasiId, ...suppliers]) expect((await told(party)).at(-1)).toBe('lot-failed');
    expect(await events('LotFailed', lotId)).toHaveLength(1);
  });
});

describe('contracts', () => {
  const approved = async (bids: Parameters<typeof anAward>[2]) => {
    const award = await anAward(test, steps, bids);
    await steps.propose.run(award.officer, award.lotId);
    await steps.approve.run(award.chair, award.lotId);
    return award;
  };

  it('are signed by every supplier before goods are shared out; at once, the lot is contracted once', async () => {
    const { lotId, chair, suppliers, koperasiId } = await approved(two);
    expect(await told(suppliers[0] ?? '')).toContain('contract-to-sign');
    const sign = (supplierId: string) => steps.contract.sign(chair.personId, lotId, supplierId);
    await Promise.all([...suppliers, ...suppliers].map(sign));
    expect(await events('ContractsSigned', lotId)).toHaveLength(1);
    expect(await openStep(lotId)).toEqual([]);
    expect((await told(koperasiId)).at(-1)).toBe('contracts-signed');
    await sign(suppliers[0] ?? '');
    await expect(
      steps.contract.decline(chair.personId, lotId, suppliers[0] ?? '', 'x'),
    ).rejects.toMatchObject({ code: 'CONTRACT_ALREADY_ANSWERED' });
    for (const db of [test.db, test.workerDb])
      await expect(db.change(`UPDATE contract_answer SET answer = 'declined'`)).rejects.toMatchObject({
        code: '42501',
      });
  });

  it('are not signed by a supplier that is suspended, also at this moment', async () => {
    const { lotId, chair, officer, suppliers } = await anAward(test, steps, two);
    const [first = '', second = ''] = suppliers;
    await steps.propose.run(officer, lotId);
    await steps.approve.run(chair, lotId);
    await test.owner.query('BEGIN');
    await test.owner.query('SELECT FROM party WHERE id = $1 FOR UPDATE', [first]);
    const signing = steps.contract.sign(chair.personId, lotId, first).catch((error: unknown) => error);
    await test.owner.query(`UPDATE party SET state = 'suspended', suspended_reason = 'uji' WHERE id = $1`, [
      first,
    ]);
    await test.owner.query('COMMIT');
    expect(await signing).toMatchObject({ code: 'SIGNER_SUSPENDED' });
    await steps.contract.sign(chair.personId, lotId, second);
    await steps.contract.decline(chair.personId, lotId, first, 'dibekukan');
    expect(await attemptsOf(lotId)).toEqual(['1 replaced']);
  });

  it('not signed in time put the bid out; the rest sign anew; without any bid left the lot fails', async () => {
    const { lotId, chair, officer, suppliers } = await approved(two);
    await steps.contract.sign(chair.personId, lotId, suppliers[0] ?? '');
    await passTime(test, lotId, 'default');
    await workersRun();
    expect(await lotOf(lotId)).toMatchObject({ state: 'opened' });
    expect(await events('AwardReplaced', lotId)).toHaveLength(1);
    expect((await told(suppliers[1] ?? '')).slice(-2)).toEqual(['bid-out', 'award-replaced']);
    await awardAnew(lotId);
    expect(await steps.reader.awardOf(test.db, lotId)).toMatchObject({ attempt: 2, awardedPacks: 60 });
    await steps.propose.run(officer, lotId);
    await steps.approve.run(chair, lotId);
    await steps.contract.decline(chair.personId, lotId, suppliers[0] ?? '', 'tidak sanggup');
    await Promise.all([awardAnew(lotId), awardAnew(lotId)]);
    expect(await lotOf(lotId)).toEqual({ state: 'failed', failed_reason: 'NO_BID_LEFT' });
    expect(await attemptsOf(lotId)).toEqual(['1 replaced', '2 replaced']);
    expect(await events('LotFailed', lotId)).toHaveLength(1);
    expect((await told(suppliers[0] ?? '')).at(-1)).toBe('lot-failed');
  });

  it('are for the suppliers awarded, and only what was awarded can be signed', async () => {
    const { lotId, chair, suppliers } = await approved(three);
    await expect(steps.contract.sign(chair.personId, lotId, suppliers[2] ?? '')).rejects.toMatchObject({
      code: 'SUPPLIER_NOT_AWARDED',
    });
    await expect(
      asParties([suppliers[2] ?? ''], () =>
        test.db.change(
          `INSERT INTO contract_answer (award_id, supplier_id, answer, answered_by)
           SELECT id, $2, 'signed', approved_by FROM award WHERE lot_id = $1`,
          [lotId, suppliers[2]],
        ),
      ),
    ).rejects.toMatchObject({ code: '23503' });
  });

  it('leave every promise whole', async () => {
    for (const view of [
      'p05_allocated_is_awarded',
      'p12_nobody_approves_their_own',
      'p20_contracts_are_signed',
    ])
      expect(await rowsOf(`SELECT * FROM ${view}`)).toEqual([]);
    expect(
      await rowsOf(`SELECT lot_id FROM award WHERE state <> 'replaced' GROUP BY lot_id HAVING count(*) > 1`),
    ).toEqual([]);
  });
});
