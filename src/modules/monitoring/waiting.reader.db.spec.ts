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
  ...{ bills: 0, dues: 0, claims: 0, enteredOrders: 0 },
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
