import { rationByDraw } from '../../lot/ration-lot.js';
import type { RationingRule } from '../../pool/rationing-rule.js';
import type { Coalition, CoalitionLine } from '../coalition/coalition.js';
import { costZones } from '../coalition/cost-zones.js';
import { passesLimit, shareLanded, type ServedLine } from '../coalition/share-landed.js';
import { stateDemands } from '../coalition/state-demands.js';
import { groupBy } from '../joint/group-by.js';
import type { AwardFile, FiledLot, FiledShare } from './award-file.js';
import { canonicalJson } from './canonical-json.js';
import { listFiledLines } from './replay-coalition.js';

const NOTHING: Omit<FiledShare, 'draw'> = { packs: 0, amountRp: 0, reason: null, wouldPay: null };

/** What was found where something else was expected; empty where they are equal. */
export const listDifferences = (name: string, found: unknown, expected: unknown): string[] =>
  canonicalJson(found) === canonicalJson(expected)
    ? []
    : [
        `${name}: ${canonicalJson(found).trim().slice(0, 120)} <> ${canonicalJson(expected).trim().slice(0, 120)}`,
      ];

const sharesOf = ({ lots }: AwardFile): Map<string, FiledShare> =>
  new Map(lots.flatMap(({ shares }) => shares.map((share) => [share.draw, share])));

/** In the order of the draw, as odd rupiahs are given. */
const listServed = (file: AwardFile): ServedLine[] => {
  const shares = sharesOf(file);
  return listFiledLines(file)
    .map((line) => ({ line, packs: shares.get(line.draw)?.packs ?? 0 }))
    .sort((one, other) => (one.line.draw < other.line.draw ? -1 : 1));
};

/** The problem awarded is that of the shares, zone by zone and buyer by buyer. */
export const checkDemand = (file: AwardFile): string[] => {
  const stated = stateDemands(file.problem, listServed(file));
  return [
    ...listDifferences(
      'lots',
      file.lots.map(({ lotId }) => lotId),
      file.problem.lots.map(({ lotId }) => lotId),
    ),
    ...file.problem.lots.flatMap(({ lotId, demands }, at) =>
      listDifferences(`${lotId} demands`, demands, stated.lots[at]?.demands),
    ),
  ];
};

const checkLine = (
  { problem }: AwardFile,
  size: number,
  line: CoalitionLine,
  { packs, amountRp, reason, wouldPay }: Omit<FiledShare, 'draw'>,
): string[] => {
  const name = line.draw.slice(0, 12);
  const most = line.quantityPacks + line.tolerancePacks;
  const leaves = wouldPay !== null && passesLimit(problem.side, line, wouldPay, size);
  return [
    ...(passesLimit(problem.side, line, { packs, amountRp }, size)
      ? [`${name}: Rp${amountRp} for ${packs} packs is beyond its limit`]
      : []),
    ...(packs > most ? [`${name}: ${packs} packs of ${most}`] : []),
    ...(packs > 0 && packs < line.minimumPacks
      ? [`${name}: ${packs} packs, at least ${line.minimumPacks}`]
      : []),
    ...((packs === 0) === (reason === null) ? [`${name}: ${packs} packs, reason ${reason ?? 'none'}`] : []),
    ...(reason === 'LIMIT_EXCEEDED' && !leaves
      ? [`${name}: left, though it would have paid within its limit`]
      : []),
    ...(reason === 'OTHERS_WOULD_LEAVE' && leaves
      ? [`${name}: kept out for others, though beyond its own limit`]
      : []),
  ];
};

/** Nobody beyond their limit, to the rupiah, nor above what they tolerate; and who is out would have been beyond. */
export const checkLimits = (file: AwardFile): string[] => {
  const shares = sharesOf(file);
  const sizes = new Map(file.problem.lots.map(({ lotId, packSizeMilli }) => [lotId, packSizeMilli]));
  return listFiledLines(file).flatMap((line) =>
    checkLine(file, sizes.get(line.lotId) ?? 0, line, shares.get(line.draw) ?? NOTHING),
  );
};

