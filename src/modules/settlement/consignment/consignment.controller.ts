import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller } from '../../../platform/auth/caller.js';
import { type Principal } from '../../../platform/auth/principal.js';
import { Db } from '../../../platform/db/db.js';
import { Identified } from '../../../platform/http/identified.js';
import { PageQuery } from '../../../platform/http/page.js';
import { Problems } from '../../../platform/http/problems.js';
import { UuidParam } from '../../../platform/http/uuid-param.js';
import { ConsignmentPage, JudgeReturnRequest, TellMovementRequest } from './consignment.dto.js';
import { ConsignmentReader } from './consignment.reader.js';
import { TellMovement } from './tell-movement.action.js';

@ApiTags('settlement')
@Controller('api/v1')
export class ConsignmentController {
  constructor(
    private readonly db: Db,
    private readonly reader: ConsignmentReader,
    private readonly telling: TellMovement,
  ) {}

  /** Goods on consignment with the party, or its own with others: what was handed over, sold, went back and is left. */
  @Get('parties/:partyId/consignments')
  @ApiOkResponse({ type: ConsignmentPage })
  @Problems(401, 403, 404)
  list(@UuidParam('partyId') partyId: string, @Query() query: PageQuery): Promise<ConsignmentPage> {
    return this.reader.page(this.db, partyId, query);
  }

  /** The buyer tells what it has sold since the last time: that much is asked for. */
  @Post('consignments/:dropId/sales')
  @ApiCreatedResponse({ type: Identified })
  @Problems(401, 403, 404, 409, 422)
  async tellSales(
    @Caller() caller: Principal,
    @UuidParam('dropId') dropId: string,
    @Body() { lines }: TellMovementRequest,
  ): Promise<Identified> {
    return { id: await this.telling.run(caller, dropId, 'sold', lines) };
  }

  /** The buyer gives goods back: they count once their supplier says that they came. */
  @Post('consignments/:dropId/returns')
  @ApiCreatedResponse({ type: Identified })
  @Problems(401, 403, 404, 409, 422)
  async tellReturn(
    @Caller() caller: Principal,
    @UuidParam('dropId') dropId: string,
    @Body() { lines }: TellMovementRequest,
  ): Promise<Identified> {
    return { id: await this.telling.run(caller, dropId, 'returned', lines) };
  }

  /** The supplier says whether goods came back. */
  @Post('consignments/:dropId/returns/:returnId/answer')
  @HttpCode(204)
  @ApiNoContentResponse()
  @Problems(401, 403, 404, 409)
  answerReturn(
    @Caller() caller: Principal,
    @UuidParam('dropId') dropId: string,
    @UuidParam('returnId') returnId: string,
    @Body() { isBack }: JudgeReturnRequest,
  ): Promise<void> {
    return this.telling.judge(caller, dropId, returnId, isBack);
  }
}
