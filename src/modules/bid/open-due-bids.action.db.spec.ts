import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import {
  passDeadline,
  plantLot,
  plantParty,
  plantPerson,
  plantTender,
} from '../../../test/support/plant-lot.js';
import type { BidTerms } from '../../core/bid/bid-terms.js';
import { BidReader } from './bid.reader.js';
import { BidStore } from './bid.store.js';
import { OpenDueBids } from './open-due-bids.action.js';
import { OpenTenders } from './open-tenders.action.js';
import { SubmitBid } from './submit-bid.action.js';
import { TenderStore } from './tender.store.js';
import { WithdrawBid } from './withdraw-bid.action.js';

let test: TestDatabase;
let openTenders: OpenTenders;
let openDueBids: OpenDueBids;
let submitBid: SubmitBid;
let withdrawBid: WithdrawBid;
const reader = new BidReader();

beforeAll(async () => {
  test = await freshDatabase();
  const store = new BidStore();
  openTenders = new OpenTenders(new TenderStore());
  openDueBids = new OpenDueBids(test.workerDb, new TenderStore());
  submitBid = new SubmitBid(test.db, store, reader);
  withdrawBid = new WithdrawBid(test.db, store, reader);
});
afterAll(() => test.close());

const terms: BidTerms = {
  capacityPacks: 80,
  minimumPacks: 0,
  leadTimeDays: 3,
  tiers: [{ fromPacks: 1, priceRpPerUnit: 11_000 }],
};

const bidOn = async (lotId: string) => {
  const supplierId = await plantParty(test.owner, 'supplier');
  const personId = await plantPerson(test.owner);
  await submitBid.run(personId, lotId, supplierId, terms);
  return { supplierId, personId };
};

const stateOf = async (lotId: string) =>
  (await test.owner.query('SELECT state, failed_reason FROM lot WHERE id = $1', [lotId])).rows[0];

const announced = async (lotId: string) =>
  (
    await test.owner.query(
      `SELECT payload FROM outbox WHERE type = 'BidsOpened' AND payload->>'lotId' = $1`,
      [lotId],
    )
  ).rows;

describe('inviting bids', () => {
  it("ends when the pool's bidding period has passed, and begins once", async () => {
    const { lotId } = await plantLot(test.owner, 100, 600);
    await test.workerDb.transaction((tx) => openTenders.run(tx, [lotId]));
    const tender = await reader.tenderOf(test.db, lotId);
    const leftS = ((tender?.closesAt.getTime() ?? 0) - Date.now()) / 1000;
    expect(leftS).toBeGreaterThan(590);
    expect(leftS).toBeLessThan(610);
    await test.workerDb.transaction((tx) => openTenders.run(tx, [lotId]));
    expect(await reader.tenderOf(test.db, lotId)).toEqual(tender);
    const audit = await test.owner.query(
      `SELECT FROM audit_event WHERE action = 'tender-begun' AND subject_id = $1`,
      [lotId],
    );
    expect(audit.rowCount).toBe(1);
  });
});

describe('opening bids', () => {
  it('does not happen before the deadline', async () => {
    const { lotId } = await plantTender(test.owner);
    await bidOn(lotId);
    expect(await openDueBids.run()).toBe(0);
    expect(await reader.tenderOf(test.db, lotId)).toMatchObject({ openedAt: null, bidCount: null });
    expect(await stateOf(lotId)).toMatchObject({ state: 'bidding' });
  });

  it('happens once, however many workers try at once', async () => {
    const { lotId } = await plantTender(test.owner);
    await bidOn(lotId);
    const gone = await bidOn(lotId);
    await withdrawBid.run(gone.personId, lotId, gone.supplierId);
    await passDeadline(test.owner, lotId);
    const opened = await Promise.all([openDueBids.run(), openDueBids.run(), openDueBids.run()]);
    expect(opened.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await openDueBids.run()).toBe(0);
    expect(await announced(lotId)).toEqual([{ payload: { lotId, bidCount: 1 } }]);
    expect(await reader.tenderOf(test.db, lotId)).toMatchObject({ bidCount: 1 });
    expect(await stateOf(lotId)).toMatchObject({ state: 'opened' });
    expect(await reader.openedBids(test.db, lotId)).toHaveLength(1);
  });

  it('fails a lot that nobody bid for, with its reason', async () => {
    const { lotId } = await plantTender(test.owner);
    const gone = await bidOn(lotId);
    await withdrawBid.run(gone.personId, lotId, gone.supplierId);
    await passDeadline(test.owner, lotId);
    expect(await openDueBids.run()).toBe(1);
    expect(await stateOf(lotId)).toEqual({ state: 'failed', failed_reason: 'NO_BIDS' });
    expect(await announced(lotId)).toEqual([{ payload: { lotId, bidCount: 0 } }]);
  });

  it('waits for a bid that came in time and is still being written', async () => {
    const { lotId } = await plantTender(test.owner);
    await bidOn(lotId);
    await passDeadline(test.owner, lotId);
    await test.owner.query('BEGIN');
    await test.owner.query('SELECT FROM tender WHERE lot_id = $1 FOR SHARE', [lotId]);
    expect(await openDueBids.run()).toBe(0);
    await test.owner.query('COMMIT');
    expect(await openDueBids.run()).toBe(1);
  });

  it('opens the others when one cannot be opened, and says so', async () => {
    const broken = await plantTender(test.owner);
    const sound = await plantTender(test.owner);
    await bidOn(broken.lotId);
    await bidOn(sound.lotId);
    await test.owner.query(`UPDATE lot SET state = 'settled' WHERE id = $1`, [broken.lotId]);
    await passDeadline(test.owner, broken.lotId);
    await passDeadline(test.owner, sound.lotId);
    await expect(openDueBids.run()).rejects.toThrow('1 tenders could not be opened');
    expect(await stateOf(sound.lotId)).toMatchObject({ state: 'opened' });
    expect(await reader.tenderOf(test.db, broken.lotId)).toMatchObject({ openedAt: null });
    await test.owner.query(`UPDATE lot SET state = 'bidding' WHERE id = $1`, [broken.lotId]);
    expect(await openDueBids.run()).toBe(1);
  });
});
