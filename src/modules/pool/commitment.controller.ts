import { Body, Controller, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { refusePool } from '../../core/pool/refusals.js';
import { AllowMembers, inBody, ofRow } from '../../platform/auth/allow.js';
import { Caller } from '../../platform/auth/caller.js';
import { oversees, partiesOf, type Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { IfMatch } from '../../platform/http/if-match.js';
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
import { CommitmentReader } from './commitment.reader.js';
import { PlaceCommitments } from './place-commitments.action.js';
import { PoolReader, type PoolRow } from './pool.reader.js';
import { limitOf, showLimit, showLine } from './show-limit.js';
import { WithdrawCommitment } from './withdraw-commitment.action.js';

const ownLine = ofRow('commitment_line', 'koperasi_id', 'lineId');
const ownPool = ofRow('pool', 'organiser_id', 'poolId');

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
  @AllowMembers({ kind: 'koperasi', roles: ['officer', 'chair'], owner: inBody('koperasiId') })
  @ApiCreatedResponse({ type: CommitmentsView })
  @Problems(401, 403, 404, 409, 422)
  async place(
    @Caller() caller: Principal,
    @UuidParam('poolId') poolId: string,
    @Body() body: PlaceCommitmentsBody,
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
    const placed = await this.placeCommitments.run(caller.personId, poolId, body.koperasiId, lines);
    return { data: placed.map(showLine) };
  }

  /** A koperasi sees its own lines; the pool's organiser and the observers see all. */
  @Get()
  @AllowMembers(
    { kind: 'koperasi' },
    { kind: 'organiser', owner: ownPool },
    { kind: 'observer' },
    { kind: 'administrator' },
  )
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
  @AllowMembers({ kind: 'koperasi', roles: ['officer', 'chair'], owner: ownLine })
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
  @AllowMembers({ kind: 'koperasi', roles: ['officer', 'chair'], owner: ownLine })
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
  @AllowMembers(
    { kind: 'koperasi', owner: ownLine },
    { kind: 'organiser', owner: ownPool },
    { kind: 'observer' },
    { kind: 'administrator' },
  )
  @ApiOkResponse({ type: CommitmentHistoryView })
  @Problems(401, 403, 404)
  async history(
    @UuidParam('poolId') poolId: string,
    @UuidParam('lineId') lineId: string,
  ): Promise<CommitmentHistoryView> {
    const line = await this.reader.lineById(this.db, poolId, lineId);
    if (line === undefined) throw refusePool('COMMITMENT_NOT_FOUND');
    const { side } = await this.pool(poolId);
    return { data: (await this.reader.historyOf(this.db, lineId)).map((row) => showLimit(side, row)) };
  }

  private async pool(poolId: string): Promise<PoolRow> {
    const pool = await this.pools.poolById(this.db, poolId);
    if (pool === undefined) throw refusePool('POOL_NOT_FOUND');
    return pool;
  }
}
