import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { refuseSettlement } from '../../../core/settlement/refusals.js';
import { Caller } from '../../../platform/auth/caller.js';
import { type Principal } from '../../../platform/auth/principal.js';
import { Db } from '../../../platform/db/db.js';
import { pageLimit, pageOf } from '../../../platform/http/page.js';
import { Problems } from '../../../platform/http/problems.js';
import { UuidParam } from '../../../platform/http/uuid-param.js';
import { OrderReader } from '../order/order.reader.js';
import {
  AcceptDifferenceRequest,
  BillDetailView,
  BillPageView,
  BillWordRequest,
  BillsQuery,
  CreditBillRequest,
  OrderMatchView,
  PostBillRequest,
  WithdrawBillRequest,
} from './bill.dto.js';
import { AcceptDifference } from './accept-difference.action.js';
import { BillReader } from './bill.reader.js';
import { EndBill } from './end-bill.action.js';
import { SayAboutBill } from './say-about-bill.action.js';
import { PostBill } from './post-bill.action.js';

@ApiTags('settlement')
@Controller('api/v1')
export class BillController {
  constructor(
    private readonly db: Db,
    private readonly reader: BillReader,
    private readonly orders: OrderReader,
    private readonly postBill: PostBill,
    private readonly endBill: EndBill,
    private readonly accepting: AcceptDifference,
    private readonly saying: SayAboutBill,
  ) {}

  /** A seller posts its own bill: each line is laid beside order and receipts, and what differs is shown and held. */
  @Post('parties/:partyId/bills')
  @ApiCreatedResponse({ type: BillDetailView })
  @Problems(400, 401, 403, 404, 409, 422)
  async post(
    @Caller() caller: Principal,
    @UuidParam('partyId') sellerId: string,
    @Body() { number, billedOn, lines }: PostBillRequest,
  ): Promise<BillDetailView> {
    const asked = lines.map(({ orderLineId = null, description = '', packs, amountRp, taxRp }) => ({
      ...{ orderLineId, description },
      ...{ packs, amountRp, taxRp },
    }));
    const bill = { number: number.trim(), billedOn, lines: asked };
    return this.show(caller, await this.postBill.run(caller.personId, sellerId, bill));
  }

  /** Sellers' own bills, the newest first: the caller's, as seller or buyer; an organiser sees those of its pools, observers all. */
  @Get('bills')
  @ApiOkResponse({ type: BillPageView })
  @Problems(401)
  async list(@Caller() caller: Principal, @Query() query: BillsQuery): Promise<BillPageView> {
    const limit = pageLimit(query);
    const { poolId = null, state = null, cursor = null } = query;
    const rows = await this.reader.page(this.db, caller, { poolId, state, cursor, limit: limit + 1 });
    return pageOf(rows, limit, (row) => row.id);
  }

  /** A bill with what of each line agrees, and what differs. */
  @Get('bills/:billId')
  @ApiOkResponse({ type: BillDetailView })
  @Problems(401, 404)
  async show(@Caller() caller: Principal, @UuidParam('billId') billId: string): Promise<BillDetailView> {
    const bill = await this.reader.billById(this.db, caller, billId);
    if (bill === undefined) throw refuseSettlement('BILL_NOT_FOUND');
    return {
      ...bill,
      lines: await this.reader.linesOf(this.db.across('match-bill'), billId),
      acceptances: await this.reader.acceptancesOf(this.db, billId),
      words: await this.reader.wordsOf(this.db, billId),
    };
  }

  /** The seller takes back by a credit note what is held. */
  @Post('bills/:billId/credit')
  @HttpCode(200)
  @ApiOkResponse({ type: BillDetailView })
  @Problems(400, 401, 403, 404, 409)
  async credit(
    @Caller() caller: Principal,
    @UuidParam('billId') billId: string,
    @Body() { creditNumber }: CreditBillRequest,
  ): Promise<BillDetailView> {
    await this.endBill.run(caller.personId, billId, 'credited', creditNumber);
    return this.show(caller, billId);
  }

  /** The seller takes the whole bill back; its packs may be billed anew. */
  @Post('bills/:billId/withdraw')
  @HttpCode(200)
  @ApiOkResponse({ type: BillDetailView })
  @Problems(400, 401, 403, 404, 409)
  async withdraw(
    @Caller() caller: Principal,
    @UuidParam('billId') billId: string,
    @Body() { reason }: WithdrawBillRequest,
  ): Promise<BillDetailView> {
    await this.endBill.run(caller.personId, billId, 'withdrawn', reason);
    return this.show(caller, billId);
  }

  /** Its buyer proposes to pay what is held, in a pool that resells; a second person approves it as a decision. */
  @Post('bills/:billId/acceptance')
  @ApiCreatedResponse({ type: BillDetailView })
  @Problems(400, 401, 403, 404, 409)
  async accept(
    @Caller() caller: Principal,
    @UuidParam('billId') billId: string,
    @Body() { reason }: AcceptDifferenceRequest,
  ): Promise<BillDetailView> {
    await this.accepting.propose(caller.personId, billId, reason);
    return this.show(caller, billId);
  }

  /** Its buyer says why it will not pay what is held; its seller answers. */
  @Post('bills/:billId/words')
  @ApiCreatedResponse({ type: BillDetailView })
  @Problems(400, 401, 403, 404, 409)
  async say(
    @Caller() caller: Principal,
    @UuidParam('billId') billId: string,
    @Body() { text }: BillWordRequest,
  ): Promise<BillDetailView> {
    await this.saying.run(caller, billId, text);
    return this.show(caller, billId);
  }

  /** Order, receipts and bills side by side, line by line. */
  @Get('purchase-orders/:orderId/match')
  @ApiOkResponse({ type: OrderMatchView })
  @Problems(401, 404)
  async match(@Caller() caller: Principal, @UuidParam('orderId') orderId: string): Promise<OrderMatchView> {
    if ((await this.orders.orderById(this.db, caller, orderId)) === undefined)
      throw refuseSettlement('ORDER_NOT_FOUND');
    return { orderId, lines: await this.reader.matchOf(this.db.across('match-bill'), orderId) };
  }
}
