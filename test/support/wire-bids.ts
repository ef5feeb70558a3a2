import type { Client } from 'pg';
import type { BidTerms } from '../../src/core/bid/bid-terms.js';
import type { SupplierPoolTerms } from '../../src/core/bid/supplier-terms.js';
import { BidReader } from '../../src/modules/bid/bid.reader.js';
import { BidStore } from '../../src/modules/bid/bid.store.js';
import { OpenDueBids } from '../../src/modules/bid/open-due-bids.action.js';
import { OpenTenders } from '../../src/modules/bid/open-tenders.action.js';
import { ReceiptReader } from '../../src/modules/bid/receipt.reader.js';
import type { Submission } from '../../src/modules/bid/seal-submission.js';
import { SealedBidStore } from '../../src/modules/bid/sealed-bid.store.js';
import { SealingKeyReader } from '../../src/modules/bid/sealing-key.reader.js';
import { SubmitBid } from '../../src/modules/bid/submit-bid.action.js';
import { SubmitSupplierTerms } from '../../src/modules/bid/submit-supplier-terms.action.js';
import { SupplierTermsStore } from '../../src/modules/bid/supplier-terms.store.js';
import { TenderStore } from '../../src/modules/bid/tender.store.js';
import { WithdrawBid } from '../../src/modules/bid/withdraw-bid.action.js';
import { withinScope } from '../../src/platform/db/scope.js';
import { newId } from '../../src/platform/new-id.js';
import { OpeningKeys } from '../../src/platform/opening-key/opening-keys.js';
import { makeSealingKey } from '../../src/seal/index.js';
import type { TestDatabase } from './database.js';

/** The worker's secret in these tests. */
export const testOpeningKeys = new OpeningKeys([Buffer.alloc(32, 7)]);

/** For whom a party's own statements run. */
export const actingFor = <Result>(personId: string, partyId: string, work: () => Result): Result =>
  withinScope(
    { principal: { personId, memberships: [{ partyId, kind: 'supplier', roles: ['officer'] }] } },
    work,
  );

/** Keys for a planted tender and for the terms of its pool, as the worker makes them; in committee mode for nobody. */
export const plantKeys = async (owner: Client, lotId: string): Promise<void> => {
  const { rows } = await owner.query<{ pool_id: string; organiser_id: string; attempt: number }>(
    `SELECT pool_id, organiser_id, attempt FROM tender JOIN lot ON lot.id = lot_id JOIN pool ON pool.id = pool_id WHERE lot_id = $1`,
    [lotId],
  );
  const [tender] = rows;
  if (tender === undefined) throw new Error(`lot ${lotId} has no tender`);
  for (const subject of [lotId, null]) {
    const [keyId, { publicKey, privateKey }] = [newId(), await makeSealingKey()];
    const { rowCount } = await owner.query(
      `INSERT INTO sealing_key (id, pool_id, lot_id, attempt, curve, public_key) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT DO NOTHING`,
      [keyId, tender.pool_id, subject, subject === null ? 1 : tender.attempt, publicKey.curve, publicKey.key],
    );
    if (rowCount === 0) continue;
    const { openingKeyId, wrapped } = testOpeningKeys.wrap(tender.organiser_id, keyId, privateKey);
    await owner.query('INSERT INTO wrapped_key (key_id, opening_key_id, wrapped) VALUES ($1, $2, $3)', [
      keyId,
      openingKeyId,
      wrapped,
    ]);
  }
};

/** What may go with terms: their nonce, and the revision seen. */
interface SubmitMore {
  readonly nonce?: string;
  readonly seenRevision?: number;
}

/** The acts on bids, as the application wires them: HTTP's with the app's role, the worker's with its own. */
export const wireBids = ({ db, workerDb }: Pick<TestDatabase, 'db' | 'workerDb'>) => {
  const [keys, store, sealed, receipts] = [
    new SealingKeyReader(),
    new BidStore(),
    new SealedBidStore(),
    new ReceiptReader(),
  ];
  const reader = new BidReader();
  const submitBid = new SubmitBid(db, keys, store, sealed, receipts);
  const withdrawBid = new WithdrawBid(db, keys, store, sealed, reader);
  const terms = new SubmitSupplierTerms(db, keys, store, new SupplierTermsStore(), sealed, receipts);
  const submitSealed = (
    personId: string,
    lotId: string,
    supplierId: string,
    submission: Submission<BidTerms>,
  ) => actingFor(personId, supplierId, () => submitBid.run(personId, lotId, supplierId, submission));
  return {
    keys,
    reader,
    receipts,
    submitSealed,
    submit: (personId: string, lotId: string, supplierId: string, terms: BidTerms, more: SubmitMore = {}) =>
      submitSealed(personId, lotId, supplierId, { terms, ...more }),
    withdraw: (personId: string, lotId: string, supplierId: string, seenRevision = 1) =>
      actingFor(personId, supplierId, () => withdrawBid.run(personId, lotId, supplierId, seenRevision)),
    submitTerms: (
      personId: string,
      poolId: string,
      supplierId: string,
      said: SupplierPoolTerms,
      more: SubmitMore = {},
    ) =>
      actingFor(personId, supplierId, () =>
        terms.run(personId, poolId, supplierId, { terms: said, ...more }),
      ),
    submitSealedTerms: (
      personId: string,
      poolId: string,
      supplierId: string,
      submission: Submission<SupplierPoolTerms>,
    ) => actingFor(personId, supplierId, () => terms.run(personId, poolId, supplierId, submission)),
    openTenders: new OpenTenders(new TenderStore(), testOpeningKeys),
    openDueBids: new OpenDueBids(workerDb, new TenderStore(), testOpeningKeys),
  };
};
export type WiredBids = ReturnType<typeof wireBids>;

/** Declares, after the fact, that a pool is sealed by a committee of three. */
export const plantCommittee = async (owner: Client, poolId: string): Promise<readonly string[]> => {
  const holders: string[] = [];
  for (let place = 1; place <= 3; place += 1) {
    const id = newId();
    holders.push(id);
    await owner.query(
      `INSERT INTO person (id, login, name, password_hash) VALUES ($1, $2, 'Pemegang uji', '-')`,
      [id, id],
    );
  }
  await owner.query(
    `WITH seal AS (
       INSERT INTO pool_seal (pool_id, mode, open_within_hours, shows_bid_count) VALUES ($1, 'committee', 24, true)
     )
     INSERT INTO pool_seal_holder (pool_id, place, person_id)
     SELECT $1, place, person_id FROM unnest($2::uuid[]) WITH ORDINALITY AS holder (person_id, place)`,
    [poolId, holders],
  );
  return holders;
};
