import { Injectable } from '@nestjs/common';
import { listDueGroups } from '../../core/award/list-due-groups.js';
import type { Coalition, CoalitionInput } from '../../core/award/coalition/coalition.js';
import { seekCoalition } from '../../core/award/coalition/seek-coalition.js';
import {
  stateCoalition,
  type CoalitionAward,
  type ComputedCoalition,
} from '../../core/award/coalition/state-coalition.js';
import { seekExplanation, type Explained } from '../../core/award/seek-explanation.js';
import { stateLotAwards } from '../../core/award/state-lot-award.js';
import type { AwardProblem, ProblemAward } from '../../core/award/joint/award-problem.js';
import { NoAwardFound } from '../../core/award/joint/seek-award.js';
import type { PoolSteps } from '../../core/pool/declare-steps.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import { Db } from '../../platform/db/db.js';
import type { Tx } from '../../platform/db/sql.js';
import { newId } from '../../platform/new-id.js';
import { advanceLot, LotReader, type LotRow } from '../lot/index.js';
import { stepsOf } from '../pool/index.js';
import { AwardSolver } from './award-solver.js';
import { AwardStore } from './award.store.js';
import { computeProblem } from './engine/compute-problem.js';
import { CoalitionReader } from './coalition.reader.js';
import { ProblemReader } from './problem.reader.js';
import { ShareStore } from './share.store.js';
import { CourseStore } from './steps/course.store.js';
import { leaveOutSuspended } from './steps/leave-out-suspended.js';
import { tellFailed } from './steps/tell-course.js';

const courses = new CourseStore();

/** Lots awarded together, with what the award was computed from. */
export interface ComputedGroup {
  readonly poolId: string;
  readonly lotIds: readonly string[];
  /** With the demands of those who buy together. */
  readonly problem: AwardProblem;
  readonly award: ProblemAward;
  readonly coalition: Coalition;
  readonly lots: readonly CoalitionAward[];
  /** Attempts there had been at these lots when it was computed. */
  readonly attempts: number;
}

/** Lots whose amounts no double holds exactly: trying again would not help, and their pool must end. */
export interface GroupOutOfBounds {
  readonly poolId: string;
  readonly lotIds: readonly string[];
  readonly failedReason: 'AMOUNTS_OUT_OF_BOUNDS';
  readonly attempts: number;
}

export type GroupResult = ComputedGroup | GroupOutOfBounds;

/**
 * Computes the awards that are due now that a lot was opened, then keeps them: the long part before any
 * transaction. Lots that a supplier's terms tie together are one group and one award.
 */
@Injectable()
export class ComputeLotAward {
  /** Groups under way in this process: lots opened at the same moment ask for the same group. */
  private readonly underWay = new Map<string, Promise<GroupResult>>();

  constructor(
    private readonly db: Db,
    private readonly lots: LotReader,
    private readonly problems: ProblemReader,
    private readonly solver: AwardSolver,
    private readonly store: AwardStore,
    private readonly coalitions: CoalitionReader,
    private readonly shares: ShareStore,
  ) {}

  /** Opened bids no longer change, so it does not matter how often or where this runs. */
  async compute(lotId: string): Promise<GroupResult[]> {
    const lot = await this.lots.lotById(this.db, lotId);
    if (lot === undefined) return [];
    const all = await this.lots.lotsOfPool(this.db, lot.poolId);
    const links = await this.problems.linksOf(this.db, lot.poolId);
    const due = listDueGroups(
      lotId,
      all.map(({ id, state }) => ({ lotId: id, state })),
      links,
    );
    const awarded = await this.store.awardedLots(this.db, due.flat());
    const results: GroupResult[] = [];
    for (const group of due.filter((ids) => !ids.some((id) => awarded.has(id))))
      results.push(
        await this.computeOnce(
          lot.poolId,
          all.filter(({ id }) => group.includes(id)),
        ),
      );
    return results;
  }

  /** Computes a lot anew whose award was replaced: by itself, for what it was tied to has its award. */
  async computeAnew(lotId: string): Promise<GroupResult[]> {
    const lot = await this.lots.lotById(this.db, lotId);
    if (lot?.state !== 'opened' || (await this.problems.standingBids(this.db, lotId)).length === 0) return [];
    return [await this.computeOnce(lot.poolId, [lot])];
  }

  /** Fails a lot that awaits an award and has no bid left to make it of. @returns whether it did. */
  async endWithoutBids(tx: Tx, lotId: string): Promise<boolean> {
    await this.store.lockLots(tx, [lotId]);
    const lot = await this.lots.lotById(tx, lotId);
    if (lot?.state !== 'opened' || (await this.problems.standingBids(tx, lotId)).length > 0) return false;
    await advanceLot(tx, lotId, 'failed', { reason: 'NO_BID_LEFT' });
    await tellFailed(tx, { lotId, organiserId: lot.organiserId }, 'NO_BID_LEFT');
    return true;
  }

