import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller } from '../../../platform/auth/caller.js';
import { type Principal } from '../../../platform/auth/principal.js';
import { Db } from '../../../platform/db/db.js';
import { IfMatchOrNone } from '../../../platform/http/if-match.js';
import { Problems } from '../../../platform/http/problems.js';
import { UuidParam } from '../../../platform/http/uuid-param.js';
import { PhoneRequest, PhoneView } from './phone.dto.js';
import { PhoneReader } from './phone.reader.js';
import { SetPhone } from './set-phone.action.js';

@ApiTags('party')
@Controller('api/v1/parties/:partyId/phone')
export class PhoneController {
  constructor(
    private readonly db: Db,
    private readonly reader: PhoneReader,
    private readonly setting: SetPhone,
  ) {}

  /** On which number a party wants to be called, for its own people. */
  @Get()
  @ApiOkResponse({ type: PhoneView })
  @Problems(401, 403, 404)
  showPhone(@UuidParam('partyId') partyId: string): Promise<PhoneView> {
    return this.reader.phoneOf(this.db, partyId);
  }

  /** Says it to the organisers of its region; null takes it back. */
  @Put()
  @ApiHeader({ name: 'If-Match', required: false, description: 'The version seen; not for the first time.' })
  @ApiOkResponse({ type: PhoneView })
  @Problems(401, 403, 404, 412, 422, 428)
  setPhone(
    @Caller() { personId }: Principal,
    @UuidParam('partyId') partyId: string,
    @IfMatchOrNone() seen: number | undefined,
    @Body() body: PhoneRequest,
  ): Promise<PhoneView> {
    return this.setting.run(personId, partyId, seen, body.phone);
  }
}
