import { isoWeekOf } from '../../../src/core/kernel/iso-week.js';
import type { View } from '../api/api.js';
import { HOUR_S, type ItemForm, type PoolForm, type StepForm } from './pool-form.js';
import type { Pool } from './use-pool.js';

const DAY_MS = 24 * 3_600_000;
const WEEK_MS = 7 * DAY_MS;
/** UTC+7, as in the form. */
const ZONE_MS = 7 * 3_600_000;

/** A moment as it is written in UTC+7: `2026-11-26T17:00`. */
export const writtenAt = (ms: number): string => new Date(ms + ZONE_MS).toISOString().slice(0, 16);

const hoursOf = (seconds: number): number => Math.max(1, Math.round(seconds / HOUR_S));

const plainStep = (hours: number): StepForm => ({ hours, holderId: '', deputyId: '' });

/** The next Thursday at 17.00 that is at least two days away; goods in the week after. */
export const emptyForm = (nowMs: number, regionCode: string): PoolForm => {
  const today = new Date(nowMs + ZONE_MS);
  today.setUTCHours(17, 0, 0, 0);
  let closesMs = today.getTime();
  while (new Date(closesMs).getUTCDay() !== 4 || closesMs - ZONE_MS < nowMs + 2 * DAY_MS) closesMs += DAY_MS;
  const day = (after: number): string => new Date(closesMs + after * DAY_MS).toISOString().slice(0, 10);
  return {
    title: `Belanja bersama minggu ${isoWeekOf(day(4))}`,
    side: 'buy',
    purpose: 'ordinary',
    contractMode: 'direct',
    regionCode,
    closesAt: new Date(closesMs).toISOString().slice(0, 16),
    biddingHours: 24,
    neededFrom: day(4),
    neededUntil: day(10),
    items: [],
    depositPercent: 10,
    forfeit: 'none',
    rationingRule: 'proportional',
    pricing: 'uniform',
    feeRpPerUnit: 0,
    maxSharePercent: 100,
    extendHours: null,
    otherwise: 'go-on',
    seal: 'server',
    holderPersonIds: [],
    standstillHours: 24,
    proposal: plainStep(24),
    approval: plainStep(48),
    contractHours: 48,
  };
};

/** The name of a week in a title moves on with the week: `W48` becomes `W49`. */
const retitled = (title: string, neededFrom: string): string => {
  const isoWeek = isoWeekOf(neededFrom);
  return title
    .replace(/\d{4}-W\d{2}/, isoWeek)
    .replace(
      /(minggu|pekan|week) \d{1,2}(?!\d)/i,
      (_, name: string) => `${name} ${String(Number(isoWeek.slice(6)))}`,
    );
};

const itemLike = (pool: Pool, nameOf: (item: Pool['items'][number]) => string): readonly ItemForm[] =>
  pool.items.map((item): ItemForm => {
    const { distribution } = item;
    return {
      packCode: item.packCode,
      name: nameOf(item),
      // A limit that is the public reference price is asked of it anew; one of its own is carried on with its source.
      limitRp:
        (item.ceilingRpPerUnit ?? item.floorRpPerUnit) === item.referenceRpPerUnit
          ? null
          : (item.ceilingRpPerUnit ?? item.floorRpPerUnit),
      limitSource: item.ceilingSource ?? item.floorSource ?? '',
      minimumPacks: pool.rescue?.items.find(({ itemId }) => itemId === item.itemId)?.minimumPacks ?? null,
      grades: item.grades,
      distribution:
        distribution === null
          ? undefined
          : {
              supplierId: distribution.supplierId,
              priceRpPerUnit: distribution.priceRpPerUnit,
              quotaPerBuyerPacks: distribution.quotaPerBuyerPacks,
              stockPacks: distribution.stockPacks,
              maxPerPickupPacks: distribution.maxPerPickupPacks,
              pickupPlace: distribution.pickupPlace,
            },
    };
  });

export type Named = View<'NamedPeopleView'>;

const stepLike = (dueS: number, named: View<'NamedForStepView'> | undefined): StepForm => ({
  hours: hoursOf(dueS),
  holderId: named?.holderId ?? '',
  deputyId: named?.deputyId ?? '',
});

/** What a pool declares as the form shows it, with the people whom it names where they are known. */
export const formOf = (
  pool: Pool,
  nameOf: (item: Pool['items'][number]) => string,
  named?: Named,
): PoolForm => ({
  title: pool.title,
  side: pool.side,
  purpose: pool.purpose,
  contractMode: pool.contractMode,
  regionCode: pool.regionCode,
  closesAt: writtenAt(Date.parse(pool.closesAt)),
  biddingHours: hoursOf(pool.biddingPeriodS),
  neededFrom: pool.neededFrom,
  neededUntil: pool.neededUntil,
  items: itemLike(pool, nameOf),
  depositPercent: Math.round(pool.deposit.rateBps / 100),
  forfeit: pool.deposit.forfeit,
  rationingRule: pool.rationingRule,
  pricing: pool.pricing.kind,
  feeRpPerUnit: pool.pricing.feeRpPerUnit,
  maxSharePercent: Math.round(pool.award.maxShareBps / 100),
  extendHours: pool.rescue?.extendByS == null ? null : hoursOf(pool.rescue.extendByS),
  otherwise: pool.rescue?.otherwise ?? 'go-on',
  seal: pool.seal.mode,
  holderPersonIds: named?.sealHolderIds ?? [],
  standstillHours: Math.round(pool.steps.objection.dueS / HOUR_S),
  proposal: stepLike(pool.steps.proposal.dueS, named?.proposal),
  approval: stepLike(pool.steps.approval.dueS, named?.approval),
  contractHours: hoursOf(pool.steps.contract.dueS),
});

/** A pool like an earlier one, all its dates moved on by so many whole weeks that it closes at least a day from now. */
export const formLike = (
  pool: Pool,
  nowMs: number,
  nameOf: (item: Pool['items'][number]) => string,
): PoolForm => {
  const closesMs = Date.parse(pool.closesAt);
  const weeks = Math.max(1, Math.ceil((nowMs + DAY_MS - closesMs) / WEEK_MS));
  const day = (civil: string): string =>
    new Date(Date.parse(civil) + weeks * WEEK_MS).toISOString().slice(0, 10);
  const neededFrom = day(pool.neededFrom);
  return {
    ...formOf(pool, nameOf),
    title: retitled(pool.title, neededFrom),
    closesAt: writtenAt(closesMs + weeks * WEEK_MS),
    neededFrom,
    neededUntil: day(pool.neededUntil),
  };
};
