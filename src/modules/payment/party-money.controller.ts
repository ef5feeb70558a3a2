import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Db } from '../../platform/db/db.js';
import { PageQuery } from '../../platform/http/page.js';
import { Problems } from '../../platform/http/problems.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { PaymentPage, ReceivablePage, ReceivablesQuery } from './party-money.dto.js';
import { PartyMoneyReader } from './party-money.reader.js';

@ApiTags('payment')
@Controller('api/v1/parties/:partyId')
export class PartyMoneyController {
  constructor(
    private readonly db: Db,
    private readonly reader: PartyMoneyReader,
  ) {}

  /** What others owe the party, by the day it is due, with transfers that wait to be confirmed. */
  @Get('receivables')
  @ApiOkResponse({ type: ReceivablePage })
  @Problems(401, 403, 404)
  listReceivables(
    @UuidParam('partyId') partyId: string,
    @Query() query: ReceivablesQuery,
  ): Promise<ReceivablePage> {
    return this.reader.receivables(this.db, partyId, query);
  }

  /** What the party paid or was paid through the gateway, the newest first. */
  @Get('payments')
  @ApiOkResponse({ type: PaymentPage })
  @Problems(401, 403, 404)
  listPayments(@UuidParam('partyId') partyId: string, @Query() query: PageQuery): Promise<PaymentPage> {
    return this.reader.payments(this.db, partyId, query);
  }
}
