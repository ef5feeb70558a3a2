import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ADMINISTRATOR, AllowAnyone, AllowMembers } from '../../platform/auth/allow.js';
import { Caller } from '../../platform/auth/caller.js';
import { type Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { Problems } from '../../platform/http/problems.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { ClassSupplier } from './class-supplier.action.js';
import { SupplierClassBody, SupplierClassView } from './supplier-class.dto.js';
import { SupplierClassReader } from './supplier-class.reader.js';

@ApiTags('party')
@Controller('api/v1/parties/:partyId/supplier-class')
export class SupplierClassController {
  constructor(
    private readonly db: Db,
    private readonly reader: SupplierClassReader,
    private readonly classSupplier: ClassSupplier,
  ) {}

  /** Whether a supplier is a koperasi or a small producer, and what that rests on: public. */
  @Get()
  @AllowAnyone()
  @ApiOkResponse({ type: SupplierClassView })
  @Problems(404)
  show(@UuidParam('partyId') partyId: string): Promise<SupplierClassView> {
    return this.reader.classOf(this.db, partyId);
  }

  /** Records it; the same again changes nothing. */
  @Put()
  @AllowMembers(ADMINISTRATOR)
  @ApiOkResponse({ type: SupplierClassView })
  @Problems(401, 403, 404, 409, 422)
  record(
    @Caller() caller: Principal,
    @UuidParam('partyId') partyId: string,
    @Body() body: SupplierClassBody,
  ): Promise<SupplierClassView> {
    return this.classSupplier.run(caller.personId, partyId, body);
  }
}