  /** Keeps a computed group if all its lots still await their award: all of them, or none. */
  async keep(tx: Tx, group: GroupResult): Promise<void> {
    const locked = await this.store.lockLots(tx, group.lotIds);
    if (locked.length < group.lotIds.length || locked.some((lot) => lot.state !== 'opened' || lot.isAwarded))
      return;
    if ((await this.store.attemptsAt(tx, group.lotIds)) !== group.attempts) return;
    if ('failedReason' in group) {
      for (const lotId of group.lotIds) await advanceLot(tx, lotId, 'failed', { reason: group.failedReason });
      return;
    }
    const groupId = newId();
    await this.store.insertGroup(tx, groupId, group);
    const rules = await stepsOf(tx, group.poolId);
    for (const award of group.lots) await this.keepLot(tx, groupId, award, rules);
  }

  private async keepLot(tx: Tx, groupId: string, computed: CoalitionAward, rules: PoolSteps): Promise<void> {
    const awardId = newId();
    const { award, lines, tolerancePacks } = computed;
    await this.store.insert(tx, awardId, groupId, computed);
    await this.shares.insert(tx, awardId, lines);
    await writeAudit(tx, {
      actorId: null,
      action: 'award-computed',
      subjectType: 'award',
      subjectId: awardId,
      data: {
        lotId: award.lotId,
        groupId,
        suppliers: award.lines.length,
        unservedPacks: award.unservedPacks,
        tolerancePacks,
        leftOut: lines.filter(({ reason }) => reason !== null).length,
        gapPpm: award.gapPpm,
      },
    });
    const now = await courses.now(tx);
    await courses.begin(tx, { awardId, lotId: award.lotId, rules, now }, 'proposal');
    await leaveOutSuspended(tx, award.lotId);
  }

  private async computeOnce(poolId: string, lots: readonly LotRow[]): Promise<GroupResult> {
    const ids = lots.map(({ id }) => id);
    const attempts = await this.store.attemptsAt(this.db, ids);
    const key = `${attempts} ${ids.join(' ')}`;
    const found = this.underWay.get(key);
    if (found) return found;
    const computing = this.computeGroup(poolId, lots, attempts).finally(() => this.underWay.delete(key));
    this.underWay.set(key, computing);
    return computing;
  }

  private async computeGroup(
    poolId: string,
    lots: readonly LotRow[],
    attempts: number,
  ): Promise<GroupResult> {
    const lotIds = lots.map(({ id }) => id).sort();
    const input = await this.coalitions.inputOf(this.db, poolId, lots);
    const computed = await this.seekWithinBounds(input);
    if (computed === null) return { poolId, lotIds, failedReason: 'AMOUNTS_OUT_OF_BOUNDS', attempts };
    const { coalition } = computed;
    const { problem } = coalition;
    const award = coalition.award ?? (await computeProblem(problem, this.solver));
    const awards = stateLotAwards(problem, award, await this.explain(problem, award));
    return { poolId, lotIds, problem, award, coalition, lots: stateCoalition(computed, awards), attempts };
  }

  /** Null for amounts that no whole number can reckon; a solver that crashed may do better next time. */
  private async seekWithinBounds(input: CoalitionInput): Promise<ComputedCoalition | null> {
    try {
      return await this.seek(input);
    } catch (error) {
      if (error instanceof RangeError) return null;
      throw error;
    }
  }

  /** Who buys together, and the problem of all with its award, which is the first that is asked for. */
  private async seek(input: CoalitionInput): Promise<ComputedCoalition> {
    const seeking = seekCoalition(input);
    let first: ComputedCoalition['first'] | null = null;
    let step = seeking.next();
    while (!step.done) {
      const award = await computeProblem(step.value, this.solver);
      first ??= { problem: step.value, award };
      step = seeking.next(award);
    }
    if (first === null) throw new Error('a group of lots without lines');
    return { coalition: step.value, all: input.lines, first };
  }

  private async explain(problem: AwardProblem, award: ProblemAward): Promise<Explained> {
    const seeking = seekExplanation(problem, award);
    let step = seeking.next();
    while (!step.done) step = seeking.next(await this.awardOrNone(step.value));
    return step.value;
  }

  private async awardOrNone(problem: AwardProblem): Promise<ProblemAward | null> {
    try {
      return await computeProblem(problem, this.solver);
    } catch (error) {
      if (error instanceof NoAwardFound) return null;
      throw error;
    }
  }
}
