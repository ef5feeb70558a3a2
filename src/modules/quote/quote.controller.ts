import { Body, Controller, Get, Headers, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { IncomingMessage } from 'node:http';
import { refusePool } from '../../core/pool/refusals.js';
import { Db } from '../../platform/db/db.js';
import { StreamGate } from '../../platform/edge/stream-gate.js';
import { clientAddress } from '../../platform/http/client-address.js';
import { EventStream } from '../../platform/http/event-stream.js';
import { Problems } from '../../platform/http/problems.js';
import { refuseRequest } from '../../platform/http/refusals.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { showOfferTerms } from '../offer/index.js';
import { BoundOfferReader, PoolReader } from '../pool/index.js';
import { Meters } from './meters.js';
import { QuoteCommitment } from './quote-commitment.js';
import { ItemOffersView, MeterView, QuoteBody, QuoteView } from './quote.dto.js';

@ApiTags('quote')
@Controller('api/v1/pools/:poolId')
export class QuoteController {
  constructor(
    private readonly db: Db,
    private readonly pools: PoolReader,
    private readonly offers: BoundOfferReader,
    private readonly meters: Meters,
    private readonly gate: StreamGate,
    private readonly quoteCommitment: QuoteCommitment,
  ) {}

  /** What is committed, by how many, the price now guaranteed, the next tier and the time left: public. */
  @Get('meter')
  @ApiOkResponse({ type: MeterView })
  @Problems(404)
  async meter(@UuidParam('poolId') poolId: string): Promise<MeterView> {
    return (await this.meters.of(poolId)).view(Date.now());
  }

  /**
   * The same as server-sent events: `meter` whenever it changes, each with all of it, and `closed` at the end. Come
   * back with `Last-Event-ID` and you are told only if it has changed; a pool that is closed then answers 204.
   */
  @Get('meter/stream')
  @ApiProduces('text/event-stream')
  @ApiHeader({ name: 'Last-Event-ID', required: false })
  @ApiOkResponse({ type: MeterView, description: 'The data of each event.' })
  @Problems(404, 429, 503)
  async stream(
    @UuidParam('poolId') poolId: string,
    @Req() request: IncomingMessage,
    @Res() response: object,
    @Headers('last-event-id') lastEventId?: string,
  ): Promise<void> {
    if (!this.meters.isOpen) throw refuseRequest('STREAMS_FULL');
    const leave = this.gate.enter(clientAddress(request));
    try {
      const source = await this.meters.of(poolId);
      const stream = EventStream.open(response, source.isOver && source.id === lastEventId ? 204 : 200);
      stream.onClose(leave);
      source.listen(stream, lastEventId);
    } catch (error) {
      leave();
      throw error;
    }
  }

  /** What a commitment would cost before it is made: at worst, and as things stand. Nothing is kept. */
  @Post('quote')
  @HttpCode(200)
  @ApiOkResponse({ type: QuoteView })
  @Problems(401, 403, 404, 409, 422)
  async quote(@UuidParam('poolId') poolId: string, @Body() body: QuoteBody): Promise<QuoteView> {
    return { data: await this.quoteCommitment.run(poolId, body) };
  }

  /** The standing offers that bind the pool's items, fixed when it opened: public. */
  @Get('offers')
  @ApiOkResponse({ type: ItemOffersView })
  @Problems(404)
  async bound(@UuidParam('poolId') poolId: string): Promise<ItemOffersView> {
    const pool = await this.pools.poolById(this.db, poolId);
    if (pool === undefined || pool.state === 'draft') throw refusePool('POOL_NOT_FOUND');
    const offers = await this.offers.ofPool(this.db, poolId);
    return {
      data: offers.map(({ itemId, offerId, revision, supplierId, supplierName, publishedAt, ...terms }) => ({
        itemId,
        offerId,
        revision,
        supplierId,
        supplierName,
        publishedAt,
        terms: showOfferTerms(terms),
      })),
    };
  }
}
