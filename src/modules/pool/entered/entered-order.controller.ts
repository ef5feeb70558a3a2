import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller } from '../../../platform/auth/caller.js';
import { type Principal } from '../../../platform/auth/principal.js';
import { Db } from '../../../platform/db/db.js';
import { pageLimit, pageOf } from '../../../platform/http/page.js';
import { Problems } from '../../../platform/http/problems.js';
import { UuidParam } from '../../../platform/http/uuid-param.js';
import { limitOf } from '../show-limit.js';
import { AnswerOrder } from './answer-order.action.js';
import { EnterOrder } from './enter-order.action.js';
import {
  EnteredOrderPage,
  EnteredOrdersQuery,
  EnteredOrderView,
  EnterOrderBody,
  OrderCodeBody,
} from './entered-order.dto.js';
import { EnteredOrderReader } from './entered-order.reader.js';

@ApiTags('pool')
@Controller('api/v1')
export class EnteredOrderController {
  constructor(
    private readonly db: Db,
    private readonly reader: EnteredOrderReader,
    private readonly enterOrder: EnterOrder,
    private readonly answerOrder: AnswerOrder,
  ) {}

  /** Writes down a koperasi's order for it. A code goes to one of its officers; nothing counts before it is confirmed. */
  @Post('pools/:poolId/entered-orders')
  @ApiCreatedResponse({ type: EnteredOrderView })
  @Problems(401, 403, 404, 409, 422)
  async enter(
    @Caller() { personId }: Principal,
    @UuidParam('poolId') poolId: string,
    @Body() { koperasiId, lines }: EnterOrderBody,
  ): Promise<EnteredOrderView> {
    const requested = lines.map((line) => ({
      itemId: line.itemId,
      beneficiaryId: koperasiId,
      neededBy: line.neededBy,
      quantityPacks: line.quantityPacks,
      tolerancePacks: line.tolerancePacks ?? 0,
      minimumPacks: line.minimumPacks ?? 0,
      maxLandedRp: null,
      ...limitOf(line),
      acceptsMerge: line.acceptsMerge ?? false,
    }));
    return this.reader.byId(this.db, await this.enterOrder.run(personId, poolId, koperasiId, requested));
  }

  /** Orders that organisers wrote down for koperasi: of your own koperasi, or of your own pools; the newest first. */
  @Get('entered-orders')
  @ApiOkResponse({ type: EnteredOrderPage })
  @Problems(401, 403)
  async list(@Query() query: EnteredOrdersQuery): Promise<EnteredOrderPage> {
    const limit = pageLimit(query);
    const only = { poolId: query.poolId ?? null, isWaiting: query.isWaiting ?? false };
    const rows = await this.reader.page(this.db, only, query.cursor ?? null, limit + 1);
    return pageOf(rows, limit, (row) => row.id);
  }

  /** Confirms with the code that the koperasi's officer read out. Five wrong ones, and the code holds no longer. */
  @Post('entered-orders/:orderId/code')
  @HttpCode(200)
  @ApiOkResponse({ type: EnteredOrderView })
  @Problems(401, 403, 404, 409, 422)
  async code(
    @Caller() { personId }: Principal,
    @UuidParam('orderId') orderId: string,
    @Body() { code }: OrderCodeBody,
  ): Promise<EnteredOrderView> {
    await this.answerOrder.confirmByCode(personId, orderId, code);
    return this.reader.byId(this.db, orderId);
  }

  /** Accepts an order that was entered for your koperasi: from now on it is yours, like any other. */
  @Post('entered-orders/:orderId/accept')
  @HttpCode(200)
  @ApiOkResponse({ type: EnteredOrderView })
  @Problems(401, 403, 404, 409, 422)
  async accept(
    @Caller() { personId }: Principal,
    @UuidParam('orderId') orderId: string,
  ): Promise<EnteredOrderView> {
    await this.answerOrder.accept(personId, orderId);
    return this.reader.byId(this.db, orderId);
  }

  /** Refuses an order that was entered for your koperasi. */
  @Post('entered-orders/:orderId/refuse')
  @HttpCode(200)
  @ApiOkResponse({ type: EnteredOrderView })
  @Problems(401, 403, 404, 409)
  async refuse(
    @Caller() { personId }: Principal,
    @UuidParam('orderId') orderId: string,
  ): Promise<EnteredOrderView> {
    await this.answerOrder.refuse(personId, orderId);
    return this.reader.byId(this.db, orderId);
  }
}
