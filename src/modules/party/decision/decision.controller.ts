import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller } from '../../../platform/auth/caller.js';
import { type Principal } from '../../../platform/auth/principal.js';
import { Db } from '../../../platform/db/db.js';
import { PageQuery } from '../../../platform/http/page.js';
import { Problems } from '../../../platform/http/problems.js';
import { UuidParam } from '../../../platform/http/uuid-param.js';
import { BankAccountListView, BankAccountRequest, StopAccountRequest } from './bank-account.dto.js';
import { BankAccountReader } from './bank-account.reader.js';
import { ChangeAccount } from './change-account.action.js';
import { ChangeCapabilities } from './change-capabilities.action.js';
import { DeclareRule } from './declare-rule.action.js';
import {
  CapabilityChangeRequest,
  DecisionPage,
  DecisionView,
  ProposeDecisionRequest,
  RefuseDecisionRequest,
} from './decision.dto.js';
import { DecisionReader } from './decision.reader.js';
import { HouseRuleListView, HouseRuleRequest } from './house-rule.dto.js';
import { HouseRuleReader } from './house-rule.reader.js';
import { TakeDecision } from './take-decision.action.js';

@ApiTags('party')
@Controller('api/v1/parties/:partyId')
export class DecisionController {
  constructor(
    private readonly db: Db,
    private readonly decisions: DecisionReader,
    private readonly taking: TakeDecision,
    private readonly accounts: BankAccountReader,
    private readonly changing: ChangeAccount,
    private readonly rules: HouseRuleReader,
    private readonly declaring: DeclareRule,
    private readonly capabilities: ChangeCapabilities,
  ) {}

  /** What a party's people proposed, newest first; each waits for a second person. */
  @Get('decisions')
  @ApiOkResponse({ type: DecisionPage })
  @Problems(401, 403, 404)
  listDecisions(
    @Caller() { personId }: Principal,
    @UuidParam('partyId') partyId: string,
    @Query() query: PageQuery,
  ): Promise<DecisionPage> {
    return this.decisions.page(this.db, personId, partyId, query);
  }

  @Post('decisions')
  @ApiCreatedResponse({ type: DecisionView })
  @Problems(401, 403, 404, 409)
  proposeDecision(
    @Caller() principal: Principal,
    @UuidParam('partyId') partyId: string,
    @Body() body: ProposeDecisionRequest,
  ): Promise<DecisionView> {
    return this.taking.propose(principal, partyId, body);
  }

  /** What a koperasi or kitchen has, proposed by an organiser of its region; in force when a second person agrees. */
  @Post('capability-changes')
  @ApiCreatedResponse({ type: DecisionView })
  @Problems(401, 403, 404, 409, 422)
  changeCapabilities(
    @Caller() { personId }: Principal,
    @UuidParam('partyId') partyId: string,
    @Body() body: CapabilityChangeRequest,
  ): Promise<DecisionView> {
    return this.capabilities.propose(personId, partyId, body);
  }

  /** As the second person: never who proposed it. */
  @Post('decisions/:decisionId/approve')
  @HttpCode(200)
  @ApiOkResponse({ type: DecisionView })
  @Problems(401, 403, 404, 409)
  approveDecision(
    @Caller() principal: Principal,
    @UuidParam('partyId') partyId: string,
    @UuidParam('decisionId') decisionId: string,
  ): Promise<DecisionView> {
    return this.taking.approve(principal, partyId, decisionId);
  }

  /** Turns it down; who proposed it takes it back so. */
  @Post('decisions/:decisionId/refuse')
  @HttpCode(200)
  @ApiOkResponse({ type: DecisionView })
  @Problems(401, 403, 404, 409)
  refuseDecision(
    @Caller() principal: Principal,
    @UuidParam('partyId') partyId: string,
    @UuidParam('decisionId') decisionId: string,
    @Body() { reason }: RefuseDecisionRequest,
  ): Promise<DecisionView> {
    return this.taking.refuse(principal, partyId, decisionId, reason);
  }

  /** Where the party is paid, and what became of every change. */
  @Get('bank-accounts')
  @ApiOkResponse({ type: BankAccountListView })
  @Problems(401, 403, 404)
  async listAccounts(@UuidParam('partyId') partyId: string): Promise<BankAccountListView> {
    return { data: await this.accounts.accountsOf(this.db, partyId) };
  }

  /** Proposes another account: a second person approves, then it cools off. */
  @Post('bank-accounts')
  @ApiCreatedResponse({ type: BankAccountListView })
  @Problems(401, 403, 404, 409)
  async changeAccount(
    @Caller() { personId }: Principal,
    @UuidParam('partyId') partyId: string,
    @Body() body: BankAccountRequest,
  ): Promise<BankAccountListView> {
    return { data: await this.changing.propose(personId, partyId, body) };
  }

  /** Stops an approved change while it cools off; one person is enough. */
  @Post('bank-accounts/:accountId/stop')
  @HttpCode(200)
  @ApiOkResponse({ type: BankAccountListView })
  @Problems(401, 403, 404, 409)
  async stopAccount(
    @Caller() { personId }: Principal,
    @UuidParam('partyId') partyId: string,
    @UuidParam('accountId') accountId: string,
    @Body() { reason }: StopAccountRequest,
  ): Promise<BankAccountListView> {
    return { data: await this.changing.stop(personId, partyId, accountId, reason) };
  }

  /** The rules that an organiser's members decided. */
  @Get('house-rules')
  @ApiOkResponse({ type: HouseRuleListView })
  @Problems(404)
  async listRules(@UuidParam('partyId') partyId: string): Promise<HouseRuleListView> {
    return { data: await this.rules.rulesOf(this.db.across('house-rules'), partyId) };
  }

  /** Proposes a house rule: a second person confirms it. */
  @Post('house-rules')
  @ApiCreatedResponse({ type: DecisionView })
  @Problems(401, 403, 404, 409, 422)
  declareRule(
    @Caller() { personId }: Principal,
    @UuidParam('partyId') partyId: string,
    @Body() body: HouseRuleRequest,
  ): Promise<DecisionView> {
    return this.declaring.run(personId, partyId, body);
  }
}
