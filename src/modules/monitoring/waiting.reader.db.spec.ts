import type { Principal, Role } from '../../platform/auth/principal.js';
import { newId } from '../../platform/new-id.js';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { plantAllocation, plantPool, type PlantedPool } from '../../../test/support/plant-allocation.js';
import { plantMember } from '../../../test/support/plant-member.js';
import { plantParty } from '../../../test/support/plant-lot.js';
import { playDispatch, playPlans, playReceipt } from '../../../test/support/play-delivery.js';
import { WaitingReader } from './waiting.reader.js';

let database: TestDatabase;
let pool: PlantedPool;
let koperasi: string;
let supplier: string;
const reader = new WaitingReader();

const nothing = {
  ...{ decisions: 0, committees: 0, contracts: 0, arriving: 0, sending: 0 },
  ...{ bills: 0, consigned: 0, dues: 0, claims: 0, enteredOrders: 0 },
};
const memberOf = (partyId: string, ...roles: Role[]): Principal => ({
  personId: newId(),
  memberships: [{ partyId, kind: 'koperasi', roles }],
});
const waiting = (partyId: string, ...roles: Role[]) =>
  reader.waitingFor(database.workerDb, memberOf(partyId, ...roles), partyId);

beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  pool = await plantPool(database.owner);
  koperasi = await plantParty(database.owner, 'koperasi');
  supplier = await plantParty(database.owner, 'supplier');
});
afterAll(() => database.close());

describe('WaitingReader', () => {
  it('counts goods on their way for who receives them, and for nobody else', async () => {
    const { lotId } = await plantAllocation(database.owner, pool, [
      { koperasiId: koperasi, supplierId: supplier, packs: 7 },
    ]);
    const [dropId = ''] = await playPlans(database.db, pool, lotId);
    expect((await waiting(koperasi, 'warehouse')).arriving).toBe(0);
    await playDispatch(database.db, pool, dropId);
    expect(await waiting(koperasi, 'warehouse')).toEqual({ ...nothing, arriving: 1 });
    expect(await waiting(supplier, 'warehouse')).toEqual(nothing);
    await playReceipt(database.db, pool, dropId);
    expect((await waiting(koperasi, 'warehouse')).arriving).toBe(0);
  });

  it('counts goods on consignment for their buyer while some are left, for their supplier once some come back', async () => {
    const { lotId, lineIds } = await plantAllocation(database.owner, pool, [
      { koperasiId: koperasi, supplierId: supplier, packs: 7 },
    ]);
    const [dropId = ''] = await playPlans(database.db, pool, lotId);
    await playDispatch(database.db, pool, dropId);
    await playReceipt(database.db, pool, dropId);
    const told = async (kind: string, state: string, packs: number): Promise<string> => {
      const [id, { personId }] = [
        newId(),
        await plantMember(database.owner, 'koperasi', koperasi, 'officer'),
      ];
      await database.owner.query(
        'INSERT INTO consignment_move (id, drop_id, kind, state, told_by) VALUES ($1, $2, $3, $4, $5)',
        [id, dropId, kind, state, personId],
      );
      await database.owner.query('INSERT INTO consignment_move_line VALUES ($1, $2, $3)', [
        id,
        lineIds[0],
        packs,
      ]);
      return id;
    };
    const counts = async (): Promise<number[]> => [
      (await waiting(koperasi, 'officer')).consigned,
      (await waiting(supplier, 'officer')).consigned,
    ];
    await database.owner.query(
      `INSERT INTO consignment (drop_id, seller_id, buyer_id, supplier_id, ends_at)
       VALUES ($1, $2, $3, $4, now() + interval '14 days')`,
      [dropId, pool.organiserId, koperasi, supplier],
    );
    await database.owner.query('INSERT INTO consignment_line VALUES ($1, $2, 7)', [dropId, lineIds[0]]);
    expect(await counts()).toEqual([1, 0]);
    await told('sold', 'counted', 4);
    const returned = await told('returned', 'awaited', 3);
    expect(await counts()).toEqual([0, 1]);
    const { personId: judge } = await plantMember(database.owner, 'supplier', supplier, 'officer');
    await database.owner.query(
      `UPDATE consignment_move SET state = 'refused', judged_by = $2, judged_at = now() WHERE id = $1`,
      [returned, judge],
    );
    expect(await counts()).toEqual([1, 0]);
    await database.owner.query('UPDATE consignment SET ended_at = now() WHERE drop_id = $1', [dropId]);
    expect(await counts()).toEqual([0, 0]);
  });

  it('counts decisions of others, and only for who decides', async () => {
    const proposer = await plantMember(database.owner, 'koperasi', koperasi, 'treasurer');
    const propose = (expires: string) =>
      database.owner.query(
        `INSERT INTO decision (id, kind, party_id, subject_id, terms, proposed_by, expires_at)
         VALUES ($1, 'payout', $2, $3, '{}', $4, now() + $5::interval)`,
        [newId(), koperasi, newId(), proposer.personId, expires],
      );
    await propose('1 day');
    await propose('1 millisecond');
    expect((await waiting(koperasi, 'chair')).decisions).toBe(1);
    expect((await waiting(koperasi, 'viewer')).decisions).toBe(0);
    expect((await reader.waitingFor(database.workerDb, proposer, koperasi)).decisions).toBe(0);
  });
});
