import { Body, Controller, Delete, Get, Put } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { refuseBid } from '../../core/bid/refusals.js';
import { Caller, Visitor } from '../../platform/auth/caller.js';
import { type Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { IfMatch, IfMatchOrNone } from '../../platform/http/if-match.js';
import { Problems } from '../../platform/http/problems.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { BidsView, BidView, SubmitBidBody, TenderView } from './bid.dto.js';
import { BidReader } from './bid.reader.js';
import { FailedBidReader } from './failed-bid.reader.js';
import { ReceiptView } from './receipt.dto.js';
import { showReceipt } from './show-receipt.js';
import { SubmitBid } from './submit-bid.action.js';
import { WithdrawBid } from './withdraw-bid.action.js';

@ApiTags('bid')
@Controller('api/v1/lots/:lotId')
export class BidController {
  constructor(
    private readonly db: Db,
    private readonly reader: BidReader,
    private readonly failures: FailedBidReader,
    private readonly submitBid: SubmitBid,
    private readonly withdrawBid: WithdrawBid,
  ) {}

  /**
   * Submits a bid, or revises it; in a sell pool the bidder buys. It is judged and sealed at once: nobody is shown a
   * price before the opening, not even its bidder. `If-Match` carries the revision that you saw; the same terms with the same nonce again change
   * nothing, whatever was seen: the answer may have been lost.
   */
  @Put('bids/:supplierId')
  @ApiHeader({ name: 'If-Match', required: false, description: 'The revision seen; not for the first time.' })
  @ApiOkResponse({ type: ReceiptView })
  @Problems(401, 403, 404, 409, 412, 422, 428)
  async submit(
    @Caller() caller: Principal,
    @UuidParam('lotId') lotId: string,
    @UuidParam('supplierId') supplierId: string,
    @IfMatchOrNone() seenRevision: number | undefined,
    @Body() { nonce: sent, ...terms }: SubmitBidBody,
  ): Promise<ReceiptView> {
    const submission = { terms, nonce: sent, seenRevision };
    const { nonce, ...row } = await this.submitBid.run(caller.personId, lotId, supplierId, submission);
    return showReceipt(row, nonce);
  }

  /** Withdraws a bid until the deadline; `If-Match` carries the revision that you saw. */
  @Delete('bids/:supplierId')
  @ApiHeader({ name: 'If-Match', required: true, example: '"1"' })
  @ApiOkResponse({ type: BidView })
  @Problems(401, 403, 404, 409, 412, 428)
  withdraw(
    @Caller() caller: Principal,
    @UuidParam('lotId') lotId: string,
    @UuidParam('supplierId') supplierId: string,
    @IfMatch() seenRevision: number,
  ): Promise<BidView> {
    return this.withdrawBid.run(caller.personId, lotId, supplierId, seenRevision);
  }

  /** Before the opening your own bid, and nobody's else; then all bids, for the pool's members, its organiser and observers. */
  @Get('bids')
  @ApiOkResponse({ type: BidsView })
  @Problems(404)
  async list(
    @Visitor() visitor: Principal | undefined,
    @UuidParam('lotId') lotId: string,
  ): Promise<BidsView> {
    return {
      data: await this.reader.visibleBids(this.db, lotId, visitor),
      failed: await this.failures.visibleFailures(lotId, visitor),
    };
  }

  /** When bidding ends; how many bids there were once they are opened. */
  @Get('tender')
  @ApiOkResponse({ type: TenderView })
  @Problems(404)
  async tender(@UuidParam('lotId') lotId: string): Promise<TenderView> {
    const tender = await this.reader.tenderOf(this.db, lotId);
    if (tender === undefined) throw refuseBid('TENDER_NOT_FOUND');
    return tender;
  }
}
