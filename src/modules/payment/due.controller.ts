import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { refusePayment } from '../../core/payment/refusals.js';
import { Caller } from '../../platform/auth/caller.js';
import { type Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { pageLimit, pageOf } from '../../platform/http/page.js';
import { Problems } from '../../platform/http/problems.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { ChannelsQuery, ChannelsView, DueDetailView, DuePage, DuesQuery } from './due.dto.js';
import { DueReader, type DueRow } from './due.reader.js';
import { PaymentReader } from './payment.reader.js';
import { wordChannels } from './word-channels.js';

@ApiTags('payment')
@Controller('api/v1/dues')
export class DueController {
  constructor(
    private readonly db: Db,
    private readonly dues: DueReader,
    private readonly payments: PaymentReader,
  ) {}

  /** What you pay and are paid; an organiser sees those of its pools, observers all. */
  @Get()
  @ApiOkResponse({ type: DuePage })
  @Problems(401)
  async listDues(@Caller() caller: Principal, @Query() query: DuesQuery): Promise<DuePage> {
    const { kind = null, state = null, side = null, overdue: isOverdue = null, cursor = null } = query;
    const limit = pageLimit(query);
    const rows = await this.dues.page(this.db, caller, { kind, state, side, isOverdue }, cursor, limit + 1);
    return pageOf(rows, limit, ({ id }) => id);
  }

  @Get(':dueId')
  @ApiOkResponse({ type: DueDetailView })
  @Problems(401, 404)
  async showDue(@Caller() caller: Principal, @UuidParam('dueId') dueId: string): Promise<DueDetailView> {
    const due = await this.seen(caller, dueId);
    return { ...due, covers: await this.dues.coversOf(this.db, dueId) };
  }

  /** How it can be paid through the gateway, and what each way costs. */
  @Get(':dueId/channels')
  @ApiOkResponse({ type: ChannelsView })
  @Problems(401, 404)
  async listChannels(
    @Caller() caller: Principal,
    @UuidParam('dueId') dueId: string,
    @Query() { amountRp }: ChannelsQuery,
  ): Promise<ChannelsView> {
    const { openRp, payeeId } = await this.seen(caller, dueId);
    const offered = await this.payments.channelsOf(this.db.across('payment-channels'), payeeId);
    return { dueId, openRp, channels: wordChannels(offered, amountRp ?? openRp) };
  }

  private async seen(caller: Principal, dueId: string): Promise<DueRow> {
    const due = await this.dues.dueById(this.db, caller, dueId);
    if (due === undefined) throw refusePayment('DUE_NOT_FOUND');
    return due;
  }
}
