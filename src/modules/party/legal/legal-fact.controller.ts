import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller } from '../../../platform/auth/caller.js';
import { type Principal } from '../../../platform/auth/principal.js';
import { Db } from '../../../platform/db/db.js';
import { Identified } from '../../../platform/http/identified.js';
import { Problems } from '../../../platform/http/problems.js';
import { UuidParam } from '../../../platform/http/uuid-param.js';
import { LegalFactBody, LegalFactsView } from './legal-fact.dto.js';
import { LegalFactReader } from './legal-fact.reader.js';
import { RecordLegalFact } from './record-legal-fact.action.js';

@ApiTags('party')
@Controller('api/v1/parties/:partyId/legal-facts')
export class LegalFactController {
  constructor(
    private readonly db: Db,
    private readonly reader: LegalFactReader,
    private readonly recordLegalFact: RecordLegalFact,
  ) {}

  /** What the party is before the law, with what it rests on: public. */
  @Get()
  @ApiOkResponse({ type: LegalFactsView })
  async list(@UuidParam('partyId') partyId: string): Promise<LegalFactsView> {
    return { data: await this.reader.factsOf(this.db, partyId) };
  }

  /** Records one; what held before stays recorded. */
  @Post()
  @ApiCreatedResponse({ type: Identified })
  @Problems(401, 403, 404)
  async record(
    @Caller() caller: Principal,
    @UuidParam('partyId') partyId: string,
    @Body() body: LegalFactBody,
  ): Promise<Identified> {
    return { id: await this.recordLegalFact.run(caller.personId, partyId, body) };
  }
}
