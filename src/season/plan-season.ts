import { daysOfWeek, isoWeekOf } from '../core/kernel/iso-week.js';
import { packsFor } from '../core/kernel/quantity.js';
import { drawChance, type Chance } from './draw-chance.js';
import { LEAST_SUPPLIERS, planBids } from './plan-bids.js';
import { planAmendment, planCommitments, planWithdrawal } from './plan-commitments.js';
import { planOffers } from './plan-offers.js';
import { planRequirements } from './plan-requirements.js';
import type { PlannedFault, SeasonPlan, World } from './season-plan.js';

/** The season that is played when nobody names a seed: the year in which the koperasi were founded. */
export const FIXED_SEED = 2025;

const DAYS_TO_NEXT_WEEK = 7;
/** After its week an offer binds the pools of so many days more: the next one, which a visitor finds open, too. */
const DAYS_OFFERED = 28;
const FAULTS = ['missing', 'damaged', 'quarantined'] as const;

const dayAfter = (date: string, days: number): string => {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
};

/** Three different koperasi find something at the gate: one too few, one spoilt sacks, one sacks to be judged. */
const planFaults = (koperasi: readonly string[], chance: Chance): PlannedFault[] =>
  chance
    .shuffle(koperasi)
    .slice(0, FAULTS.length)
    .flatMap((login, place) => {
      const kind = FAULTS[place];
      return kind === undefined ? [] : [{ koperasi: login, kind, packs: chance.whole(1, 3) }];
    });

/** What buyers do, before anything is said of suppliers. */
type AskedPlan = Omit<SeasonPlan, 'bids' | 'offers' | 'quote'>;

/** Who asks for the price first is nobody to whom anything else happens, so that the story is a plain one. */
const planQuote = ({ commitments, amendment, withdrawal, faults }: AskedPlan): SeasonPlan['quote'] => {
  const busy = new Set([amendment, withdrawal, ...faults].map(({ koperasi }) => koperasi));
  const { koperasi } = commitments.find((each) => !busy.has(each.koperasi)) ?? amendment;
  return { koperasi, packCode: amendment.packCode };
};

/** Packs that will stand at close: what was placed, amended, withdrawn, and what kitchens need, in whole packs. */
export const plannedPacks = (plan: AskedPlan, packCode: string): number => {
  const { amendment, withdrawal } = plan;
  const placed = plan.commitments.flatMap(({ koperasi, lines }) =>
    lines
      .filter((line) => line.packCode === packCode)
      .filter(() => koperasi !== withdrawal.koperasi || packCode !== withdrawal.packCode)
      .map(({ quantityPacks }) =>
        koperasi === amendment.koperasi && packCode === amendment.packCode
          ? amendment.finalPacks
          : quantityPacks,
      ),
  );
  const good = plan.goods.find((each) => each.packCode === packCode);
  const needed = plan.requirements
    .flatMap(({ lines }) => lines)
    .filter(({ commodityCode }) => commodityCode === good?.commodityCode)
    .map(({ quantityMilli }) => packsFor(quantityMilli, good?.packSizeMilli ?? 1));
  return [...placed, ...needed].reduce((sum, packs) => sum + packs, 0);
};

const assertWorld = ({ koperasi, suppliers, goods }: World): void => {
  if (koperasi.length < FAULTS.length)
    throw new RangeError(`a season needs ${FAULTS.length} koperasi at least`);
  if (suppliers.length < LEAST_SUPPLIERS)
    throw new RangeError(`a season needs ${LEAST_SUPPLIERS} suppliers, there are ${suppliers.length}`);
  if (!goods.some(({ role }) => role === 'rice')) throw new RangeError('a season without rice');
};

/**
 * Plans everything that varies in a season: who asks for how much, who amends and withdraws, who bids what, which
 * lot is short, which trucks disappoint. The same seed in the same world is the same plan; null is the fixed one.
 */
export const planSeason = (seed: number | null, world: World): SeasonPlan => {
  assertWorld(world);
  const root = seed ?? FIXED_SEED;
  const chanceOf = (purpose: string): Chance => drawChance(root, purpose);
  const { koperasi, kitchens, suppliers, goods } = world;
  const isoWeek = isoWeekOf(dayAfter(world.today, DAYS_TO_NEXT_WEEK));
  const days = daysOfWeek(isoWeek);
  // Drops come on working days.
  const weekdays = days.slice(0, 5);
  const commitments = planCommitments(koperasi, goods, weekdays, chanceOf('commitments'));
  const amendment = planAmendment(commitments, goods, chanceOf('amendment'));
  const asked = {
    seed: root,
    isoWeek,
    neededFrom: days[0] ?? world.today,
    neededUntil: days[6] ?? world.today,
    goods,
    requirements: planRequirements(kitchens, goods, days, chanceOf('requirements')),
    commitments,
    amendment,
    withdrawal: planWithdrawal(commitments, goods, amendment, chanceOf('withdrawal')),
    faults: planFaults(koperasi, chanceOf('faults')),
  };
  const others = goods.filter(({ role }) => role !== 'rice');
  const scarce = others.length > 0 ? chanceOf('scarcity').pick(others).packCode : null;
  const market = goods.flatMap((good) =>
    planBids(
      suppliers,
      good,
      plannedPacks(asked, good.packCode),
      good.packCode === scarce,
      chanceOf(`bids ${good.role}`),
    ),
  );
  const validUntil = dayAfter(asked.neededUntil, DAYS_OFFERED);
  return {
    ...asked,
    quote: planQuote(asked),
    ...planOffers(market, amendment.packCode, { validFrom: asked.neededFrom, validUntil }),
  };
};
