import { Body, Controller, Delete, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { Caller } from '../../../platform/auth/caller.js';
import { type Principal } from '../../../platform/auth/principal.js';
import { CallerAddress } from '../../../platform/http/caller-address.js';
import { Problems } from '../../../platform/http/problems.js';
import { UuidParam } from '../../../platform/http/uuid-param.js';
import { AskReset } from './ask-reset.action.js';
import { DisablePerson } from './disable-person.action.js';
import { EnablePerson } from './enable-person.action.js';
import { EndFactor } from './end-factor.action.js';
import { AskedView, AskResetRequest, RedeemCodeRequest } from './person.dto.js';
import { RedeemCode } from './redeem-code.action.js';

const ASKED = {
  messageId: 'Jika nama masuk ini terdaftar dan punya kontak, kodenya sedang dikirim.',
  messageEn: 'If somebody has this login and a contact, a code is on its way.',
};

/** What is done about people by others, and by those who cannot sign in. */
@ApiTags('party')
@Controller('api/v1')
export class PeopleController {
  constructor(
    private readonly ask: AskReset,
    private readonly redeem: RedeemCode,
    private readonly disable: DisablePerson,
    private readonly enable: EnablePerson,
    private readonly endFactor: EndFactor,
  ) {}

  /** Asks for a one-time code to choose a new password; the answer tells nothing about the login. */
  @Post('password-resets')
  @HttpCode(202)
  @ApiAcceptedResponse({ type: AskedView })
  @Problems(429)
  async askReset(@Body() body: AskResetRequest, @CallerAddress() address: string): Promise<AskedView> {
    await this.ask.run(body.login, address);
    return ASKED;
  }

  /** A one-time code buys a new password; the first one too. Ends every session of the person. */
  @Post('password-resets/redeem')
  @HttpCode(204)
  @ApiNoContentResponse()
  @Problems(401, 422, 429)
  redeemCode(@Body() body: RedeemCodeRequest, @CallerAddress() address: string): Promise<void> {
    return this.redeem.run(body, address);
  }

  @Post('people/:personId/disable')
  @HttpCode(204)
  @ApiNoContentResponse()
  @Problems(401, 403, 404, 409)
  disablePerson(@Caller() caller: Principal, @UuidParam('personId') personId: string): Promise<void> {
    return this.disable.run(caller, personId);
  }

  @Post('people/:personId/enable')
  @HttpCode(204)
  @ApiNoContentResponse()
  @Problems(401, 403, 404, 409)
  enablePerson(@Caller() caller: Principal, @UuidParam('personId') personId: string): Promise<void> {
    return this.enable.run(caller, personId);
  }

  /** For somebody who has lost both authenticator and recovery codes. */
  @Delete('people/:personId/second-factor')
  @HttpCode(204)
  @ApiNoContentResponse()
  @Problems(401, 403, 409)
  endSecondFactor(@Caller() caller: Principal, @UuidParam('personId') personId: string): Promise<void> {
    return this.endFactor.run(caller.personId, personId);
  }
}
