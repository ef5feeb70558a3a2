import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { expectSerial, Interleaver, letTimePass, type Player } from '../../../test/support/interleave.js';
import { plantParty, plantPerson, plantTender } from '../../../test/support/plant-lot.js';
import { playBroken } from '../../../test/support/play-distribution.js';
import { wireBids } from '../../../test/support/wire-bids.js';
import type { Db } from '../../platform/db/db.js';

interface World {
  readonly lotId: string;
  readonly supplierId: string;
}

let test: TestDatabase;
let interleaver: Interleaver;
let personId: string;

/** What the database itself judges by the time, it judges here by the time that moves. */
const moveTheGuardsClock = async (): Promise<void> => {
  await test.owner.query('ALTER FUNCTION check_bid_in_time() SET search_path = moment, pg_catalog, public');
  const isDue = `EXISTS (SELECT FROM tender
    WHERE tender.lot_id = bid.lot_id AND closes_at <= moment.clock_timestamp())`;
  await test.owner.query(`ALTER POLICY bid_worker ON bid USING (${isDue}) WITH CHECK (${isDue})`);
};

beforeAll(async () => {
  test = await freshDatabase();
  interleaver = await Interleaver.open(test);
  await moveTheGuardsClock();
  personId = await plantPerson(test.owner);
});
afterAll(async () => {
  await interleaver.stop();
  await test.close();
});

const bid = async (db: Db, { lotId, supplierId }: World, priceRpPerUnit: number): Promise<void> => {
  await wireBids({ db, workerDb: db }).submit(personId, lotId, supplierId, {
    capacityPacks: 80,
    minimumPacks: 0,
    leadTimeDays: 3,
    tiers: [{ fromPacks: 1, priceRpPerUnit }],
  });
};

/** A lot that takes bids for an hour, with a bid or none. */
const plant = (isBidFor: boolean) => async (): Promise<World> => {
  await test.owner.query(`SELECT setval('moment.ahead_s', 0)`);
  // Only this world's tender ever falls due.
  await test.owner.query(
    `UPDATE tender SET closes_at = closes_at + interval '1 year' WHERE opened_at IS NULL AND closes_at < now() + interval '1 month'`,
  );
  const { lotId } = await plantTender(test.owner);
  const world = { lotId, supplierId: await plantParty(test.owner, 'supplier') };
  if (isBidFor) await bid(test.db, world, 11_000);
  return world;
};

const observe = async ({ lotId }: World): Promise<unknown> => {
  const { rows } = await test.owner.query(
    `SELECT lot.state, failed_reason, opened_at IS NOT NULL AS is_opened, bid_count,
       (SELECT json_agg(json_build_array(revision, action, tiers) ORDER BY revision)
        FROM bid JOIN bid_revision ON bid_id = bid.id WHERE bid.lot_id = lot.id) AS revisions,
       ARRAY(SELECT type FROM outbox WHERE payload ->> 'lotId' = lot.id::text ORDER BY type) AS events,
       ARRAY(SELECT action FROM audit_event WHERE data ->> 'lotId' = lot.id::text OR subject_id = lot.id::text ORDER BY action) AS audited
     FROM lot JOIN tender ON lot_id = lot.id WHERE lot.id = $1`,
    [lotId],
  );
  return rows[0];
};

const bids = (priceRpPerUnit: number): Player<World> => ({
  name: `bid ${priceRpPerUnit}`,
  role: 'sepikul_app',
  play: (db, world) => bid(db, world, priceRpPerUnit),
});
const withdraws: Player<World> = {
  name: 'withdraw',
  role: 'sepikul_app',
  play: async (db, { lotId, supplierId }) => {
    await wireBids({ db, workerDb: db }).withdraw(personId, lotId, supplierId);
  },
};
/** Left alone by a bid that is just being written: the next turn finds it free. */
const opensDue = (db: Db): Promise<number> => wireBids({ db, workerDb: db }).openDueBids.run();
const opens: Player<World> = {
  name: 'the time comes and it is opened',
  role: 'sepikul_worker',
  play: async (db) => {
    await letTimePass(db);
    await opensDue(db);
  },
};

describe('what meets at the deadline of a tender, in every order of its statements', () => {
  const pairs: [string, () => Promise<World>, () => Player<World>[]][] = [
    ['open when the time comes and bid', plant(false), () => [opens, bids(10_000)]],
    ['open when the time comes and withdraw', plant(true), () => [opens, withdraws]],
  ];
  it.each(pairs)(
    '%s end as one after the other',
    async (_, planted, players) => {
      const explored = await interleaver.explore({
        plant: planted,
        players: players(),
        conclude: opensDue,
        observe,
      });
      expectSerial(explored);
    },
    600_000,
  );

  afterAll(async () => {
    const broken = await playBroken(test.auditorDb);
    // No worker passes events on here, and they may have waited for minutes.
    expect(broken.filter(({ promise }) => !promise.startsWith('p11'))).toEqual([]);
  });
});
