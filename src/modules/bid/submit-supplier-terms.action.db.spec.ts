import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import {
  passDeadline,
  plantParty,
  plantPerson,
  plantPrincipal,
  plantTender,
} from '../../../test/support/plant-lot.js';
import { newId } from '../../platform/new-id.js';
import { BidStore } from './bid.store.js';
import { SubmitSupplierTerms } from './submit-supplier-terms.action.js';
import { SupplierTermsReader } from './supplier-terms.reader.js';
import { SupplierTermsStore } from './supplier-terms.store.js';

let test: TestDatabase;
let submit: SubmitSupplierTerms;
const reader = new SupplierTermsReader();

beforeAll(async () => {
  test = await freshDatabase();
  submit = new SubmitSupplierTerms(test.db, new BidStore(), new SupplierTermsStore(), reader);
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
      'SELECT revision FROM supplier_terms_revision WHERE pool_id = $1 ORDER BY revision',
      [poolId],
    )
  ).rows.map(({ revision }) => revision);

describe('terms over all lots of a pool', () => {
  it('are written once when sent twice, also at once, and revised when they differ', async () => {
    const { poolId, supplierId, personId } = await given();
    await Promise.all([1, 2, 3].map(() => submit.run(personId, poolId, supplierId, terms(7))));
    expect(await revisions(poolId)).toEqual([1]);
    await Promise.all([8, 9, 10].map((fixed) => submit.run(personId, poolId, supplierId, terms(fixed))));
    expect(await revisions(poolId)).toEqual([1, 2, 3, 4]);
    const audit = await test.owner.query(
      `SELECT data::text FROM audit_event WHERE subject_id = $1 AND action LIKE 'supplier-terms-%'`,
      [poolId],
    );
    expect(audit.rows).toHaveLength(4);
    expect(JSON.stringify(audit.rows)).not.toContain('fixed');
  });

  it('are refused where the engine could not reckon with them, by core and by the database alone', async () => {
    const { poolId, supplierId, personId } = await given();
    const most = 1_000_000_000_000;
    await expect(submit.run(personId, poolId, supplierId, terms(most + 1))).rejects.toMatchObject({
      code: 'SUPPLIER_TERMS_OUT_OF_BOUNDS',
    });
    await expect(
      test.db.change(
        `INSERT INTO supplier_terms_revision VALUES ($1, $2, 1, $4, NULL, 0, $3, clock_timestamp())`,
        [poolId, supplierId, personId, most + 1],
      ),
    ).rejects.toMatchObject({ code: '23514', constraint: 'supplier_terms_within_bounds' });
    await submit.run(personId, poolId, supplierId, terms(most));
  });

  it('are refused after the deadline, by core and by the database alone', async () => {
    const { poolId, lotId, supplierId, personId } = await given();
    await passDeadline(test.owner, lotId);
    await expect(submit.run(personId, poolId, supplierId, terms(7))).rejects.toMatchObject({
      code: 'TENDER_ALREADY_CLOSED',
    });
    await expect(
      test.db.change(
        `INSERT INTO supplier_terms_revision VALUES ($1, $2, 1, 7, NULL, 0, $3, clock_timestamp())`,
        [poolId, supplierId, personId],
      ),
    ).rejects.toMatchObject({ code: '23514', constraint: 'supplier_terms_in_time' });
    await expect(submit.run(personId, newId(), supplierId, terms(7))).rejects.toMatchObject({
      code: 'TENDER_NOT_FOUND',
    });
  });

  it('are seen by their supplier alone until every tender is opened', async () => {
    const { poolId, lotId, organiserId, supplierId, personId } = await given();
    await submit.run(personId, poolId, supplierId, terms(7));
    const own = await plantPrincipal(test.owner, 'supplier', supplierId, 'officer');
    const organiser = await plantPrincipal(test.owner, 'organiser', organiserId, 'chair');
    const seenBy = async (principal?: typeof own): Promise<number> =>
      (await reader.visibleTerms(test.db, poolId, principal)).length;
    expect([await seenBy(own), await seenBy(organiser), await seenBy()]).toEqual([1, 0, 0]);
    expect(await reader.openedTerms(test.db, poolId)).toEqual([]);
    await passDeadline(test.owner, lotId);
    await test.owner.query(
      'UPDATE tender SET opened_at = clock_timestamp(), bid_count = 0 WHERE lot_id = $1',
      [lotId],
    );
    expect([await seenBy(own), await seenBy(organiser), await seenBy()]).toEqual([1, 1, 0]);
    expect(await reader.openedTerms(test.db, poolId)).toMatchObject([{ supplierId, fixedChargeRp: 7 }]);
  });

  it('cannot be changed by the roles that serve and work', async () => {
    const { poolId, supplierId, personId } = await given();
    await submit.run(personId, poolId, supplierId, terms(7));
    for (const db of [test.db, test.workerDb])
      for (const statement of [
        'UPDATE supplier_terms_revision SET fixed_charge_rp = 0 WHERE pool_id = $1',
        'DELETE FROM supplier_terms_revision WHERE pool_id = $1',
      ])
        await expect(db.change(statement, [poolId])).rejects.toMatchObject({ code: '42501' });
  });
});
