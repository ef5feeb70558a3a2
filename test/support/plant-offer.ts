import type { Client } from 'pg';
import type { OfferTerms } from '../../src/core/offer/offer-terms.js';
import { EndOffer } from '../../src/modules/offer/end-offer.action.js';
import { OfferReader } from '../../src/modules/offer/offer.reader.js';
import { OfferStore } from '../../src/modules/offer/offer.store.js';
import { PublishOffer } from '../../src/modules/offer/publish-offer.action.js';
import { AwardRuleReader } from '../../src/modules/pool/award-rule.reader.js';
import { DistributionReader } from '../../src/modules/pool/distribution.reader.js';
import { PricingReader } from '../../src/modules/pool/pricing.reader.js';
import { BindOffers } from '../../src/modules/pool/bind-offers.action.js';
import { OpenPool } from '../../src/modules/pool/open-pool.action.js';
import { PoolReader } from '../../src/modules/pool/pool.reader.js';
import { PoolStore } from '../../src/modules/pool/pool.store.js';
import type { Db } from '../../src/platform/db/db.js';
import { plantParty, plantPerson } from './plant-lot.js';

export interface PlantedOffer {
  readonly offerId: string;
  readonly supplierId: string;
  replace(price: number): Promise<void>;
  end(): Promise<void>;
}

/** A standing offer of a supplier of its own for the planted dry pack: any number of packs at one price, for the year 2030. */
export const plantOffer = async (
  { db, owner }: { readonly db: Db; readonly owner: Client },
  price: number,
  change: Partial<OfferTerms> = {},
): Promise<PlantedOffer> => {
  const supplierId = await plantParty(owner, 'supplier');
  const personId = await plantPerson(owner);
  const [store, reader] = [new OfferStore(), new OfferReader()];
  const publish = async (terms: Partial<OfferTerms>): Promise<string> => {
    const { id } = await new PublishOffer(db, store, reader).run(personId, {
      supplierId,
      packCode: 'UJI-dry/1',
      regionCode: '32.71',
      surchargedDistricts: Object.keys(terms.surchargeRpPerUnit ?? {}),
      terms: {
        tierKind: 'all-units',
        tiers: [{ fromPacks: 1, priceRpPerUnit: price }],
        capacityPacks: null,
        minimumPacks: 0,
        leadTimeDays: 3,
        surchargeRpPerUnit: {},
        validFrom: '2030-01-01',
        validUntil: '2030-12-31',
        ...terms,
      },
    });
    return id;
  };
  const offerId = await publish(change);
  return {
    offerId,
    supplierId,
    replace: async (other) => {
      await publish({ ...change, tiers: [{ fromPacks: 1, priceRpPerUnit: other }] });
    },
    end: async () => {
      await new EndOffer(db, store, reader).run(personId, offerId);
    },
  };
};

/** Opens a planted draft the way an organiser does, which binds the offers that stand. */
export const openPlanted = (db: Db, poolId: string, personId: string): Promise<void> => {
  const binding = new BindOffers(
    new PoolReader(),
    new OfferReader(),
    new AwardRuleReader(),
    new PricingReader(),
    new DistributionReader(),
  );
  return new OpenPool(db, new PoolStore(), binding).run(personId, poolId);
};
