import { Body, Controller, Get, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Caller } from '../../../platform/auth/caller.js';
import { type Principal } from '../../../platform/auth/principal.js';
import { Db } from '../../../platform/db/db.js';
import { Identified } from '../../../platform/http/identified.js';
import { PageQuery, pageLimit, pageOf } from '../../../platform/http/page.js';
import { Problems } from '../../../platform/http/problems.js';
import { UuidParam } from '../../../platform/http/uuid-param.js';
import { GrantTerms } from './grant-terms.action.js';
import {
  AgeingQuery,
  AgeingFileQuery,
  AgeingView,
  CreditTermsPage,
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

  /** Terms that the party granted, or was granted, the last granted first. */
  @Get('credit-terms')
  @ApiOkResponse({ type: CreditTermsPage })
  @Problems(401, 403)
  async list(@UuidParam('partyId') partyId: string, @Query() query: PageQuery): Promise<CreditTermsPage> {
    const limit = pageLimit(query);
    const rows = await this.reader.termsOf(this.db, partyId, query.cursor ?? null, limit + 1);
    return pageOf(rows, limit, ({ id }) => id);
  }

  /** What is open by counterparty and age. */
  @Get('ageing')
  @ApiOkResponse({ type: AgeingView })
  @Problems(401, 403)
  async ageing(@UuidParam('partyId') partyId: string, @Query() query: AgeingQuery): Promise<AgeingView> {
    const { on, parties, total } = await this.reader.ageing(this.db, partyId, query.side);
    // Whoever has paid all between two pages is on neither: the list begins again.
    const from = parties.findIndex((each) => each.partyId === query.cursor) + 1;
    return { on, total, ...pageOf(parties.slice(from), pageLimit(query), (each) => each.partyId) };
  }

  /** The same as a spreadsheet. */
  @Get('ageing/file')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Problems(401, 403)
  async ageingFile(
    @UuidParam('partyId') partyId: string,
    @Query() { side }: AgeingFileQuery,
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
