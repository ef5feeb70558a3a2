import { Body, Controller, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { refuseCommitment } from '../../core/pool/commitment-refusals.js';
import { refusePool } from '../../core/pool/refusals.js';
import { Caller } from '../../platform/auth/caller.js';
import { oversees, partiesOf, type Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { IdempotencyKey } from '../../platform/idempotency/answer-once.js';
import type { RequestKey } from '../../platform/idempotency/request-key.js';
import { PageQuery, pageLimit, pageOf } from '../../platform/http/page.js';
import { Problems } from '../../platform/http/problems.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { AmendCommitment } from './amend-commitment.action.js';
import {
  AmendCommitmentBody,
  CommitmentHistoryView,
  CommitmentPageView,
  CommitmentsView,
  PlaceCommitmentsBody,
  VersionView,
} from './commitment.dto.js';
import { CommitmentReader, type CommitmentLineRow } from './commitment.reader.js';
import { PlaceCommitments } from './place-commitments.action.js';
import { PoolReader, type PoolRow } from './pool.reader.js';
import { limitOf, showLimit, showLine } from './show-limit.js';
import { WithdrawCommitment } from './withdraw-commitment.action.js';

@ApiTags('pool')
@Controller('api/v1/pools/:poolId/commitments')
export class CommitmentController {
  constructor(
    private readonly db: Db,
    private readonly reader: CommitmentReader,
    private readonly pools: PoolReader,
    private readonly placeCommitments: PlaceCommitments,
    private readonly amendCommitment: AmendCommitment,
    private readonly withdrawCommitment: WithdrawCommitment,
  ) {}

  /** Commits to packs of the pool's items. The same lines sent again are answered as they stand. */
  @Post()
  @ApiCreatedResponse({ type: CommitmentsView })
  @Problems(401, 403, 404, 409, 422)
  async place(
    @Caller() caller: Principal,
    @UuidParam('poolId') poolId: string,
    @Body() body: PlaceCommitmentsBody,
    @IdempotencyKey() key: RequestKey | undefined,
  ): Promise<CommitmentsView> {
    const lines = body.lines.map((line) => ({
      itemId: line.itemId,
      beneficiaryId: line.beneficiaryId ?? body.koperasiId,
      neededBy: line.neededBy,
      quantityPacks: line.quantityPacks,
      tolerancePacks: line.tolerancePacks ?? 0,
      minimumPacks: line.minimumPacks ?? 0,
      maxLandedRp: null,
      ...limitOf(line),
      acceptsMerge: line.acceptsMerge ?? false,
    }));
    const show = (placed: readonly CommitmentLineRow[]): CommitmentsView => ({ data: placed.map(showLine) });
    const once = key && { key, show };
    return show(await this.placeCommitments.run(caller.personId, poolId, body.koperasiId, lines, once));
  }

  /** A koperasi sees its own lines; the pool's organiser and the observers see all. */
  @Get()
  @ApiOkResponse({ type: CommitmentPageView })
  @Problems(401, 403, 404)
  async list(
    @Caller() caller: Principal,
    @UuidParam('poolId') poolId: string,
    @Query() query: PageQuery,
  ): Promise<CommitmentPageView> {
    const pool = await this.pool(poolId);
    const seesAll = oversees(caller) || partiesOf(caller, 'organiser').includes(pool.organiserId);
    const limit = pageLimit(query);
    const rows = await this.reader.page(
      this.db,
      poolId,
      seesAll ? null : partiesOf(caller, 'koperasi'),
      query.cursor ?? null,
      limit + 1,
    );
    return pageOf(rows.map(showLine), limit, (row) => row.id);
  }

  /** Changes a line; `If-Match` carries the version you saw. */
  @Patch(':lineId')
  @ApiHeader({ name: 'If-Match', required: true, example: '"1"' })
  @ApiOkResponse({ type: VersionView })
  @Problems(401, 403, 404, 409, 412, 422, 428)
  async amend(
    @Caller() caller: Principal,
    @UuidParam('poolId') poolId: string,
    @UuidParam('lineId') lineId: string,
    @IfMatch() version: number,
    @Body() body: AmendCommitmentBody,
  ): Promise<VersionView> {
    const { maxLandedRp: _, minProceedsRp: __, ...terms } = body;
    const amendment = { ...terms, ...limitOf(body) };
    return { version: await this.amendCommitment.run(caller.personId, poolId, lineId, version, amendment) };
  }

  /** Takes a line out of the open pool. */
  @Delete(':lineId')
  @ApiHeader({ name: 'If-Match', required: true, example: '"1"' })
  @ApiOkResponse({ type: VersionView })
  @Problems(401, 403, 404, 409, 412, 428)
  async withdraw(
    @Caller() caller: Principal,
    @UuidParam('poolId') poolId: string,
    @UuidParam('lineId') lineId: string,
    @IfMatch() version: number,
  ): Promise<VersionView> {
    return { version: await this.withdrawCommitment.run(caller.personId, poolId, lineId, version) };
  }

  /** Every version a line has had, and who made it. */
  @Get(':lineId/history')
  @ApiOkResponse({ type: CommitmentHistoryView })
  @Problems(401, 403, 404)
  async history(
    @UuidParam('poolId') poolId: string,
    @UuidParam('lineId') lineId: string,
  ): Promise<CommitmentHistoryView> {
    const line = await this.reader.lineById(this.db, poolId, lineId);
    if (line === undefined) throw refuseCommitment('COMMITMENT_NOT_FOUND');
    const { side } = await this.pool(poolId);
    return { data: (await this.reader.historyOf(this.db, lineId)).map((row) => showLimit(side, row)) };
  }

  private async pool(poolId: string): Promise<PoolRow> {
    const pool = await this.pools.poolById(this.db, poolId);
    if (pool === undefined) throw refusePool('POOL_NOT_FOUND');
    return pool;
  }
}
