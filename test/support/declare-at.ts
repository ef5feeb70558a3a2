import { CatalogReader } from '../../src/modules/catalog/index.js';
import { LegalFactReader } from '../../src/modules/party/index.js';
import { AwardRuleStore } from '../../src/modules/pool/award-rule.store.js';
import { DeclarePool } from '../../src/modules/pool/declare-pool.js';
import { DistributionReader } from '../../src/modules/pool/distribution.reader.js';
import { GradeStore } from '../../src/modules/pool/grade.store.js';
import { PoolReader } from '../../src/modules/pool/pool.reader.js';
import { PoolStore } from '../../src/modules/pool/pool.store.js';
import { PricingStore } from '../../src/modules/pool/pricing.store.js';
import { RescueStore } from '../../src/modules/pool/rescue.store.js';

/** What judges and writes a draft's declaration, the database's clock as it would be at a moment. */
export const declareAt = (now: string): DeclarePool =>
  new DeclarePool(
    { now: () => Promise.resolve(new Date(now)) },
    new PoolStore(),
    new RescueStore(),
    new PoolReader(),
    new CatalogReader(),
    new AwardRuleStore(),
    new PricingStore(),
    new DistributionReader(),
    new GradeStore(),
    new LegalFactReader(),
  );
