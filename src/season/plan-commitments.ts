import type { Chance } from './draw-chance.js';
import type {
  Good,
  PlannedAmendment,
  PlannedCommitment,
  PlannedLine,
  PlannedWithdrawal,
} from './season-plan.js';

/** How many packs of each good one koperasi asks for, and in how many of 100 cases it asks at all. */
const appetite: Readonly<Record<Good['role'], { percent: number; least: number; most: number }>> = {
  // 18 to 23 sacks of 50 kg: about a ton.
  rice: { percent: 100, least: 18, most: 23 },
  oil: { percent: 40, least: 4, most: 16 },
  sugar: { percent: 35, least: 2, most: 6 },
};

const planLine = (good: Good, days: readonly string[], chance: Chance): PlannedLine[] => {
  const { percent, least, most } = appetite[good.role];
  const asks = chance.happens(percent);
  const quantityPacks = chance.whole(least, most);
  const line: PlannedLine = {
    packCode: good.packCode,
    neededBy: chance.pick(days),
    quantityPacks,
    tolerancePacks: chance.whole(0, 2),
    // At most half: a lot that is rationed by a few percent leaves nobody below it.
    minimumPacks: chance.happens(25) ? Math.floor(quantityPacks / 2) : 0,
    maxLandedRp: chance.happens(30) ? good.ceilingRpPerUnit : null,
  };
  return asks ? [line] : [];
};

/** Every koperasi's order: about a ton of rice each, oil and sugar for some. */
export const planCommitments = (
  koperasi: readonly string[],
  goods: readonly Good[],
  days: readonly string[],
  chance: Chance,
): PlannedCommitment[] =>
  koperasi.map((login) => ({
    koperasi: login,
    lines: goods.flatMap((good) => planLine(good, days, chance)),
  }));

const riceOf = (goods: readonly Good[]): Good => {
  const rice = goods.find((good) => good.role === 'rice');
  if (rice === undefined) throw new RangeError('a season without rice');
  return rice;
};

/** One koperasi's two officers change its rice at once: 20 sacks become 22, then 24. */
export const planAmendment = (
  commitments: readonly PlannedCommitment[],
  goods: readonly Good[],
  chance: Chance,
): PlannedAmendment => {
  const { packCode } = riceOf(goods);
  const { koperasi, lines } = chance.pick(commitments);
  const placed = lines.find((line) => line.packCode === packCode)?.quantityPacks ?? 0;
  const firstPacks = placed + chance.whole(1, 2);
  return { koperasi, packCode, firstPacks, finalPacks: firstPacks + chance.whole(1, 2) };
};

/** One koperasi thinks better of an order that is not its rice; where nobody has one, of its rice. */
export const planWithdrawal = (
  commitments: readonly PlannedCommitment[],
  goods: readonly Good[],
  amendment: PlannedAmendment,
  chance: Chance,
): PlannedWithdrawal => {
  const { packCode: rice } = riceOf(goods);
  const lines = commitments
    .filter(({ koperasi }) => koperasi !== amendment.koperasi)
    .flatMap(({ koperasi, lines: own }) => own.map(({ packCode }) => ({ koperasi, packCode })));
  const others = lines.filter(({ packCode }) => packCode !== rice);
  return chance.pick(others.length > 0 ? others : lines);
};
