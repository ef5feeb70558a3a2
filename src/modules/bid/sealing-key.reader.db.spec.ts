import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { plantLot } from '../../../test/support/plant-lot.js';
import { plantKeys } from '../../../test/support/wire-bids.js';
import type { Sql } from '../../platform/db/sql.js';
import { SealingKeyReader } from './sealing-key.reader.js';

let test: TestDatabase;
const keys = new SealingKeyReader();

beforeAll(async () => {
  test = await freshDatabase();
});
afterAll(() => test.close());

const begin = async (lotId: string): Promise<void> => {
  await test.owner.query(
    `INSERT INTO tender (lot_id, closes_at) VALUES ($1, clock_timestamp() + interval '1 hour')`,
    [lotId],
  );
  await plantKeys(test.owner, lotId);
};

/** Statements after the first of which a lot's tender begins, with its key. */
const beginningAfterTheFirst = (lotId: string): Sql => {
  let isFirst = true;
  const first = async <Row>(text: string, params?: readonly unknown[]): Promise<Row | undefined> => {
    const row = await test.db.first<Row>(text, params);
    if (isFirst) await begin(lotId);
    isFirst = false;
    return row;
  };
  return {
    first,
    rows: () => Promise.reject(new Error('rows')),
    change: () => Promise.reject(new Error('change')),
  };
};

describe('the key that bids are sealed to', () => {
  it('is found with its tender, of a lot and of the terms of its pool', async () => {
    const { poolId, lotId } = await plantLot(test.owner);
    for (const find of [() => keys.ofLot(test.db, lotId), () => keys.ofTerms(test.db, poolId)])
      await expect(find()).rejects.toThrow('TENDER_NOT_FOUND');
    await begin(lotId);
    expect(await keys.ofLot(test.db, lotId)).toMatchObject({ poolId, lotId, attempt: 1, mode: 'server' });
    expect(await keys.ofTerms(test.db, poolId)).toMatchObject({ poolId, lotId: null, attempt: 1 });
  });

  it('is missing only where a tender stands without one', async () => {
    const { poolId, lotId } = await plantLot(test.owner);
    await test.owner.query('INSERT INTO tender (lot_id, closes_at) VALUES ($1, clock_timestamp())', [lotId]);
    for (const find of [() => keys.ofLot(test.db, lotId), () => keys.ofTerms(test.db, poolId)])
      await expect(find()).rejects.toThrow('SEALING_KEY_MISSING');
  });

  it('is not said to be missing when the tender begins while it is looked for', async () => {
    const [one, other] = [await plantLot(test.owner), await plantLot(test.owner)];
    await expect(keys.ofLot(beginningAfterTheFirst(one.lotId), one.lotId)).rejects.toThrow(
      'TENDER_NOT_FOUND',
    );
    await expect(keys.ofTerms(beginningAfterTheFirst(other.lotId), other.poolId)).rejects.toThrow(
      'TENDER_NOT_FOUND',
    );
  });
});
