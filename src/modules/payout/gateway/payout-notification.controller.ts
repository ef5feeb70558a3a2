import { Controller, Headers, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CountedAs } from '../../../platform/edge/rate-class.js';
import { Flag } from '../../../platform/http/fields.js';
import { Problems } from '../../../platform/http/problems.js';
import { RawBody } from '../../../platform/http/raw-body.js';
import { HearPayout } from './hear-payout.action.js';

export class HeardView {
  @Flag()
  received: boolean;
}

@ApiTags('payout')
@Controller('api/v1/gateway/payout-notifications')
export class PayoutNotificationController {
  constructor(private readonly hearing: HearPayout) {}

  /** For the gateway: every notification about a payout is kept and answered alike; what it says is asked, not believed. */
  @Post()
  @HttpCode(200)
  @CountedAs('notification')
  @ApiBody({ schema: { type: 'object', additionalProperties: true } })
  @ApiOkResponse({ type: HeardView })
  @Problems(400)
  async receive(@RawBody() body: Buffer, @Headers('iris-signature') signature?: string): Promise<HeardView> {
    await this.hearing.run(body, signature ?? '');
    return { received: true };
  }
}
