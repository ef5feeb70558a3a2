import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { refuseSettlement } from '../../../core/settlement/refusals.js';
import { spellRupiah } from '../../../core/settlement/spell-rupiah.js';
import { Caller } from '../../../platform/auth/caller.js';
import { type Principal } from '../../../platform/auth/principal.js';
import { Db } from '../../../platform/db/db.js';
import { pageLimit, pageOf } from '../../../platform/http/page.js';
import { Problems } from '../../../platform/http/problems.js';
import { UuidParam } from '../../../platform/http/uuid-param.js';
import { OrdersQuery, PurchaseOrderDetailView, PurchaseOrderPageView } from './order.dto.js';
import { OrderReader } from './order.reader.js';

@ApiTags('settlement')
@Controller('api/v1/purchase-orders')
export class OrderController {
  constructor(
    private readonly db: Db,
    private readonly reader: OrderReader,
  ) {}

  /** Purchase orders, the newest first: the caller's own, as buyer or seller; an organiser sees those of its pools, observers all. */
  @Get()
  @ApiOkResponse({ type: PurchaseOrderPageView })
  @Problems(401)
  async list(@Caller() caller: Principal, @Query() query: OrdersQuery): Promise<PurchaseOrderPageView> {
    const limit = pageLimit(query);
    const { poolId = null, state = null, cursor = null } = query;
    const rows = await this.reader.page(this.db, caller, { poolId, state, cursor, limit: limit + 1 });
    return pageOf(rows, limit, (row) => row.id);
  }

  @Get(':orderId')
  @ApiOkResponse({ type: PurchaseOrderDetailView })
  @Problems(401, 404)
  async show(
    @Caller() caller: Principal,
    @UuidParam('orderId') orderId: string,
  ): Promise<PurchaseOrderDetailView> {
    const order = await this.reader.orderById(this.db, caller, orderId);
    if (order === undefined) throw refuseSettlement('ORDER_NOT_FOUND');
    const lines = await this.reader.linesOf(this.db, orderId);
    return { ...order, words: spellRupiah(order.amountRp), lines };
  }
}
