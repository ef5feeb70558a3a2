import { freshDatabase, type TestDatabase } from '../../../../test/support/database.js';
import {
  passDeadline,
  plantLot,
  plantParty,
  plantPerson,
  plantPrincipal,
} from '../../../../test/support/plant-lot.js';
import { plantCommittee, wireBids, type WiredBids } from '../../../../test/support/wire-bids.js';
import { actingAs, wireCommittee, type KeyedHolder } from '../../../../test/support/wire-committee.js';
import type { Principal } from '../../../platform/auth/principal.js';
import { makeHeldKey, makeSealingKey, sealBid, sealShareTo, splitKey } from '../../../seal/index.js';

let test: TestDatabase;
let bids: WiredBids;
let committee: ReturnType<typeof wireCommittee>;

beforeAll(async () => {
  test = await freshDatabase();
  bids = wireBids(test);
  committee = wireCommittee(test);
});
afterAll(() => test.close());

interface Scene {
  readonly poolId: string;
  readonly lotId: string;
  readonly organiser: Principal;
  readonly holders: readonly [KeyedHolder, KeyedHolder, KeyedHolder];
}

/** A lot of a pool that three people seal, each with a key; nobody has made the lot's yet. */
const aLot = async (): Promise<Scene> => {
  const { poolId, lotId, organiserId } = await plantLot(test.owner);
  const holders = await committee.keyed(await plantCommittee(test.owner, poolId));
  const organiser = await plantPrincipal(test.owner, 'organiser', organiserId, 'officer');
  return { poolId, lotId, organiser, holders: holders as unknown as Scene['holders'] };
};

/** The same with its key, and a bid of Rp11,000. */
const aSealedLot = async () => {
  const scene = await aLot();
  const { keyId } = await committee.keyForLot(scene.organiser, scene.lotId, scene.holders);
  const supplierId = await plantParty(test.owner, 'supplier');
  const personId = await plantPerson(test.owner);
  const { sealingKey } = await bids.keys.ofLot(test.db, scene.lotId);
  const sealed = await sealBid(sealingKey, { lotId: scene.lotId, supplierId }, terms);
  await bids.submitSealed(personId, scene.lotId, supplierId, sealed);
  return { ...scene, keyId, supplierId, personId, sealed };
};

const terms = {
  capacityPacks: 80,
  minimumPacks: 0,
  leadTimeDays: 3,
  tiers: [{ fromPacks: 1, priceRpPerUnit: 11_000 }],
};

