import { Body, Controller, Delete, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { refuseBid } from '../../core/bid/refusals.js';
import { AllowAnyone, AllowMembers } from '../../platform/auth/allow.js';
import { Caller, Visitor } from '../../platform/auth/caller.js';
import { type Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { Problems } from '../../platform/http/problems.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { BidsView, BidView, SubmitBidBody, TenderView } from './bid.dto.js';
import { BidReader } from './bid.reader.js';
import { ownBidder } from './own-bidder.js';
import { SubmitBid } from './submit-bid.action.js';
import { WithdrawBid } from './withdraw-bid.action.js';

@ApiTags('bid')
@Controller('api/v1/lots/:lotId')
export class BidController {
  constructor(
    private readonly db: Db,
    private readonly reader: BidReader,
    private readonly submitBid: SubmitBid,
    private readonly withdrawBid: WithdrawBid,
  ) {}

  /** Submits a sealed bid, or revises it; the same terms again change nothing. In a sell pool the bidder buys. */
  @Put('bids/:supplierId')
  @AllowMembers(...ownBidder)
  @ApiOkResponse({ type: BidView })
  @Problems(401, 403, 404, 409, 422)
  submit(
    @Caller() caller: Principal,
    @UuidParam('lotId') lotId: string,
    @UuidParam('supplierId') supplierId: string,
    @Body() body: SubmitBidBody,
  ): Promise<BidView> {
    return this.submitBid.run(caller.personId, lotId, supplierId, body);
  }

  /** Withdraws a bid until the deadline. */
  @Delete('bids/:supplierId')
  @AllowMembers(...ownBidder)
  @ApiOkResponse({ type: BidView })
  @Problems(401, 403, 404, 409)
  withdraw(
    @Caller() caller: Principal,
    @UuidParam('lotId') lotId: string,
    @UuidParam('supplierId') supplierId: string,
  ): Promise<BidView> {
    return this.withdrawBid.run(caller.personId, lotId, supplierId);
  }

  /** Before the opening your own bid, and nobody's else; then all bids, for the pool's members, its organiser and observers. */
  @Get('bids')
  @AllowAnyone()
  @ApiOkResponse({ type: BidsView })
  @Problems(404)
  async list(
    @Visitor() visitor: Principal | undefined,
    @UuidParam('lotId') lotId: string,
  ): Promise<BidsView> {
    return { data: await this.reader.visibleBids(this.db, lotId, visitor) };
  }

  /** When bidding ends; how many bids there were once they are opened. */
  @Get('tender')
  @AllowAnyone()
  @ApiOkResponse({ type: TenderView })
  @Problems(404)
  async tender(@UuidParam('lotId') lotId: string): Promise<TenderView> {
    const tender = await this.reader.tenderOf(this.db, lotId);
    if (tender === undefined) throw refuseBid('TENDER_NOT_FOUND');
    return tender;
  }
}