/** Each line's part of what its lot (or zone) comes to, to the rupiah. */
export const checkAmounts = (file: AwardFile): string[] => {
  const { problem, outcome, pool } = file;
  const found = sharesOf(file);
  const areas = costZones(problem, outcome.deliveries, {
    pricing: pool.pricing.kind,
    feeRpPerUnit: pool.pricing.feeRpPerUnit,
  });
  return [...shareLanded(areas, listServed(file))].flatMap(([draw, { amountRp }]) =>
    listDifferences(`${draw.slice(0, 12)} amountRp`, found.get(draw)?.amountRp ?? null, amountRp),
  );
};

const shareByRule = (
  rule: RationingRule,
  lines: readonly CoalitionLine[],
  availablePacks: number,
): Map<string, number> => {
  const { shares } = rationByDraw(
    {
      rule,
      availablePacks,
      usesTolerance: true,
      lines: lines.map(({ draw, quantityPacks, minimumPacks, tolerancePacks }) => ({
        lineId: draw,
        askedPacks: quantityPacks,
        minimumPacks,
        tolerancePacks,
      })),
    },
    ({ lineId }) => lineId,
  );
  return new Map(shares.map(({ draw, sharePacks }) => [draw, sharePacks]));
};

/** Shares of those who are in, by the rule: of a zone that is short by itself among its lines, else over the lot. */
const checkLotRule = (file: AwardFile, lot: FiledLot, lines: readonly CoalitionLine[]): string[] => {
  const found = new Map(lot.shares.map(({ draw, packs }) => [draw, packs]));
  const short = new Set(
    file.coalition.shortZones.filter(({ lotId }) => lotId === lot.lotId).map(({ zoneId }) => zoneId),
  );
  const members = lines.filter(({ draw }) => (found.get(draw) ?? 0) > 0);
  const groups = groupBy(members, ({ zoneId }) => (short.has(zoneId) ? zoneId : null));
  return [...groups.values()].flatMap((group) => {
    const available = group.reduce((sum, { draw }) => sum + (found.get(draw) ?? 0), 0);
    const expected = shareByRule(file.pool.rationingRule, group, available);
    return group.flatMap(({ draw }) =>
      listDifferences(`${lot.lotId} ${draw.slice(0, 12)}`, found.get(draw), expected.get(draw)),
    );
  });
};

/** One share per line, and those of who is in by the pool's rule. */
export const checkRationing = (file: AwardFile): string[] => {
  const linesOf = groupBy(listFiledLines(file), ({ lotId }) => lotId);
  return file.lots.flatMap((lot) => [
    ...listDifferences(
      `${lot.lotId} shares`,
      lot.shares.map(({ draw }) => draw),
      lot.lines.map(({ draw }) => draw),
    ),
    ...checkLotRule(file, lot, linesOf.get(lot.lotId) ?? []),
  ]);
};

/** The same lines in, for the same packs and amounts, and out for the same reasons, by the same steps. */
export const checkReplay = (file: AwardFile, replayed: Coalition): string[] => {
  const found = sharesOf(file);
  return [
    ...listDifferences('lines', found.size, replayed.lines.length),
    ...replayed.lines.flatMap(({ lineId, ...outcome }) => {
      const { packs, amountRp, reason, wouldPay } = found.get(lineId) ?? NOTHING;
      return listDifferences(lineId.slice(0, 12), { packs, amountRp, reason, wouldPay }, outcome);
    }),
    ...listDifferences('rounds', file.coalition.rounds, replayed.rounds),
    ...listDifferences('tolerances', file.coalition.tolerances, replayed.tolerances),
    ...listDifferences('shortZones', file.coalition.shortZones, replayed.shortZones),
    ...listDifferences('unweighed', file.coalition.unweighed, replayed.unweighed),
    ...listDifferences(
      'demands',
      file.problem.lots.map(({ demands }) => demands),
      replayed.problem.lots.map(({ demands }) => demands),
    ),
  ];
};
