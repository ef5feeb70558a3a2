import { declareAt } from '../../../test/support/declare-at.js';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { standardSteps } from '../../core/pool/declare-steps.js';
import { newId } from '../../platform/new-id.js';
import { seed } from '../../seed/index.js';
import { CreatePool } from './create-pool.action.js';
import type { PoolRequest } from './declare-pool.js';
import { DiscardDraft } from './discard-draft.action.js';
import { sealOf } from './pool-seal.js';
import { stepsOf } from './pool-steps.js';
import { PoolReader } from './pool.reader.js';
import { PoolStore } from './pool.store.js';
import { RedeclareDraft } from './redeclare-draft.action.js';

const NOON = '2030-01-05T05:00:00Z';
const pools = new PoolReader();
let database: TestDatabase;
let organiserId: string;
let personId: string;
let chairId: string;

const request = (change: Partial<PoolRequest> = {}): PoolRequest => ({
  organiserId,
  ...{ title: 'Putaran uji', regionCode: '35.71', purpose: 'ordinary', rationingRule: 'proportional' },
  closesAt: new Date('2030-01-10T10:00:00Z'),
  ...{ biddingPeriodS: 3_600, neededFrom: '2030-01-12', neededUntil: '2030-01-19' },
  items: [{ packCode: 'BERAS-MEDIUM/XSA50' }],
  ...change,
});
/** All that a pool can declare. */
const full = (): PoolRequest =>
  request({
    items: [
      { packCode: 'BERAS-MEDIUM/XSA50' },
      { packCode: 'GULA/XSA50', ceilingRpPerUnit: 15_000, ceilingSource: 'HPS (uji)' },
    ],
    steps: { standstillS: 0, approval: { dueS: 60, deputyId: chairId } },
    award: { maxShareBps: 6_000, freight: [{ fromCode: '35.71', toCode: '35.71', rpPerUnit: 60 }] },
    pricing: { kind: 'per-zone', feeRpPerUnit: 25 },
    rescue: { extendByS: 3_600, otherwise: 'cancel', items: [{ packCode: 'GULA/XSA50', minimumPacks: 9 }] },
    seal: { mode: 'server', deputyId: chairId },
    deposit: { rateBps: 1_000, returnDays: 3 },
    dueBy: 'party',
  });
const draft = (of: PoolRequest): Promise<string> =>
  new CreatePool(database.db, new PoolStore(), declareAt(NOON)).run(personId, of);
const redeclare = (poolId: string, seen: number, of: PoolRequest): Promise<number> =>
  new RedeclareDraft(database.db, declareAt(NOON)).run(personId, poolId, seen, of);
const discard = (poolId: string): Promise<void> =>
  new DiscardDraft(database.db).run(personId, poolId, 'Salah minggu.');

const COUNT = `SELECT (SELECT count(*)::int FROM pool_item WHERE pool_id = $1) AS items,
  (SELECT count(*)::int FROM pool_step WHERE pool_id = $1) AS steps,
  (SELECT count(*)::int FROM pool_seal WHERE pool_id = $1) AS seals,
  (SELECT count(*)::int FROM pool_rescue WHERE pool_id = $1) AS rescues,
  (SELECT count(*)::int FROM pool_item_minimum JOIN pool_item ON pool_item.id = item_id WHERE pool_id = $1) AS minimums,
  (SELECT count(*)::int FROM pool_award_rule WHERE pool_id = $1) AS rules,
  (SELECT count(*)::int FROM pool_freight WHERE pool_id = $1) AS rates,
  (SELECT count(*)::int FROM pool_pricing WHERE pool_id = $1) AS prices,
  deposit_rate_bps, deposit_return_days, due_by, title, version FROM pool WHERE id = $1`;
const declared = async (poolId: string): Promise<unknown> =>
  (await database.owner.query<object>(COUNT, [poolId])).rows[0];
const audits = async (poolId: string): Promise<string[]> =>
  (
    await database.owner.query<{ action: string }>(
      'SELECT action FROM audit_event WHERE subject_id = $1 ORDER BY id',
      [poolId],
    )
  ).rows.map(({ action }) => action);

