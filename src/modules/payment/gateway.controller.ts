import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller } from '../../platform/auth/caller.js';
import { type Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { CountedAs } from '../../platform/edge/rate-class.js';
import { Flag } from '../../platform/http/fields.js';
import { IfMatchOrNone } from '../../platform/http/if-match.js';
import { Problems } from '../../platform/http/problems.js';
import { RawBody } from '../../platform/http/raw-body.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { GatewayAccountRequest, GatewayAccountView } from './gateway-account.dto.js';
import { KeepGatewayAccount } from './keep-gateway-account.action.js';
import { ReceiveNotification } from './receive-notification.action.js';

export class ReceivedView {
  @Flag()
  received: boolean;
}

@ApiTags('payment')
@Controller('api/v1')
export class GatewayController {
  constructor(
    private readonly db: Db,
    private readonly accounts: KeepGatewayAccount,
    private readonly receiving: ReceiveNotification,
  ) {}

  /** The party's account with the gateway, without its keys. */
  @Get('parties/:partyId/gateway-account')
  @ApiOkResponse({ type: GatewayAccountView })
  @Problems(401, 403, 404, 409)
  showAccount(@UuidParam('partyId') partyId: string): Promise<GatewayAccountView> {
    return this.accounts.show(this.db, partyId);
  }

  /** Begins or changes it; keys that are left out stay. */
  @Put('parties/:partyId/gateway-account')
  @ApiHeader({ name: 'If-Match', required: false, description: 'The version seen; not for the first time.' })
  @ApiOkResponse({ type: GatewayAccountView })
  @Problems(401, 403, 404, 412, 422, 428)
  keepAccount(
    @Caller() principal: Principal,
    @UuidParam('partyId') partyId: string,
    @Body() body: GatewayAccountRequest,
    @IfMatchOrNone() version: number | undefined,
  ): Promise<GatewayAccountView> {
    return this.accounts.run(principal, partyId, body, version);
  }

  /** For the gateway: every notification is kept and answered alike; what it says is asked, not believed. */
  @Post('gateway/notifications')
  @HttpCode(200)
  @CountedAs('notification')
  @ApiBody({ schema: { type: 'object', additionalProperties: true } })
  @ApiOkResponse({ type: ReceivedView })
  @Problems(400)
  async receive(@RawBody() body: Buffer): Promise<ReceivedView> {
    await this.receiving.run(body);
    return { received: true };
  }
}
