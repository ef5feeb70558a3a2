import { Body, Controller, Get, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Caller } from '../../../platform/auth/caller.js';
import { type Principal } from '../../../platform/auth/principal.js';
import { Db } from '../../../platform/db/db.js';
import { Identified } from '../../../platform/http/identified.js';
import { Problems } from '../../../platform/http/problems.js';
import { UuidParam } from '../../../platform/http/uuid-param.js';
import { GrantTerms } from './grant-terms.action.js';
import {
  AgeingQuery,
  AgeingView,
  CreditTermsListView,
  GrantTermsBody,
  OnTimeScoreView,
} from './terms.dto.js';
import { TermsReader } from './terms.reader.js';
import { writeAgeing } from './write-ageing.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('payment')
@Controller('api/v1/parties/:partyId')
export class TermsController {
  private readonly reader = new TermsReader();

  constructor(
    private readonly db: Db,
    private readonly grantTerms: GrantTerms,
  ) {}

  /** Grants a buyer time to pay (tempo), up to an amount. */
  @Post('credit-terms')
  @ApiCreatedResponse({ type: Identified })
  @Problems(401, 403, 422)
  async grant(
    @Caller() caller: Principal,
    @UuidParam('partyId') grantorId: string,
    @Body() { effectiveFrom, ...body }: GrantTermsBody,
  ): Promise<Identified> {
    const from = effectiveFrom === undefined ? {} : { effectiveFrom: new Date(effectiveFrom) };
    return { id: await this.grantTerms.run(caller.personId, grantorId, { ...body, ...from }) };
  }

  /** Terms that the party granted, or was granted, the newest first. */
  @Get('credit-terms')
  @ApiOkResponse({ type: CreditTermsListView })
  @Problems(401, 403)
  async list(@UuidParam('partyId') partyId: string): Promise<CreditTermsListView> {
    return { data: await this.reader.termsOf(this.db, partyId) };
  }

  /** What is open by counterparty and age. */
  @Get('ageing')
  @ApiOkResponse({ type: AgeingView })
  @Problems(401, 403)
  async ageing(@UuidParam('partyId') partyId: string, @Query() { side }: AgeingQuery): Promise<AgeingView> {
    const { on, parties, total } = await this.reader.ageing(this.db, partyId, side);
    return { on, parties: [...parties], total };
  }

  /** The same as a spreadsheet. */
  @Get('ageing/file')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Problems(401, 403)
  async ageingFile(
    @UuidParam('partyId') partyId: string,
    @Query() { side }: AgeingQuery,
  ): Promise<StreamableFile> {
    const ageing = await this.reader.ageing(this.db, partyId, side);
    return new StreamableFile(await writeAgeing(ageing, side), {
      type: XLSX,
      disposition: `attachment; filename="umur-${side}-${ageing.on}.xlsx"`,
    });
  }

  /** How punctually a party paid the last of what it was asked for, as far as the asker may see it. */
  @Get('payment-score')
  @ApiOkResponse({ type: OnTimeScoreView })
  @Problems(401, 403)
  score(@UuidParam('partyId') partyId: string): Promise<OnTimeScoreView> {
    return this.reader.scoreOf(this.db, partyId);
  }
}
