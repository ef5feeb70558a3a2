import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import {
  passDeadline,
  plantParty,
  plantPerson,
  plantPrincipal,
  plantTender,
} from '../../../test/support/plant-lot.js';
import { actingFor, wireBids, type WiredBids } from '../../../test/support/wire-bids.js';
import { withoutTrigger } from '../../../test/support/without-trigger.js';
import { withinScope } from '../../platform/db/scope.js';
import { newId } from '../../platform/new-id.js';
import { drawNonce } from '../../seal/index.js';
import { BidStore } from './bid.store.js';
import { ReceiptReader } from './receipt.reader.js';
import { SealedBidStore } from './sealed-bid.store.js';
import { SealingKeyReader } from './sealing-key.reader.js';
import { SubmitSupplierTerms } from './submit-supplier-terms.action.js';
import { SupplierTermsReader } from './supplier-terms.reader.js';
import { SupplierTermsStore } from './supplier-terms.store.js';

let test: TestDatabase;
let bids: WiredBids;
const reader = new SupplierTermsReader();

beforeAll(async () => {
  test = await freshDatabase();
  bids = wireBids(test);
});
afterAll(() => test.close());

const terms = (fixedChargeRp: number) => ({ fixedChargeRp, capacityMilli: 5_000_000, minimumOrderRp: 0 });

const given = async () => {
  const lot = await plantTender(test.owner);
  const supplierId = await plantParty(test.owner, 'supplier');
  return { ...lot, supplierId, personId: await plantPerson(test.owner) };
};

const revisions = async (poolId: string): Promise<number[]> =>
  (
    await test.owner.query<{ revision: number }>(
      `SELECT revision FROM sealed_bid JOIN sealing_key ON sealing_key.id = key_id
       WHERE pool_id = $1 AND lot_id IS NULL ORDER BY revision`,
      [poolId],
    )
  ).rows.map(({ revision }) => revision);

