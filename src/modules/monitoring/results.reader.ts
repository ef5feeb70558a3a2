import { Injectable } from '@nestjs/common';
import type { LotSummary } from '../../core/monitoring/summarise-pool.js';
import { summariseResults, type Place, type PoolResults } from '../../core/monitoring/summarise-results.js';
import type { Sql } from '../../platform/db/sql.js';
import { LotReader, type LotRow } from '../lot/index.js';
import { ZONE, type PoolRow } from '../pool/index.js';
import type { LotBroughtView } from './results.dto.js';
import { SummaryReader } from './summary.reader.js';

export interface ToldResults extends Omit<PoolResults, 'lots'> {
  readonly lots: readonly LotBroughtView[];
}

const MOST_POOLS = 500;

/** Answers what pools brought, as far as everybody may know. */
@Injectable()
export class ResultsReader {
  /** Of settled pools, where nothing changes any more: anybody may ask, and each answer reprices every line. */
  private readonly settled = new Map<string, ToldResults>();

  constructor(
    private readonly summaries: SummaryReader,
    private readonly lots: LotReader,
  ) {}

  async resultsOf(sql: Sql, pool: Pick<PoolRow, 'id' | 'state'>): Promise<ToldResults> {
    const known = this.settled.get(pool.id);
    if (known !== undefined) return known;
    const facts = await this.summaries.lotFactsOf(sql, pool.id);
    const results = summariseResults(facts.lots, facts.allocations, await this.placesOf(sql, pool.id));
    const rows = new Map((await this.lots.lotsOfPool(sql, pool.id)).map((lot) => [lot.id, lot]));
    const told = {
      ...results,
      lots: results.lots.flatMap((lot) => {
        const row = rows.get(lot.lotId);
        return row === undefined ? [] : [showLot(row, lot)];
      }),
    };
    if (pool.state === 'settled') this.keep(pool.id, told);
    return told;
  }

  private keep(poolId: string, told: ToldResults): void {
    const oldest = this.settled.keys().next();
    if (this.settled.size >= MOST_POOLS && oldest.done !== true) this.settled.delete(oldest.value);
    this.settled.set(poolId, told);
  }

  /** Where each koperasi of a pool with packs counts. */
  private async placesOf(sql: Sql, poolId: string): Promise<Map<string, Place>> {
    const rows = await sql.rows<Place & { koperasiId: string }>(
      `SELECT DISTINCT koperasi_id, CASE region.level WHEN 'village' THEN region.code END AS region_code,
         zone.code AS district_code, zone.name AS district_name
       FROM allocation
       JOIN commitment_line ON commitment_line.id = line_id
       JOIN pool ON pool.id = pool_id
       JOIN party ON party.id = koperasi_id
       LEFT JOIN region ON region.code = party.region_code
       JOIN region AS zone ON zone.code = ${ZONE}
       WHERE pool_id = $1`,
      [poolId],
    );
    return new Map(rows.map(({ koperasiId, ...place }) => [koperasiId, place]));
  }
}

/** Of a lot what is public: what was invoiced and billed in the end is its members' own. */
const showLot = (row: LotRow, lot: LotSummary): LotBroughtView => ({
  lotId: row.id,
  commodityNameId: row.commodityNameId,
  commodityNameEn: row.commodityNameEn,
  packNameId: row.packNameId,
  packNameEn: row.packNameEn,
  packSizeMilli: row.packSizeMilli,
  baseUnit: row.baseUnit,
  state: row.state,
  demandPacks: lot.demandPacks,
  allocatedPacks: lot.allocatedPacks,
  referenceRpPerUnit: row.referenceRpPerUnit,
  aloneAtReference: lot.aloneAtReference,
  suppliers: [...lot.suppliers],
  togetherRp: lot.togetherRp,
  aloneRp: lot.aloneRp,
  savedRp: lot.savedRp,
});
