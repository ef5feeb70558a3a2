import { priceKinds } from '../../pool/pricing.js';
import { rationingRules } from '../../pool/rationing-rule.js';
import { outReasons } from '../coalition/coalition.js';
import { assertProblem } from '../joint/assert-problem.js';
import type { AwardProblem, ZoneDemand } from '../joint/award-problem.js';
import { AWARD_FILE_FORMAT, type AwardFile } from './award-file.js';
import {
  aBalance,
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

const aShare = objectOf({ packs: aWhole, amountRp: aBalance });

const aCoalition = objectOf({
  rounds: listOf(
    objectOf({
      step: oneOf('weighed', 'left', 'readmitted', 'kept-out'),
      lineIds: listOf(aText),
      lots: listOf(objectOf({ lotId: aText, packs: aWhole, amountRp: aBalance })),
    }),
  ),
  tolerances: listOf(objectOf({ lotId: aText, packs: aWhole, amountRp: aBalance, plain: aShare })),
  shortZones: listOf(objectOf({ lotId: aText, zoneId: aText })),
  unweighed: aWhole,
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
  lines: listOf(
    objectOf({
      draw: aText,
      buyer: aText,
      zoneId: aText,
      packs: aWhole,
      minimumPacks: aWhole,
      tolerancePacks: aWhole,
      limitRpPerUnit: orNull(aWhole),
    }),
  ),
  shares: listOf(
    objectOf({
      draw: aText,
      packs: aWhole,
      amountRp: aBalance,
      reason: orNull(oneOf(...outReasons)),
      wouldPay: orNull(aShare),
    }),
  ),
});

const anAwardFile: Shape<AwardFile> = objectOf({
  format: oneOf(AWARD_FILE_FORMAT),
  pool: objectOf({
    poolId: aText,
    rationingRule: oneOf(...rationingRules),
    pricing: objectOf({ kind: oneOf(...priceKinds), feeRpPerUnit: aWhole }),
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
  coalition: aCoalition,
  lots: listOf(aLot),
  // Files made before there was a chain have none.
  auditHead: (value, name) => orNull(objectOf({ number: aWhole, hash: aText }))(value ?? null, name),
});

/** Lines that can be rationed: each asks for something, of which its minimum is a part, and is named once. */
const assertLines = ({ lots }: AwardFile): void => {
  const named = new Set<string>();
  lots.forEach(({ lines }, lot) =>
    lines.forEach(({ draw, packs, minimumPacks }, line) => {
      const name = `file.lots[${lot}].lines[${line}]`;
      if (packs === 0) throw new NoAwardFile(`${name}.packs is 0`);
      if (minimumPacks > packs)
        throw new NoAwardFile(`${name}.minimumPacks is ${minimumPacks} of ${packs} packs`);
      if (named.has(draw)) throw new NoAwardFile(`${name}.draw is named twice`);
      named.add(draw);
    }),
  );
};

/**
 * Reads an award file, every field of it: nothing missing, nothing unknown, a problem the engine can reason
 * about. What it says may still be false; that is for `verifyAwardFile`.
 *
 *   {"format":"sepikul-award/1"} -> NoAwardFile: file.format is "sepikul-award/1", not one of sepikul-award/2
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
  assertLines(file);
  try {
    assertProblem(file.problem);
  } catch (error) {
    if (error instanceof RangeError) throw new NoAwardFile(`file.problem: ${error.message}`);
    throw error;
  }
  return file;
};