describe('terms over all lots of a pool', () => {
  it('are written once when sent twice, also at once, and revised when they differ', async () => {
    const { poolId, supplierId, personId } = await given();
    const nonce = drawNonce();
    await Promise.all(
      [1, 2, 3].map(() => bids.submitTerms(personId, poolId, supplierId, terms(7), { nonce })),
    );
    expect(await revisions(poolId)).toEqual([1]);
    await expect(bids.submitTerms(personId, poolId, supplierId, terms(8))).rejects.toMatchObject({
      code: 'VERSION_REQUIRED',
    });
    const atOnce = await Promise.allSettled(
      [8, 9, 10].map((fixed) =>
        bids.submitTerms(personId, poolId, supplierId, terms(fixed), { seenRevision: 1 }),
      ),
    );
    const lost = atOnce.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []));
    expect(lost).toMatchObject([{ code: 'VERSION_CHANGED' }, { code: 'VERSION_CHANGED' }]);
    expect(await revisions(poolId)).toEqual([1, 2]);
    const audit = await test.owner.query(
      `SELECT data::text FROM audit_event WHERE subject_id = $1 AND action LIKE 'supplier-terms-%'`,
      [poolId],
    );
    expect(audit.rows).toHaveLength(2);
    expect(JSON.stringify(audit.rows)).not.toContain('fixed');
  });

  it('are refused where the engine could not reckon with them, by core and by the database alone', async () => {
    const { poolId, supplierId, personId } = await given();
    const most = 1_000_000_000_000;
    await expect(bids.submitTerms(personId, poolId, supplierId, terms(most + 1))).rejects.toMatchObject({
      code: 'SUPPLIER_TERMS_OUT_OF_BOUNDS',
    });
    const plain = withoutTrigger(test.owner, 'supplier_terms_revision', 'supplier_terms_in_time', () =>
      test.owner.query(
        `INSERT INTO supplier_terms_revision VALUES ($1, $2, 1, $4, NULL, 0, $3, clock_timestamp())`,
        [poolId, supplierId, personId, most + 1],
      ),
    );
    await expect(plain).rejects.toMatchObject({ code: '23514', constraint: 'supplier_terms_within_bounds' });
    await bids.submitTerms(personId, poolId, supplierId, terms(most));
  });

  it('are refused after the deadline, by core and by the database alone', async () => {
    const { poolId, lotId, supplierId, personId } = await given();
    await passDeadline(test.owner, lotId);
    await expect(bids.submitTerms(personId, poolId, supplierId, terms(7))).rejects.toMatchObject({
      code: 'TENDER_ALREADY_CLOSED',
    });
    const late = actingFor(personId, supplierId, () =>
      test.db.change(
        `INSERT INTO sealed_bid (key_id, supplier_id, revision, action, hash, box, made_by, made_at)
         SELECT id, $2, 1, 'submitted', repeat('0', 64), '{}', $3, clock_timestamp()
         FROM sealing_key WHERE pool_id = $1 AND lot_id IS NULL`,
        [poolId, supplierId, personId],
      ),
    );
    await expect(late).rejects.toMatchObject({ code: '23514', constraint: 'sealed_in_time' });
    const unsealed = test.workerDb.change(
      `INSERT INTO supplier_terms_revision VALUES ($1, $2, 1, 7, NULL, 0, $3, clock_timestamp())`,
      [poolId, supplierId, personId],
    );
    await expect(unsealed).rejects.toMatchObject({ code: '23514', constraint: 'supplier_terms_in_time' });
    await expect(bids.submitTerms(personId, newId(), supplierId, terms(7))).rejects.toMatchObject({
      code: 'TENDER_NOT_FOUND',
    });
  });

  it('are seen by their supplier alone until every tender is opened', async () => {
    const { poolId, lotId, organiserId, supplierId, personId } = await given();
    await bids.submitTerms(personId, poolId, supplierId, terms(7));
    const tiers = [{ fromPacks: 1, priceRpPerUnit: 11_000 }];
    await bids.submit(personId, lotId, supplierId, {
      capacityPacks: 80,
      minimumPacks: 0,
      leadTimeDays: 3,
      tiers,
    });
    const own = await plantPrincipal(test.owner, 'supplier', supplierId, 'officer');
    const organiser = await plantPrincipal(test.owner, 'organiser', organiserId, 'chair');
    const seenBy = async (principal?: typeof own) =>
      (await withinScope({ principal }, () => reader.visibleTerms(test.db, poolId, principal))).map(
        (shown) => shown.terms?.fixedChargeRp ?? null,
      );
    // Its supplier too sees that it has terms, and not which.
    expect([await seenBy(own), await seenBy(organiser), await seenBy()]).toEqual([[null], [], []]);
    expect(await reader.openedTerms(test.db, poolId)).toEqual([]);
    expect(await reader.tyingSuppliers(test.workerDb, poolId)).toEqual([supplierId]);
    await passDeadline(test.owner, lotId);
    await bids.openDueBids.run();
    expect([await seenBy(own), await seenBy(organiser), await seenBy()]).toEqual([[7], [7], []]);
    expect(await reader.openedTerms(test.db, poolId)).toMatchObject([{ supplierId, fixedChargeRp: 7 }]);
    expect(await reader.tyingSuppliers(test.workerDb, poolId)).toEqual([supplierId]);
  });

  it('are refused when their key was replaced while they were sealed: nobody would open them', async () => {
    const { poolId, supplierId, personId } = await given();
    class Replaced extends SealingKeyReader {
      override async ofTerms(...asked: Parameters<SealingKeyReader['ofTerms']>) {
        const key = await super.ofTerms(...asked);
        await test.owner.query(
          `INSERT INTO sealing_key (id, pool_id, attempt, curve, public_key)
           SELECT $2, pool_id, 2, curve, public_key || 'A' FROM sealing_key WHERE id = $1 ON CONFLICT DO NOTHING`,
          [key.keyId, newId()],
        );
        return key;
      }
    }
    const [store, sealed] = [new SupplierTermsStore(), new SealedBidStore()];
    const submit = new SubmitSupplierTerms(
      test.db,
      new Replaced(),
      new BidStore(),
      store,
      sealed,
      new ReceiptReader(),
    );
    await expect(
      actingFor(personId, supplierId, () => submit.run(personId, poolId, supplierId, { terms: terms(7) })),
    ).rejects.toMatchObject({ code: 'SEALING_KEY_REPLACED' });
    expect(await revisions(poolId)).toEqual([]);
  });

  it('cannot be changed by the roles that serve and work', async () => {
    for (const db of [test.db, test.workerDb])
      for (const statement of [
        'UPDATE supplier_terms_revision SET fixed_charge_rp = 0 WHERE pool_id = $1',
        'DELETE FROM supplier_terms_revision WHERE pool_id = $1',
      ])
        await expect(db.change(statement, [newId()])).rejects.toMatchObject({ code: '42501' });
  });
});
