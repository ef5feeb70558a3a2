import { fitExposure, type ArrivingTerms } from '../../../core/pool/deposit/fit-exposure.js';
import { groupBy } from '../../../core/kernel/group-by.js';
import type { Tx } from '../../../platform/db/sql.js';
import { roomWithin } from './room-within.js';

/** A kitchen's line that would join a pool for its partner koperasi. */
interface JoiningLine {
  readonly itemId: string;
  readonly koperasiId: string;
  readonly kitchenId: string;
  readonly neededBy: string;
  readonly quantityPacks: number;
  readonly requirementLineId: string;
}

interface StandingTerms {
  readonly requirementLineId: string;
  readonly isJoined: boolean;
  readonly quantityPacks: number;
  readonly tolerancePacks: number;
  readonly maxLandedRp: number | null;
}

export interface KeptLines<Line> {
  readonly within: Line[];
  readonly above: Line[];
}

/** What stands for these lines already: themselves, anywhere, or under their key a line that was made by hand; locked. */
const lockStanding = (tx: Tx, poolId: string, lines: readonly JoiningLine[]): Promise<StandingTerms[]> =>
  tx.rows(
    `SELECT joining.requirement_line_id, line.requirement_line_id IS NOT NULL AS is_joined, quantity_packs, tolerance_packs,
       max_landed_rp
     FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::date[])
       AS joining (requirement_line_id, item_id, koperasi_id, kitchen_id, needed_by)
     JOIN commitment_line AS line ON line.requirement_line_id = joining.requirement_line_id
       OR (line.pool_id = $1 AND line.item_id = joining.item_id AND line.koperasi_id = joining.koperasi_id
         AND line.beneficiary_id = joining.kitchen_id AND line.needed_by = joining.needed_by
         AND line.requirement_line_id IS NULL AND line.state = 'active')
     ORDER BY line.id FOR UPDATE OF line`,
    [
      poolId,
      lines.map(({ requirementLineId }) => requirementLineId),
      lines.map(({ itemId }) => itemId),
      lines.map(({ koperasiId }) => koperasiId),
      lines.map(({ kitchenId }) => kitchenId),
      lines.map(({ neededBy }) => neededBy),
    ],
  );

/**
 * Which of the kitchens' lines fit into what their partner koperasi may order of a pool's organiser, by the same rule as
 * what they order by hand; the earlier needed first. What has joined already is neither.
 */
export const keepWithinLimit = async <Line extends JoiningLine>(
  tx: Tx,
  poolId: string,
  lines: readonly Line[],
): Promise<KeptLines<Line>> => {
  const limited = await tx.rows<{ koperasiId: string }>(
    `SELECT DISTINCT koperasi_id FROM exposure_limit JOIN pool USING (organiser_id)
     WHERE pool.id = $1 AND koperasi_id = ANY ($2) ORDER BY koperasi_id`,
    [poolId, lines.map(({ koperasiId }) => koperasiId)],
  );
  const judged = new Set(limited.map(({ koperasiId }) => koperasiId));
  const within = lines.filter(({ koperasiId }) => !judged.has(koperasiId));
  if (judged.size === 0) return { within, above: [] };
  const asked = lines
    .filter(({ koperasiId }) => judged.has(koperasiId))
    .sort((a, b) =>
      `${a.neededBy} ${a.requirementLineId}` < `${b.neededBy} ${b.requirementLineId}` ? -1 : 1,
    );
  const standing = await lockStanding(tx, poolId, asked);
  const standingOf = new Map(standing.map((each) => [each.requirementLineId, each]));
  const above: Line[] = [];
  for (const [koperasiId, own] of [...groupBy(asked, (line) => line.koperasiId)].sort()) {
    const room = await roomWithin(
      tx,
      poolId,
      koperasiId,
      own.map(({ itemId }) => itemId),
    );
    let exposure = room?.exposure;
    for (const line of own) {
      const there = standingOf.get(line.requirementLineId);
      if (there?.isJoined === true) continue;
      const item = room?.itemOf.get(line.itemId);
      if (exposure === undefined || item === undefined) {
        within.push(line);
        continue;
      }
      const after = fitExposure(exposure, arriving(line, item, there));
      if (after === undefined) above.push(line);
      else within.push(line);
      exposure = after ?? exposure;
    }
  }
  return { within, above };
};

const arriving = (
  { quantityPacks }: JoiningLine,
  item: ArrivingTerms['item'],
  there: StandingTerms | undefined,
): ArrivingTerms =>
  there === undefined
    ? { item, terms: { quantityPacks, tolerancePacks: 0, maxLandedRp: null } }
    : { item, terms: { ...there, quantityPacks: there.quantityPacks + quantityPacks }, standing: there };
