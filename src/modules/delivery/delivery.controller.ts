import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { refuseDelivery } from '../../core/delivery/refusals.js';
import { Caller } from '../../platform/auth/caller.js';
import { type Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { pageLimit, pageOf } from '../../platform/http/page.js';
import { Problems } from '../../platform/http/problems.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import {
  DispatchDropBody,
  DropDetailView,
  DropPageView,
  DropsQuery,
  ReceiveDropBody,
} from './delivery.dto.js';
import { DeliveryReader } from './delivery.reader.js';
import { DispatchDrop } from './dispatch-drop.action.js';
import { ReceiveDrop } from './receive-drop.action.js';

@ApiTags('delivery')
@Controller('api/v1/drops')
export class DeliveryController {
  constructor(
    private readonly db: Db,
    private readonly reader: DeliveryReader,
    private readonly dispatchDrop: DispatchDrop,
    private readonly receiveDrop: ReceiveDrop,
  ) {}

  /** The caller's own drops as sender or receiver; an organiser sees those of its pools, observers all. */
  @Get()
  @ApiOkResponse({ type: DropPageView })
  @Problems(401)
  async listDrops(@Caller() caller: Principal, @Query() query: DropsQuery): Promise<DropPageView> {
    const limit = pageLimit(query);
    const filter = { poolId: query.poolId ?? null, state: query.state ?? null };
    const rows = await this.reader.page(this.db, caller, filter, query.cursor ?? null, limit + 1);
    return pageOf(rows, limit, (row) => row.id);
  }

  @Get(':dropId')
  @ApiOkResponse({ type: DropDetailView })
  @Problems(401, 404)
  showDrop(@Caller() caller: Principal, @UuidParam('dropId') dropId: string): Promise<DropDetailView> {
    return this.detail(caller, dropId);
  }

  /** The truck leaves: the supplier's, in a sell pool the koperasi's. The same delivery note sent again is answered as it stands. */
  @Post(':dropId/dispatch')
  @HttpCode(200)
  @ApiOkResponse({ type: DropDetailView })
  @Problems(401, 403, 404, 409)
  async dispatch(
    @Caller() caller: Principal,
    @UuidParam('dropId') dropId: string,
    @Body() body: DispatchDropBody,
  ): Promise<DropDetailView> {
    await this.dispatchDrop.run(caller.personId, dropId, body.deliveryNote);
    return this.detail(caller, dropId);
  }

  /** The koperasi, in a sell pool the buyer, counts what came; every line, every pack. The same receipt sent again is answered as it stands. */
  @Post(':dropId/receipt')
  @HttpCode(200)
  @ApiOkResponse({ type: DropDetailView })
  @Problems(401, 403, 404, 409, 422)
  async receive(
    @Caller() caller: Principal,
    @UuidParam('dropId') dropId: string,
    @Body() body: ReceiveDropBody,
  ): Promise<DropDetailView> {
    await this.receiveDrop.run(caller.personId, dropId, body.lines);
    return this.detail(caller, dropId);
  }

  private async detail(caller: Principal, dropId: string): Promise<DropDetailView> {
    const drop = await this.reader.dropById(this.db, caller, dropId);
    if (drop === undefined) throw refuseDelivery('DROP_NOT_FOUND');
    return { ...drop, lines: await this.reader.linesOf(this.db, dropId) };
  }
}
