import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AllowMembers, inPath } from '../../platform/auth/allow.js';
import { partyKinds } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { Problems } from '../../platform/http/problems.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { PartyBalancesView, TrialBalanceView } from './ledger.dto.js';
import { LedgerReader } from './ledger.reader.js';

const ownBooks = partyKinds.map((kind) => ({ kind, owner: inPath('partyId') }));

@ApiTags('ledger')
@Controller('api/v1')
export class LedgerController {
  constructor(
    private readonly db: Db,
    private readonly reader: LedgerReader,
  ) {}

  @Get('ledger/trial-balance')
  @AllowMembers({ kind: 'observer' }, { kind: 'organiser' }, { kind: 'administrator' })
  @ApiOkResponse({ type: TrialBalanceView })
  @Problems(401, 403)
  async readTrialBalance(): Promise<TrialBalanceView> {
    const accounts = await this.reader.trialBalance(this.db);
    const sumRp = accounts.reduce((sum, account) => sum + account.balanceRp, 0);
    return { accounts, sumRp, balances: sumRp === 0, journals: await this.reader.journalCount(this.db) };
  }

  @Get('parties/:partyId/balances')
  @AllowMembers({ kind: 'observer' }, ...ownBooks)
  @ApiOkResponse({ type: PartyBalancesView })
  @Problems(401, 403, 404)
  async readBalances(@UuidParam('partyId') partyId: string): Promise<PartyBalancesView> {
    return { partyId, accounts: await this.reader.balancesOf(this.db, partyId) };
  }
}