beforeAll(async () => {
  database = await freshDatabase();
  await seed(database.db, { regionCode: '35.71', demoPassword: 'demo-demo' });
  const { rows } = await database.owner.query<{ organiser: string; person: string; chair: string }>(
    `SELECT party.id AS organiser, person.id AS person,
       (SELECT id FROM person WHERE login = 'organiser-chair') AS chair FROM party, person
     WHERE party.code = 'DEMO-35.71-FORUM' AND login = 'organiser-officer'`,
  );
  [organiserId, personId, chairId] = [rows[0]?.organiser ?? '', rows[0]?.person ?? '', rows[0]?.chair ?? ''];
});
afterAll(() => database.close());

describe('declaring a draft anew', () => {
  it('leaves nothing of what it said before, and comes to what a new one would', async () => {
    const changed = await draft(full());
    expect(await redeclare(changed, 1, request({ title: 'Lain' }))).toBe(2);
    const fresh = await draft(request({ title: 'Lain' }));
    expect(await declared(changed)).toEqual({ ...((await declared(fresh)) as object), version: 2 });
    expect(await stepsOf(database.db, changed)).toEqual(standardSteps);
    // And back again, with all of it.
    expect(await redeclare(changed, 2, full())).toBe(3);
    const whole = await draft(full());
    expect(await declared(changed)).toEqual({ ...((await declared(whole)) as object), version: 3 });
    expect(await sealOf(database.db, changed)).toMatchObject({ deputyId: chairId });
    expect(await audits(changed)).toEqual(['pool-created', 'draft-redeclared', 'draft-redeclared']);
  });

  it('leaves it as it was where the new words are refused, or another was faster', async () => {
    const poolId = await draft(full());
    const before = await declared(poolId);
    await expect(redeclare(poolId, 1, request({ items: [{ packCode: 'TIDAK/ADA' }] }))).rejects.toThrow(
      'PACK_UNKNOWN',
    );
    await expect(
      redeclare(poolId, 1, request({ steps: { approval: { deputyId: personId } } })),
    ).rejects.toThrow('STEP_PERSON_WITHOUT_ROLE');
    expect(await declared(poolId)).toEqual(before);
    const both = await Promise.allSettled([redeclare(poolId, 1, full()), redeclare(poolId, 1, request())]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is no way to what an open pool declared', async () => {
    const poolId = await draft(full());
    await database.owner.query(`UPDATE pool SET state = 'open', opened_at = now() WHERE id = $1`, [poolId]);
    await expect(redeclare(poolId, 1, request())).rejects.toThrow('POOL_ALREADY_OPEN');
    await expect(discard(poolId)).rejects.toThrow('POOL_ALREADY_OPEN');
    // Past the code, too.
    await expect(
      database.db.transaction((tx) => tx.rows('SELECT undeclare_draft($1)', [poolId])),
    ).rejects.toMatchObject({ constraint: 'undeclares_own_drafts' });
    await expect(
      database.db.transaction((tx) => tx.rows('SELECT undeclare_draft($1)', [newId()])),
    ).rejects.toMatchObject({ constraint: 'undeclares_own_drafts' });
  });
});

describe('discarding a draft', () => {
  it('binds nobody whom it named, keeps its reason, and lets it never open', async () => {
    const poolId = await draft(full());
    await discard(poolId);
    expect(await declared(poolId)).toMatchObject({ items: 0, steps: 0, seals: 0, rescues: 0, minimums: 0 });
    expect(await pools.poolById(database.db, poolId)).toMatchObject({
      state: 'draft',
      discardedAt: expect.any(Date) as Date,
      discardReason: 'Salah minggu.',
    });
    const listed = await pools.page(database.db, { state: null }, [organiserId], null, 100);
    expect(listed.map(({ id }) => id)).not.toContain(poolId);
    await expect(discard(poolId)).rejects.toThrow('DRAFT_DISCARDED');
    await expect(redeclare(poolId, 2, full())).rejects.toThrow('DRAFT_DISCARDED');
    await expect(
      database.owner.query(`UPDATE pool SET state = 'open', opened_at = now() WHERE id = $1`, [poolId]),
    ).rejects.toMatchObject({ constraint: 'discards_only_drafts' });
    expect(await audits(poolId)).toEqual(['pool-created', 'draft-discarded']);
  });
});
