import { Injectable } from '@nestjs/common';
import type { CoalitionInput, CoalitionLine } from '../../core/award/coalition/coalition.js';
import { draw } from '../../core/kernel/draw.js';
import type { Sql } from '../../platform/db/sql.js';
import { LotReader, type LotRow } from '../lot/index.js';
import { PricingReader } from '../pool/index.js';
import { ProblemReader } from './problem.reader.js';

/** Reads what those who buy together are sought among. Closed pools' lines no longer change. */
@Injectable()
export class CoalitionReader {
  constructor(
    private readonly problems: ProblemReader,
    private readonly lots: LotReader,
    private readonly pricings: PricingReader,
  ) {}

  /** Every line of a group of lots of one pool, their problem, and what the pool declared. */
  async inputOf(sql: Sql, poolId: string, lots: readonly LotRow[]): Promise<CoalitionInput> {
    const { kind: pricing, feeRpPerUnit } = await this.pricings.pricingOf(sql, poolId);
    const lines: CoalitionLine[] = [];
    for (const lot of lots) lines.push(...(await this.linesOf(sql, lot)));
    return {
      rule: lots[0]?.rationingRule ?? 'proportional',
      pricing,
      feeRpPerUnit,
      problem: await this.problems.problemOf(sql, poolId, lots),
      lines,
    };
  }

  private async linesOf(sql: Sql, { id: lotId, poolId }: LotRow): Promise<CoalitionLine[]> {
    const lines = await this.lots.linesOf(sql, lotId);
    return lines.map(({ lineId, koperasiId, districtCode, maxLandedRp, ...line }) => ({
      lineId,
      draw: draw(poolId, lineId),
      lotId,
      zoneId: districtCode,
      buyerId: koperasiId,
      quantityPacks: line.quantityPacks,
      tolerancePacks: line.tolerancePacks,
      minimumPacks: line.minimumPacks,
      limitRpPerUnit: maxLandedRp,
    }));
  }
}