const counts = async (keyId: string): Promise<number[]> => {
  const { rows } = await test.owner.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM key_holder WHERE key_id = $1 UNION ALL
     SELECT count(*)::int FROM sealed_share WHERE key_id = $1`,
    [keyId],
  );
  return rows.map(({ count }) => count);
};

describe('the key of a lot', () => {
  it('begins its bidding, and is made once however often it is sent', async () => {
    const { lotId, organiser, holders } = await aLot();
    await expect(bids.keys.ofLot(test.db, lotId)).rejects.toMatchObject({ code: 'TENDER_NOT_FOUND' });
    const made = await makeHeldKey(holders);
    const answers = await Promise.all([1, 2, 3].map(() => committee.make.forLot(organiser, lotId, made)));
    const [first] = answers;
    for (const answer of answers) expect(answer).toEqual(first);
    expect(first).toMatchObject({
      lotId,
      attempt: 1,
      publicKey: made.publicKey,
      isDue: false,
      release: null,
    });
    expect(await counts(first!.keyId)).toEqual([3, 3]);
    const { rows } = await test.owner.query(
      `SELECT closes_at > clock_timestamp() AS is_open, (SELECT count(*)::int FROM wrapped_key WHERE key_id = $2) AS wrapped
       FROM tender WHERE lot_id = $1`,
      [lotId, first!.keyId],
    );
    expect(rows).toEqual([{ is_open: true, wrapped: 0 }]);
  });

  it('is never replaced', async () => {
    const { lotId, organiser, holders } = await aLot();
    await committee.keyForLot(organiser, lotId, holders);
    await expect(committee.keyForLot(organiser, lotId, holders)).rejects.toMatchObject({
      code: 'SEALING_KEY_ALREADY_MADE',
    });
  });

  it('is one of two that were made at once', async () => {
    const { lotId, organiser, holders } = await aLot();
    const outcomes = await Promise.allSettled(
      [1, 2, 3, 4].map(() => committee.keyForLot(organiser, lotId, holders)),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'SEALING_KEY_ALREADY_MADE' });
  });

  it('is made by its organiser, for a pool that a committee seals, with a share for each holder', async () => {
    const { lotId, organiser, holders } = await aLot();
    const made = await makeHeldKey(holders);
    const stranger = await plantPrincipal(
      test.owner,
      'organiser',
      await plantParty(test.owner, 'organiser'),
      'chair',
    );
    await expect(committee.make.forLot(stranger, lotId, made)).rejects.toMatchObject({
      code: 'NOT_THE_ORGANISER',
    });
    const [one, two] = made.shares;
    await expect(
      committee.make.forLot(organiser, lotId, { ...made, shares: [one!, two!, two!] }),
    ).rejects.toMatchObject({ code: 'SHARES_NOT_FOR_THE_HOLDERS' });
    const small = { curve: 'X25519' as const, key: 'A'.repeat(43) };
    await expect(
      committee.make.forLot(organiser, lotId, { ...made, publicKey: small }),
    ).rejects.toMatchObject({
      code: 'PUBLIC_KEY_UNUSABLE',
    });
    const server = await plantLot(test.owner);
    const its = await plantPrincipal(test.owner, 'organiser', server.organiserId, 'officer');
    await expect(committee.make.forLot(its, server.lotId, made)).rejects.toMatchObject({
      code: 'POOL_WITHOUT_COMMITTEE',
    });
  });

  it('waits for a holder without a key, and is for the newest key of each', async () => {
    const { poolId, lotId, organiserId } = await plantLot(test.owner);
    const people = await plantCommittee(test.owner, poolId);
    const organiser = await plantPrincipal(test.owner, 'organiser', organiserId, 'officer');
    const two = await committee.keyed(people.slice(0, 2));
    await expect(committee.keyForLot(organiser, lotId, [...two, two[0]!])).rejects.toMatchObject({
      code: 'HOLDER_WITHOUT_KEY',
    });
    const old = await committee.keyed(people.slice(2));
    const [newer] = await committee.keyed(people.slice(2));
    await expect(committee.keyForLot(organiser, lotId, [...two, ...old])).rejects.toMatchObject({
      code: 'SHARES_NOT_FOR_THE_HOLDERS',
    });
    await expect(committee.keyForLot(organiser, lotId, [...two, newer!])).resolves.toBeDefined();
  });
});

describe('a bid in the hands of a committee', () => {
  it('is not made by a holder, nor for a party that has one as a member', async () => {
    const { lotId, holders } = await aSealedLot();
    const supplierId = await plantParty(test.owner, 'supplier');
    const personId = await plantPerson(test.owner);
    const { sealingKey } = await bids.keys.ofLot(test.db, lotId);
    const sealed = await sealBid(sealingKey, { lotId, supplierId }, terms);
    const refused = { code: 'HOLDER_DOES_NOT_BID' };
    await expect(bids.submitSealed(holders[2].personId, lotId, supplierId, sealed)).rejects.toMatchObject(
      refused,
    );
    await test.owner.query(`INSERT INTO membership (person_id, party_id, role) VALUES ($1, $2, 'viewer')`, [
      holders[2].personId,
      supplierId,
    ]);
    await expect(bids.submitSealed(personId, lotId, supplierId, sealed)).rejects.toMatchObject(refused);
  });

  it('is refused by the database alone when a holder makes it', async () => {
    const { keyId, holders, sealed } = await aSealedLot();
    const planted = test.owner.query(
      `INSERT INTO sealed_bid (key_id, supplier_id, revision, action, hash, box, made_by, made_at)
       VALUES ($1, $2, 1, 'submitted', $3, $4, $5, clock_timestamp())`,
      [keyId, await plantParty(test.owner, 'supplier'), sealed.hash, sealed.box, holders[0].personId],
    );
    await expect(planted).rejects.toMatchObject({ constraint: 'holder_does_not_bid' });
  });

  it('is taken sealed, and only sealed', async () => {
    const { lotId } = await aSealedLot();
    const supplierId = await plantParty(test.owner, 'supplier');
    const plain = bids.submit(await plantPerson(test.owner), lotId, supplierId, terms);
    await expect(plain).rejects.toMatchObject({ code: 'PLAIN_BID_IN_COMMITTEE_MODE' });
  });

  it('is revised by whoever saw what stands, and written once when the same box comes again', async () => {
    const { lotId } = await aSealedLot();
    const supplierId = await plantParty(test.owner, 'supplier');
    const personId = await plantPerson(test.owner);
    const { sealingKey } = await bids.keys.ofLot(test.db, lotId);
    const [first, one, other] = await Promise.all(
      [1, 2, 3].map(() => sealBid(sealingKey, { lotId, supplierId }, terms)),
    );
    if (!first || !one || !other) throw new Error('nothing was sealed');
    const submit = (sealed: typeof first, more: object = {}) =>
      bids.submitSealed(personId, lotId, supplierId, { box: sealed.box, hash: sealed.hash, ...more });
    const receipt = await submit(first);
    expect(await submit(first)).toEqual(receipt);
    await expect(submit(one)).rejects.toMatchObject({ code: 'VERSION_REQUIRED' });
    const atOnce = await Promise.allSettled(
      [one, other].map((sealed) => submit(sealed, { seenRevision: 1 })),
    );
    expect(atOnce.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []))).toMatchObject([
      { code: 'VERSION_CHANGED' },
    ]);
  });
});

describe('before the deadline', () => {
  it('no holder gets a share, begins an opening, releases or joins, not even two who agree', async () => {
    const { keyId, holders } = await aSealedLot();
    const pair = await makeSealingKey();
    for (const { personId } of holders) {
      await expect(
        actingAs(personId, () => committee.reader.ownShare(test.db, keyId, personId)),
      ).rejects.toMatchObject({ code: 'KEY_NOT_DUE' });
      await expect(
        actingAs(personId, () => committee.begin.run(personId, keyId, pair.publicKey)),
      ).rejects.toMatchObject({ code: 'KEY_NOT_DUE' });
    }
  });

  it('the database alone shows no share and takes no opening and no key', async () => {
    const { keyId, holders } = await aSealedLot();
    const [{ personId }] = holders;
    const seen = await actingAs(personId, () => test.db.rows('SELECT box FROM sealed_share'));
    expect(seen).toEqual([]);
    await expect(test.workerDb.rows('SELECT box FROM sealed_share')).resolves.toEqual([]);
    const opening = test.owner.query(
      `INSERT INTO key_opening (id, key_id, begun_by, curve, public_key) VALUES (gen_random_uuid(), $1, $2, 'X25519', 'AAAA')`,
      [keyId, personId],
    );
    await expect(opening).rejects.toMatchObject({ constraint: 'key_opening_when_due' });
    const release = test.owner.query(`INSERT INTO released_key (key_id, private_key) VALUES ($1, 'AAAA')`, [
      keyId,
    ]);
    await expect(release).rejects.toMatchObject({ constraint: 'released_after_the_deadline' });
  });
});

describe('after the deadline', () => {
  it('two holders open, whichever two, and the third is not needed', async () => {
    for (const [first, second] of [
      [0, 1],
      [1, 2],
      [2, 0],
    ] as const) {
      const { lotId, keyId, holders, supplierId, sealed } = await aSealedLot();
      await passDeadline(test.owner, lotId);
      await bids.openDueBids.run();
      await committee.openTogether(keyId, holders[first], holders[second]);
      await bids.openDueBids.run();
      const { rows } = await test.owner.query(
        `SELECT supplier_id, hash, tiers, lot.state FROM bid_revision JOIN bid ON bid.id = bid_id
         JOIN lot ON lot.id = lot_id WHERE lot_id = $1`,
        [lotId],
      );
      expect(rows).toEqual([
        { supplier_id: supplierId, hash: sealed.hash, tiers: terms.tiers, state: 'opened' },
      ]);
      const key = await committee.reader.heldKey(test.db, keyId);
      expect(key.release).toMatchObject({
        joinedBy: holders[second].personId,
        releasedBy: holders[first].personId,
      });
    }
  });

  it('a share is shown to its holder and to nobody else', async () => {
    const { lotId, keyId, holders } = await aSealedLot();
    await passDeadline(test.owner, lotId);
    const [ani, budi] = holders;
    const seen = async (personId: string) =>
      actingAs(personId, () =>
        test.db.rows<{ holderId: string }>('SELECT holder_id FROM sealed_share WHERE key_id = $1', [keyId]),
      );
    expect(await seen(ani.personId)).toEqual([{ holderId: ani.personId }]);
    expect(await seen(budi.personId)).toEqual([{ holderId: budi.personId }]);
    expect(await seen(await plantPerson(test.owner))).toEqual([]);
    expect(await test.db.across('sealed-hashes').rows('SELECT FROM sealed_share')).toEqual([]);
  });

  it('one holder alone opens nothing: the database too wants two', async () => {
    const { lotId, keyId, holders } = await aSealedLot();
    await passDeadline(test.owner, lotId);
    const [{ personId }] = holders;
    const { publicKey } = await makeSealingKey();
    const opening = await actingAs(personId, () => committee.begin.run(personId, keyId, publicKey));
    const box = await sealShareTo(opening, new Uint8Array(49));
    await expect(
      actingAs(personId, () => committee.release.run(personId, opening.openingId, box)),
    ).rejects.toMatchObject({ code: 'OPENING_BEGUN_BY_YOURSELF' });
    const planted = test.owner.query(
      'INSERT INTO share_release (opening_id, key_id, begun_by, holder_id, box) VALUES ($1, $2, $3, $3, $4)',
      [opening.openingId, keyId, personId, box],
    );
    await expect(planted).rejects.toMatchObject({ constraint: 'two_people_open' });
    const alone = test.owner.query(`INSERT INTO released_key (key_id, private_key) VALUES ($1, 'AAAA')`, [
      keyId,
    ]);
    await expect(alone).rejects.toMatchObject({ constraint: 'two_people_released' });
  });

  it('a wrong key is refused, and the right one taken from the third holder', async () => {
    const { lotId, keyId, holders } = await aSealedLot();
    await passDeadline(test.owner, lotId);
    const [liar, second, third] = holders;
    const pair = await makeSealingKey();
    const opening = await actingAs(second.personId, () =>
      committee.begin.run(second.personId, keyId, pair.publicKey),
    );
    const [lie] = await splitKey(pair.privateKey);
    const box = await sealShareTo(opening, lie!);
    await actingAs(liar.personId, () => committee.release.run(liar.personId, opening.openingId, box));
    const wrong = Buffer.from(pair.privateKey).toString('base64url');
    await expect(
      actingAs(second.personId, () =>
        committee.join.run(second.personId, opening.openingId, {
          privateKey: wrong,
          releasedBy: liar.personId,
        }),
      ),
    ).rejects.toMatchObject({ code: 'PRIVATE_KEY_WRONG' });
    await committee.openTogether(keyId, third, second);
    expect((await committee.reader.heldKey(test.db, keyId)).release).toMatchObject({
      joinedBy: second.personId,
      releasedBy: third.personId,
    });
  });

  it('what is sent twice is done once', async () => {
    const { lotId, keyId, holders } = await aSealedLot();
    await passDeadline(test.owner, lotId);
    const [first, second] = holders;
    await committee.openTogether(keyId, first, second);
    await expect(committee.openTogether(keyId, first, second)).rejects.toMatchObject({
      code: 'KEY_ALREADY_RELEASED',
    });
    const { rows } = await test.owner.query(
      `SELECT action FROM audit_event WHERE subject_id = $1 ORDER BY id`,
      [keyId],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'sealing-key-made',
      'key-opening-begun',
      'share-released',
      'sealing-key-released',
    ]);
  });
});

describe('the promise that two holders open', () => {
  it('is broken by a key that nobody is known to have released', async () => {
    const { lotId, keyId, holders } = await aSealedLot();
    await passDeadline(test.owner, lotId);
    await committee.openTogether(keyId, holders[0], holders[1]);
    const broken = async () =>
      (await test.owner.query('SELECT subject FROM p23_two_holders_open WHERE subject = $1', [keyId])).rows;
    expect(await broken()).toEqual([]);
    await test.owner.query('DELETE FROM key_release WHERE key_id = $1', [keyId]);
    expect(await broken()).toEqual([{ subject: keyId }]);
  });
});

describe("a holder's key", () => {
  it('is registered once, and is nobody else’s', async () => {
    const [personId, other] = [await plantPerson(test.owner), await plantPerson(test.owner)];
    const { publicKey } = await makeSealingKey();
    const [one, two] = await Promise.all([
      actingAs(personId, () => committee.register.run(personId, { publicKey })),
      actingAs(personId, () => committee.register.run(personId, { publicKey })),
    ]);
    expect(one).toEqual(two);
    await expect(actingAs(other, () => committee.register.run(other, { publicKey }))).rejects.toMatchObject({
      code: 'HOLDER_KEY_TAKEN',
    });
  });
});
