import { rationingRules } from '../../pool/rationing-rule.js';
import { assertProblem } from '../joint/assert-problem.js';
import type { AwardProblem, ZoneDemand } from '../joint/award-problem.js';
import { AWARD_FILE_FORMAT, type AwardFile } from './award-file.js';
import {
  aFlag,
  aLargeWhole,
  aText,
  aWhole,
  listOf,
  mapOf,
  NoAwardFile,
  objectOf,
  oneOf,
  orNull,
  type Shape,
} from './json-shape.js';

const aDemand: Shape<ZoneDemand> = (value, name) => {
  const isWithBuyers = typeof value === 'object' && value !== null && 'buyers' in value;
  const plain = { zoneId: aText, packs: aWhole };
  return isWithBuyers
    ? objectOf({ ...plain, buyers: listOf(aWhole) })(value, name)
    : objectOf(plain)(value, name);
};

const aProblem: Shape<AwardProblem> = objectOf({
  side: oneOf('buy', 'sell'),
  annualRateBps: aWhole,
  lots: listOf(
    objectOf({
      lotId: aText,
      packSizeMilli: aWhole,
      limitRpPerUnit: aWhole,
      maxShareBps: aWhole,
      minSuppliers: aWhole,
      missingSupplierRp: aWhole,
      reservedShareBps: aWhole,
      unserved: oneOf('weighed', 'forbidden'),
      demands: listOf(aDemand),
    }),
  ),
  suppliers: listOf(
    objectOf({
      supplierId: aText,
      isReserved: aFlag,
      fixedChargeRp: aWhole,
      capacityMilli: orNull(aWhole),
      minimumOrderRp: aWhole,
    }),
  ),
  bids: listOf(
    objectOf({
      bidId: aText,
      supplierId: aText,
      lotId: aText,
      submittedAt: aText,
      capacityPacks: aWhole,
      minimumPacks: aWhole,
      maxPerBuyerPacks: orNull(aWhole),
      tierKind: oneOf('all-units', 'incremental'),
      tiers: listOf(objectOf({ fromPacks: aWhole, priceRpPerUnit: aWhole })),
      surchargeRpPerUnit: mapOf(orNull(aWhole)),
      freightRpPerUnit: mapOf(aWhole),
      taxBps: aWhole,
      paymentDays: aWhole,
    }),
  ),
});

const aPlace = { lotId: aText, zoneId: aText, packs: aWhole };

const anOutcome = objectOf({
  deliveries: listOf(objectOf({ bidId: aText, zoneId: aText, packs: aWhole })),
  unserved: listOf(objectOf(aPlace)),
  missingSuppliers: listOf(objectOf({ lotId: aText, suppliers: aWhole })),
  cost: objectOf({
    goodsMilliRp: aLargeWhole,
    surchargesMilliRp: aLargeWhole,
    freightMilliRp: aLargeWhole,
    taxesMilliRp: aLargeWhole,
    fixedMilliRp: aLargeWhole,
    termsMilliRp: aLargeWhole,
    missingSuppliersMilliRp: aLargeWhole,
    penaltyMilliRp: aLargeWhole,
    totalMilliRp: aLargeWhole,
  }),
  boundMilliRp: aLargeWhole,
  gapPpm: aWhole,
  nodes: aWhole,
  way: oneOf('direct', 'solver'),
  tiesAreSettled: aFlag,
});

const aLot = objectOf({
  lotId: aText,
  awardedPacks: aWhole,
  costRp: aWhole,
  awardLines: listOf(
    objectOf({
      bidId: aText,
      supplierId: aText,
      tier: aWhole,
      packs: aWhole,
      priceRpPerUnit: aWhole,
      goodsRp: aWhole,
      surchargeRp: aWhole,
      freightRp: aWhole,
      taxRp: aWhole,
      fixedRp: aWhole,
      amountRp: aWhole,
      zones: listOf(
        objectOf({
          zoneId: aText,
          packs: aWhole,
          surchargeRpPerUnit: aWhole,
          freightRpPerUnit: aWhole,
          amountRp: aWhole,
        }),
      ),
    }),
  ),
  lines: listOf(objectOf({ draw: aText, packs: aWhole, minimumPacks: aWhole, tolerancePacks: aWhole })),
  shares: listOf(objectOf({ draw: aText, packs: aWhole })),
});

const anAwardFile: Shape<AwardFile> = objectOf({
  format: oneOf(AWARD_FILE_FORMAT),
  pool: objectOf({
    poolId: aText,
    rationingRule: oneOf(...rationingRules),
    award: objectOf({
      annualRateBps: aWhole,
      maxShareBps: aWhole,
      minSuppliers: aWhole,
      missingSupplierRp: aWhole,
      reservedShareBps: aWhole,
    }),
  }),
  problem: aProblem,
  outcome: anOutcome,
  lots: listOf(aLot),
});

/**
 * Reads an award file, every field of it: nothing missing, nothing unknown, a problem the engine can reason
 * about. What it says may still be false; that is for `verifyAwardFile`.
 *
 *   {"format":"sepikul-award/2"} -> NoAwardFile: file.format is "sepikul-award/2", not one of sepikul-award/1
 *
 * @throws NoAwardFile
 */
export const parseAwardFile = (text: string): AwardFile => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new NoAwardFile('the file is no JSON');
  }
  const file = anAwardFile(json, 'file');
  try {
    assertProblem(file.problem);
  } catch (error) {
    if (error instanceof RangeError) throw new NoAwardFile(`file.problem: ${error.message}`);
    throw error;
  }
  return file;
};
