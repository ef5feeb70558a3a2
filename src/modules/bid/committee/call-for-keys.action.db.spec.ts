import { freshDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { plantLot, plantPrincipal } from '../../../../test/support/plant-lot.js';
import { plantCommittee, testOpeningKeys } from '../../../../test/support/wire-bids.js';
import { wireCommittee } from '../../../../test/support/wire-committee.js';
import { CallForKeys } from './call-for-keys.action.js';
import { KeyWaitStore } from './key-wait.store.js';

let test: TestDatabase;
let callForKeys: CallForKeys;

beforeAll(async () => {
  test = await freshDatabase();
  callForKeys = new CallForKeys(test.workerDb, new KeyWaitStore(), testOpeningKeys);
});
afterAll(() => test.close());

const passHours = (lotId: string, hours: number) =>
  test.owner.query('UPDATE lot SET formed_at = formed_at - make_interval(hours => $2) WHERE id = $1', [
    lotId,
    hours,
  ]);

const toldOf = async (lotId: string): Promise<string[]> => {
  const { rows } = await test.owner.query<{ kind: string }>(
    'SELECT kind FROM happening WHERE subject_id = $1 ORDER BY told_at, kind',
    [lotId],
  );
  return rows.map(({ kind }) => kind);
};

describe('a lot that waits for its committee’s key', () => {
  it('is told of once, its deputy called, and then it fails, each once though workers look at once', async () => {
    const { poolId, lotId } = await plantLot(test.owner);
    await plantCommittee(test.owner, poolId);
    const look = () => Promise.all([callForKeys.run(), callForKeys.run(), callForKeys.run()]);
    await look();
    await look();
    expect(await toldOf(lotId)).toEqual(['sealing-key-wanted']);
    await passHours(lotId, 24);
    await look();
    expect(await toldOf(lotId)).toEqual(['sealing-key-wanted', 'sealing-key-overdue']);
    await passHours(lotId, 24);
    await look();
    await look();
    const { rows } = await test.owner.query('SELECT state, failed_reason FROM lot WHERE id = $1', [lotId]);
    expect(rows).toEqual([{ state: 'failed', failed_reason: 'NO_SEALING_KEY' }]);
    // The organiser and the koperasi that ordered.
    expect((await toldOf(lotId)).slice(2)).toEqual(['lot-failed', 'lot-failed']);
  });

  it('is left alone once its key is made, and where the system seals', async () => {
    const server = await plantLot(test.owner);
    const { poolId, lotId, organiserId } = await plantLot(test.owner);
    const committee = wireCommittee(test);
    const holders = await committee.keyed(await plantCommittee(test.owner, poolId));
    const organiser = await plantPrincipal(test.owner, 'organiser', organiserId, 'chair');
    await committee.keyForLot(organiser, lotId, holders);
    for (const id of [server.lotId, lotId]) await passHours(id, 1_000);
    await callForKeys.run();
    expect([...(await toldOf(lotId)), ...(await toldOf(server.lotId))]).toEqual([]);
  });
});
