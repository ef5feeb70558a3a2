import { Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { refuseMonitoring } from '../../core/monitoring/refusals.js';
import { summarisePool } from '../../core/monitoring/summarise-pool.js';
import { refusePool } from '../../core/pool/refusals.js';
import { Caller } from '../../platform/auth/caller.js';
import { type Principal } from '../../platform/auth/principal.js';
import { refuseAccess } from '../../platform/auth/refusals.js';
import { AUDITOR, type Auditor } from '../../platform/db/auditor.js';
import { Db } from '../../platform/db/db.js';
import { Problems } from '../../platform/http/problems.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { PoolReader } from '../pool/index.js';
import { ActivityReader } from './activity.reader.js';
import { InvariantsView, ParkedListView, TraceView } from './monitoring.dto.js';
import { ParkedReader } from './parked.reader.js';
import { brokenPromises, promiseNames } from './promise.reader.js';
import { RedriveDelivery } from './redrive-delivery.action.js';
import { showTrace } from './show-trace.js';
import { PoolSummaryView } from './summary.dto.js';
import { SummaryReader } from './summary.reader.js';
import { TraceReader } from './trace.reader.js';

@ApiTags('monitoring')
@Controller('api/v1')
export class MonitoringController {
  constructor(
    private readonly db: Db,
    private readonly pools: PoolReader,
    private readonly summaries: SummaryReader,
    private readonly activity: ActivityReader,
    private readonly traces: TraceReader,
    private readonly parkedReader: ParkedReader,
    private readonly redriveDelivery: RedriveDelivery,
    @Inject(AUDITOR) private readonly auditor: Auditor,
  ) {}

  /** What the pool brought: suppliers and prices per lot, together against alone, and whether all adds up. */
  @Get('pools/:poolId/summary')
  @ApiOkResponse({ type: PoolSummaryView })
  @Problems(401, 403, 404)
  async summary(@Caller() caller: Principal, @UuidParam('poolId') poolId: string): Promise<PoolSummaryView> {
    const isInsider = await this.pools.isInsider(this.db, poolId, caller);
    if (isInsider === undefined) throw refusePool('POOL_NOT_FOUND');
    if (!isInsider) throw refuseAccess('NOT_ALLOWED');
    const { lots, koperasi, checks, ...saving } = summarisePool(
      await this.summaries.factsOf(this.db.across('pool-summary'), poolId),
    );
    return {
      poolId,
      ...saving,
      lots: lots.map((lot) => ({ ...lot, suppliers: [...lot.suppliers] })),
      koperasi: [...koperasi],
      checks: [...checks],
      addsUp: checks.every((check) => check.holds),
      activity: await this.activity.activityOf(this.db, poolId),
    };
  }

  /** Every promise looked at now, as the auditor sees it; a broken one names what breaks it. */
  @Get('invariants')
  @ApiOkResponse({ type: InvariantsView })
  @Problems(401, 403, 503)
  async invariants(): Promise<InvariantsView> {
    if (this.auditor === undefined) throw refuseMonitoring('AUDITOR_NOT_CONFIGURED');
    const broken = await brokenPromises(this.auditor);
    return { promises: await promiseNames(this.auditor), holds: broken.length === 0, broken };
  }

  /** A kitchen's requirement line, from the menu to the invoice. */
  @Get('requirements/:requirementLineId/trace')
  @ApiOkResponse({ type: TraceView })
  @Problems(401, 404)
  async trace(
    @Caller() caller: Principal,
    @UuidParam('requirementLineId') requirementLineId: string,
  ): Promise<TraceView> {
    const line = await this.traces.lineById(this.db, caller, requirementLineId);
    if (line === undefined) throw refuseMonitoring('REQUIREMENT_LINE_NOT_FOUND');
    // The line is the caller's to see; what became of it is in documents of its koperasi and suppliers.
    const across = this.db.across('trace');
    return showTrace(line, line.lineId === null ? [] : await this.traces.partsOf(across, line.lineId));
  }

  /** Deliveries of events that failed eight times and wait for a hand. */
  @Get('parked')
  @ApiOkResponse({ type: ParkedListView })
  @Problems(401, 403)
  async parked(): Promise<ParkedListView> {
    return { data: await this.parkedReader.parked(this.db) };
  }

  /** Tries a parked delivery again. */
  @Post('parked/:eventId/:consumer/redrive')
  @HttpCode(204)
  @ApiNoContentResponse()
  @Problems(401, 403, 409)
  redrive(
    @Caller() caller: Principal,
    @Param('eventId') eventId: string,
    @Param('consumer') consumer: string,
  ): Promise<void> {
    return this.redriveDelivery.run(caller.personId, eventId, consumer);
  }
}
