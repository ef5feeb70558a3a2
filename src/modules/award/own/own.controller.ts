import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Db } from '../../../platform/db/db.js';
import { PageQuery, pageLimit, pageOf } from '../../../platform/http/page.js';
import { Problems } from '../../../platform/http/problems.js';
import { UuidParam } from '../../../platform/http/uuid-param.js';
import { OwnBidPageView, OwnContractPageView, OwnContractsQuery } from './own.dto.js';
import { OwnReader } from './own.reader.js';

@ApiTags('award')
@Controller('api/v1/parties/:partyId')
export class OwnController {
  constructor(
    private readonly db: Db,
    private readonly reader: OwnReader,
  ) {}

  /** What a bidder was awarded, over all pools, the newest first: to be signed, signed, declined, or fallen out. */
  @Get('contracts')
  @ApiOkResponse({ type: OwnContractPageView })
  @Problems(401, 403)
  async contracts(
    @UuidParam('partyId') partyId: string,
    @Query() query: OwnContractsQuery,
  ): Promise<OwnContractPageView> {
    const limit = pageLimit(query);
    const page = { isWaiting: query.waiting ?? false, cursor: query.cursor ?? null, limit: limit + 1 };
    return pageOf(await this.reader.contractsOf(this.db, partyId, page), limit, ({ awardId }) => awardId);
  }

  /** What a bidder bid for, over all pools, the newest first, and what became of it; prices stay sealed. */
  @Get('bids')
  @ApiOkResponse({ type: OwnBidPageView })
  @Problems(401, 403)
  async bids(@UuidParam('partyId') partyId: string, @Query() query: PageQuery): Promise<OwnBidPageView> {
    const limit = pageLimit(query);
    const page = { cursor: query.cursor ?? null, limit: limit + 1 };
    return pageOf(await this.reader.bidsOf(this.db, partyId, page), limit, ({ lotId }) => lotId);
  }
}
