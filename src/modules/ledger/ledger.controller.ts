import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Db } from '../../platform/db/db.js';
import { pageLimit, pageOf, PageQuery } from '../../platform/http/page.js';
import { Problems } from '../../platform/http/problems.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { CheckReader } from './check.reader.js';
import { LedgerCheckPageView, OnQuery, PartyBalancesView, TrialBalanceView } from './ledger.dto.js';
import { LedgerReader, type BalanceRow } from './ledger.reader.js';

const sumOf = (accounts: readonly BalanceRow[]): number =>
  accounts.reduce((sum, account) => sum + account.balanceRp, 0);

@ApiTags('ledger')
@Controller('api/v1')
export class LedgerController {
  constructor(
    private readonly db: Db,
    private readonly reader: LedgerReader,
    private readonly checks: CheckReader,
  ) {}

  /** All books together, by kind of account, now or at the end of a civil day. */
  @Get('ledger/trial-balance')
  @ApiOkResponse({ type: TrialBalanceView })
  @Problems(400, 401, 403)
  async readTrialBalance(@Query() { on: day }: OnQuery): Promise<TrialBalanceView> {
    const on = day ?? null;
    const across = this.db.across('trial-balance');
    const accounts = await this.reader.trialBalance(across, on);
    const sumRp = sumOf(accounts);
    return { accounts, sumRp, balances: sumRp === 0, journals: await this.reader.journalCount(across, on) };
  }

  /** A party's own trial balance, now or at the end of a civil day. */
  @Get('parties/:partyId/balances')
  @ApiOkResponse({ type: PartyBalancesView })
  @Problems(400, 401, 403, 404)
  async readBalances(
    @UuidParam('partyId') partyId: string,
    @Query() { on: day }: OnQuery,
  ): Promise<PartyBalancesView> {
    const accounts = await this.reader.balancesOf(this.db, partyId, day ?? null);
    const sumRp = sumOf(accounts);
    return { partyId, accounts, sumRp, balances: sumRp === 0 };
  }

  /** What the nightly checks of the books found, the newest first. */
  @Get('ledger/checks')
  @ApiOkResponse({ type: LedgerCheckPageView })
  @Problems(400, 401, 403)
  async readChecks(@Query() query: PageQuery): Promise<LedgerCheckPageView> {
    const rows = await this.checks.page(this.db, query.cursor ?? null, pageLimit(query) + 1);
    return pageOf(rows, pageLimit(query), (row) => row.id);
  }
}
