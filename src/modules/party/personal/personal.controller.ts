import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller } from '../../../platform/auth/caller.js';
import { type Principal } from '../../../platform/auth/principal.js';
import { Db } from '../../../platform/db/db.js';
import { Problems } from '../../../platform/http/problems.js';
import { UuidParam } from '../../../platform/http/uuid-param.js';
import { ErasePerson } from './erase-person.action.js';
import { ErasedView, EraseMeRequest, PersonExportView } from './personal.dto.js';
import { PersonalReader } from './personal.reader.js';

@ApiTags('party')
@Controller('api/v1')
export class PersonalController {
  constructor(
    private readonly db: Db,
    private readonly reader: PersonalReader,
    private readonly erasing: ErasePerson,
  ) {}

  /** All that is kept of oneself. */
  @Get('me/export')
  @ApiOkResponse({ type: PersonExportView })
  @Problems(401)
  exportMe(@Caller() { personId }: Principal): Promise<PersonExportView> {
    return this.db.transaction((tx) => this.reader.exportOf(tx, personId));
  }

  /** Takes one's own name, login and password away, for good; what was done under one's id stays. */
  @Post('me/erase')
  @HttpCode(200)
  @ApiOkResponse({ type: ErasedView })
  @Problems(401, 403, 409, 422)
  eraseMe(@Caller() { personId }: Principal, @Body() { login }: EraseMeRequest): Promise<ErasedView> {
    return this.erasing.ofSelf(personId, login);
  }

  /** The same for a person who asked for it. */
  @Post('people/:personId/erase')
  @HttpCode(200)
  @ApiOkResponse({ type: ErasedView })
  @Problems(401, 403, 404, 409)
  erasePerson(@Caller() caller: Principal, @UuidParam('personId') personId: string): Promise<ErasedView> {
    return this.erasing.ofAnother(caller.personId, personId);
  }
}
