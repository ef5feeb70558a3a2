import { Injectable } from '@nestjs/common';
import type { Explanation } from '../../core/award/explanation.js';
import { reckonKoperasi } from '../../core/award/reckon-koperasi.js';
import { refuseAward } from '../../core/award/refusals.js';
import { canonicalJson } from '../../core/award/file/canonical-json.js';
import { listKoperasiParts, listLeftOut, type AwardedLine } from '../../core/award/list-parts.js';
import { stateAwardFile, type LineToFile } from '../../core/award/file/state-award-file.js';
import { amountRp } from '../../core/kernel/quantity.js';
import { wordConstraint } from '../../core/award/word-constraint.js';
import { chainHead } from '../../platform/audit/chain-head.js';
import type { Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import type { Sql } from '../../platform/db/sql.js';
import { LotReader, type LotRow } from '../lot/index.js';
import { AwardRuleReader, PoolReader, PricingReader } from '../pool/index.js';
import { AwardReader, type ShownAward } from './award.reader.js';
import { AwardShareReader } from './share.reader.js';

type Named = ShownAward['suppliers'];

const nameOf = (suppliers: Named, bidId: string): string => suppliers.get(bidId)?.supplierName ?? bidId;

/** The name behind a limit: of the bid's or the supplier itself; a lot has none. */
const subjectName = (suppliers: Named, subjectId: string): string =>
  suppliers.get(subjectId)?.supplierName ??
  [...suppliers.values()].find(({ supplierId }) => supplierId === subjectId)?.supplierName ??
  subjectId;

/** Answers why an award is as it is, to those who may see it. */
@Injectable()
export class ExplanationReader {
  constructor(
    private readonly awards: AwardReader,
    private readonly lots: LotReader,
    private readonly pools: PoolReader,
    private readonly rules: AwardRuleReader,
    private readonly pricings: PricingReader,
    private readonly shares: AwardShareReader,
    private readonly db: Db,
  ) {}

  /** @throws Refusal when there is none that they may see. */
  async explanationOf(sql: Sql, lotId: string, principal?: Principal): Promise<Explanation> {
    const { award, lines, zones, groupLotIds, suppliers, clearingRpPerUnit } = await this.awards.shownAward(
      sql,
      lotId,
      principal,
    );
    const lot = await this.lotOf(sql, lotId);
    const { reasons, bestSingle, constraints, ...said } = award.explanation;
    const isInsider =
      principal !== undefined && (await this.pools.isInsider(sql, lot.poolId, principal)) === true;
    // The award is theirs to see; what follows from all lines is told without whose limit it is.
    const across = this.db.across('award-explanation');
    const awarded = await this.awardedLines(across, lot, award.id);
    const shared = { ...lot, lines: awarded };
    const group = award.groupId === null ? undefined : await this.awards.groupOf(across, award.groupId);
    const taken = group?.coalition?.tolerances.find((one) => one.lotId === lotId);
    return {
      lotId,
      awardId: award.id,
      packCode: lot.packCode,
      packSizeMilli: lot.packSizeMilli,
      baseUnit: lot.baseUnit,
      side: lot.side,
      ceilingRpPerUnit: lot.ceilingRpPerUnit,
      clearingRpPerUnit,
      referenceRpPerUnit: lot.referenceRpPerUnit,
      demandPacks: award.demandPacks,
      awardedPacks: award.awardedPacks,
      unservedPacks: said.unservedPacks,
      costRp: award.costRp,
      penaltyRp: said.penaltyRp,
      termsRp: said.termsRp,
      missingSuppliers: said.missingSuppliers,
      missingSuppliersRp: said.missingSuppliersRp,
      totalRp: said.totalRp,
      boundRp: award.boundRp,
      gapPpm: award.gapPpm,
      groupLotIds,
      lines: lines.map((line) => ({ ...line, zones: zones.filter(({ bidId }) => bidId === line.bidId) })),
      bestSingle: bestSingle && { ...bestSingle, supplierName: nameOf(suppliers, bestSingle.line.bidId) },
      savedRp: said.savedRp,
      constraints: constraints.map((one) => {
        const name = subjectName(suppliers, one.subjectId);
        return { ...one, subjectName: name, ...wordConstraint(one, name, lot.side) };
      }),
      unpricedConstraints: said.unpricedConstraints,
      losers: reasons.map((reason) => ({
        ...reason,
        supplierId: suppliers.get(reason.bidId)?.supplierId ?? reason.bidId,
        supplierName: nameOf(suppliers, reason.bidId),
      })),
      leftPacks: award.leftPacks,
      tolerance: taken ? { packs: taken.packs, amountRp: taken.amountRp, plain: taken.plain } : null,
      leftOut: listLeftOut(shared),
      unweighed: group?.coalition?.unweighed ?? 0,
      koperasi: (awarded.length > 0
        ? listKoperasiParts(shared)
        : await this.koperasiOf(across, lot, award, clearingRpPerUnit)
      ).map((part) => ({
        ...part,
        koperasiId: isInsider ? part.koperasiId : null,
      })),
    };
  }

  /**
   * Everything the award follows from, as one canonical file under pseudonyms.
   * @throws Refusal when there is none that they may see, or it was not computed from bids.
   */
  async fileOf(sql: Sql, lotId: string, principal?: Principal): Promise<string> {
    const { award } = await this.awards.shownAward(sql, lotId, principal);
    const across = this.db.across('award-explanation');
    const group = award.groupId === null ? undefined : await this.awards.groupOf(across, award.groupId);
    if (group === undefined) throw refuseAward('AWARD_WITHOUT_BIDS');
    if (group.coalition === null) throw refuseAward('AWARD_BEFORE_SHARES');
    const { rationingRule } = await this.lotOf(sql, lotId);
    const { rounds, tolerances, shortZones, unweighed } = group.coalition;
    const lines: LineToFile[] = [];
    for (const one of await this.awards.awardsOfGroup(across, group.id))
      lines.push(...(await this.filedLines(across, one)));
    const chain = await chainHead(sql);
    return canonicalJson(
      stateAwardFile({
        poolId: group.poolId,
        rationingRule,
        pricing: await this.pricings.pricingOf(sql, group.poolId),
        coalition: { rounds, tolerances, shortZones, unweighed },
        rule: await this.rules.ruleOf(sql, group.poolId),
        problem: group.problem,
        outcome: group.outcome,
        lines,
        auditHead: chain && { number: chain.number, hash: chain.hash },
      }),
    );
  }

  private async filedLines(sql: Sql, of: { awardId: string; lotId: string }): Promise<LineToFile[]> {
    const shares = new Map(
      (await this.shares.sharesOf(sql, of.awardId)).map((share) => [share.lineId, share]),
    );
    return (await this.lots.linesOf(sql, of.lotId)).flatMap((line) => {
      const share = shares.get(line.lineId);
      if (share === undefined) return [];
      const { koperasiId: buyerId, districtCode: zoneId, maxLandedRp: limitRpPerUnit } = line;
      return [{ ...line, ...share, lotId: of.lotId, buyerId, zoneId, limitRpPerUnit }];
    });
  }

  /** Empty of an award that shares were not part of. */
  private async awardedLines(sql: Sql, lot: LotRow, awardId: string): Promise<AwardedLine[]> {
    const shares = new Map((await this.shares.sharesOf(sql, awardId)).map((share) => [share.lineId, share]));
    if (shares.size === 0) return [];
    return (await this.lots.linesOf(sql, lot.id)).flatMap((line) => {
      const share = shares.get(line.lineId);
      return share ? [{ ...line, ...share }] : [];
    });
  }

  private async lotOf(sql: Sql, lotId: string): Promise<LotRow> {
    const lot = await this.lots.lotById(sql, lotId);
    if (lot === undefined) throw refuseAward('AWARD_NOT_FOUND');
    return lot;
  }

  private async koperasiOf(
    sql: Sql,
    lot: LotRow,
    { awardedPacks, costRp }: ShownAward['award'],
    clearingRpPerUnit: number | null,
  ): Promise<ReturnType<typeof reckonKoperasi>> {
    return reckonKoperasi({
      side: lot.side,
      poolId: lot.poolId,
      rule: lot.rationingRule,
      awardedPacks,
      costRp:
        clearingRpPerUnit === null ? costRp : amountRp(awardedPacks, lot.packSizeMilli, clearingRpPerUnit),
      packSizeMilli: lot.packSizeMilli,
      referenceRpPerUnit: lot.referenceRpPerUnit,
      lines: await this.lots.linesOf(sql, lot.id),
    });
  }
}
