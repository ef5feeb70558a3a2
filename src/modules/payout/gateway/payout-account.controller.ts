import { Body, Controller, Get, HttpCode, Put } from '@nestjs/common';
import { ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller } from '../../../platform/auth/caller.js';
import { type Principal } from '../../../platform/auth/principal.js';
import { Db } from '../../../platform/db/db.js';
import { IfMatchOrNone } from '../../../platform/http/if-match.js';
import { Problems } from '../../../platform/http/problems.js';
import { UuidParam } from '../../../platform/http/uuid-param.js';
import { PayoutAccountRequest, PayoutAccountView } from './payout-account.dto.js';
import { PayoutAccountStore } from './payout-account.store.js';
import { SetPayoutAccount } from './set-payout-account.action.js';

@ApiTags('payout')
@Controller('api/v1/parties/:partyId/payout-account')
export class PayoutAccountController {
  constructor(
    private readonly db: Db,
    private readonly store: PayoutAccountStore,
    private readonly setting: SetPayoutAccount,
  ) {}

  /** Whether the party pays out through Midtrans; never its keys. */
  @Get()
  @ApiOkResponse({ type: PayoutAccountView })
  @Problems(401, 403, 404)
  readAccount(@UuidParam('partyId') partyId: string): Promise<PayoutAccountView> {
    return this.store.stateOf(this.db, partyId);
  }

  @Put()
  @ApiHeader({ name: 'If-Match', required: false, description: 'The version seen; not for the first time.' })
  @HttpCode(204)
  @ApiNoContentResponse()
  @Problems(401, 403, 404, 412, 422, 428)
  setAccount(
    @Caller() { personId }: Principal,
    @UuidParam('partyId') partyId: string,
    @IfMatchOrNone() seen: number | undefined,
    @Body() body: PayoutAccountRequest,
  ): Promise<void> {
    return this.setting.run(personId, partyId, seen, body);
  }
}
