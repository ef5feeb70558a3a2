import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller } from '../../platform/auth/caller.js';
import { type Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { IfMatchOrNone } from '../../platform/http/if-match.js';
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
  @ApiOkResponse({ type: SupplierClassView })
  @Problems(404)
  show(@UuidParam('partyId') partyId: string): Promise<SupplierClassView> {
    return this.reader.classOf(this.db, partyId);
  }

  /** Records it; the same again changes nothing. */
  @Put()
  @ApiHeader({ name: 'If-Match', required: false, description: 'The revision seen; not for the first time.' })
  @ApiOkResponse({ type: SupplierClassView })
  @Problems(401, 403, 404, 409, 412, 422, 428)
  record(
    @Caller() caller: Principal,
    @UuidParam('partyId') partyId: string,
    @IfMatchOrNone() seenRevision: number | undefined,
    @Body() body: SupplierClassBody,
  ): Promise<SupplierClassView> {
    return this.classSupplier.run(caller.personId, partyId, seenRevision, body);
  }
}
