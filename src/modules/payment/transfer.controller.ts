import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller } from '../../platform/auth/caller.js';
import { type Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { Problems } from '../../platform/http/problems.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { RefuseTransferRequest, TransferListView, TransferRequest, TransferView } from './transfer.dto.js';
import { TransferDue } from './transfer-due.action.js';
import { TransferReader } from './transfer.reader.js';

@ApiTags('payment')
@Controller('api/v1/dues/:dueId/transfers')
export class TransferController {
  constructor(
    private readonly db: Db,
    private readonly transfers: TransferDue,
    private readonly reader: TransferReader,
  ) {}

  @Get()
  @ApiOkResponse({ type: TransferListView })
  @Problems(401, 403, 404)
  async listTransfers(@UuidParam('dueId') dueId: string): Promise<TransferListView> {
    return { data: await this.reader.ofDue(this.db, dueId) };
  }

  /** Says that it was transferred to the payee's account; nothing is covered before the payee confirms it. */
  @Post()
  @ApiCreatedResponse({ type: TransferView })
  @Problems(401, 403, 404, 409, 422)
  claimTransfer(
    @Caller() caller: Principal,
    @UuidParam('dueId') dueId: string,
    @Body() body: TransferRequest,
  ): Promise<TransferView> {
    return this.transfers.claim(caller, dueId, body);
  }

  /** What the payer showed stands in the list of transfers. */
  @Post(':transferId/confirm')
  @HttpCode(200)
  @ApiOkResponse({ type: TransferView })
  @Problems(401, 403, 404, 409, 422)
  confirmTransfer(
    @Caller() caller: Principal,
    @UuidParam('dueId') dueId: string,
    @UuidParam('transferId') transferId: string,
  ): Promise<TransferView> {
    return this.transfers.confirm(caller, dueId, transferId);
  }

  @Post(':transferId/refuse')
  @HttpCode(200)
  @ApiOkResponse({ type: TransferView })
  @Problems(401, 403, 404, 409)
  refuseTransfer(
    @Caller() caller: Principal,
    @UuidParam('dueId') dueId: string,
    @UuidParam('transferId') transferId: string,
    @Body() { reason }: RefuseTransferRequest,
  ): Promise<TransferView> {
    return this.transfers.refuse(caller, dueId, transferId, reason);
  }
}
