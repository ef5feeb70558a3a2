import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { mediaTypes } from '../../core/party/qualification/take-document.js';
import { refuseDocument } from '../../core/party/qualification/refusals.js';
import { Caller } from '../../platform/auth/caller.js';
import { type Principal } from '../../platform/auth/principal.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { Db } from '../../platform/db/db.js';
import { PageQuery } from '../../platform/http/page.js';
import { Problems } from '../../platform/http/problems.js';
import { TakesFile, Upload, type UploadedFile } from '../../platform/http/upload.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { ProofListView, ProofQuery } from '../payment/index.js';
import {
  PayablePage,
  PayablesQuery,
  PayoutFailedRequest,
  PayoutPage,
  PayoutRequest,
  PayoutView,
  TransferInstructionsView,
} from './payout.dto.js';
import { PayoutReader } from './payout.reader.js';
import { ProposePayout } from './propose-payout.action.js';
import { ProvePayout } from './prove-payout.action.js';
import { SendPayout } from './send-payout.action.js';

@ApiTags('payout')
@Controller('api/v1/parties/:partyId')
export class PayoutController {
  constructor(
    private readonly db: Db,
    private readonly reader: PayoutReader,
    private readonly proposing: ProposePayout,
    private readonly sending: SendPayout,
    private readonly proving: ProvePayout,
    @Inject(CONFIG) private readonly config: Pick<Config, 'DOCUMENT_MAX_KB'>,
  ) {}

  /** What the party owes, by the day it is due. */
  @Get('payables')
  @ApiOkResponse({ type: PayablePage })
  @Problems(401, 403, 404)
  listPayables(@UuidParam('partyId') partyId: string, @Query() query: PayablesQuery): Promise<PayablePage> {
    return this.reader.payables(this.db, partyId, query);
  }

  /** What it pays, and what is on its way to it. */
  @Get('payouts')
  @ApiOkResponse({ type: PayoutPage })
  @Problems(401, 403, 404)
  listPayouts(@UuidParam('partyId') partyId: string, @Query() query: PageQuery): Promise<PayoutPage> {
    return this.reader.page(this.db, partyId, query);
  }

  @Get('payouts/:payoutId')
  @ApiOkResponse({ type: PayoutView })
  @Problems(401, 403, 404)
  readPayout(
    @UuidParam('partyId') partyId: string,
    @UuidParam('payoutId') payoutId: string,
  ): Promise<PayoutView> {
    return this.reader.one(this.db, partyId, payoutId);
  }

  /** Proposes to pay dues of one payee; a second person approves it as a decision. */
  @Post('payouts')
  @ApiCreatedResponse({ type: PayoutView })
  @Problems(401, 403, 404, 409, 422)
  async proposePayout(
    @Caller() { personId }: Principal,
    @UuidParam('partyId') partyId: string,
    @Body() { dueIds, method = 'transfer', reason }: PayoutRequest,
  ): Promise<PayoutView> {
    const id = await this.proposing.run(personId, partyId, { dueIds, method, reason });
    return this.reader.one(this.db, partyId, id);
  }

  /** Where to transfer an approved payout to, and what to write into its text. */
  @Get('payouts/:payoutId/instructions')
  @ApiOkResponse({ type: TransferInstructionsView })
  @Problems(401, 403, 404, 409)
  readInstructions(
    @UuidParam('partyId') partyId: string,
    @UuidParam('payoutId') payoutId: string,
  ): Promise<TransferInstructionsView> {
    return this.reader.instructions(this.db.across('payout'), partyId, payoutId);
  }

  /** The payer has told its bank. */
  @Post('payouts/:payoutId/sent')
  @HttpCode(204)
  @ApiNoContentResponse()
  @Problems(401, 403, 404, 409)
  markSent(
    @Caller() { personId }: Principal,
    @UuidParam('partyId') partyId: string,
    @UuidParam('payoutId') payoutId: string,
  ): Promise<void> {
    return this.sending.sent(personId, partyId, payoutId);
  }

  /** The payee sees the money; a statement of the payer's bank says the same without being asked. */
  @Post('payouts/:payoutId/arrived')
  @HttpCode(204)
  @ApiNoContentResponse()
  @Problems(401, 403, 404, 409)
  markArrived(
    @Caller() { personId }: Principal,
    @UuidParam('partyId') partyId: string,
    @UuidParam('payoutId') payoutId: string,
  ): Promise<void> {
    return this.sending.arrived(personId, partyId, payoutId);
  }

  /** The payer's bank did not pay it. */
  @Post('payouts/:payoutId/failed')
  @HttpCode(204)
  @ApiNoContentResponse()
  @Problems(401, 403, 404, 409)
  markFailed(
    @Caller() { personId }: Principal,
    @UuidParam('partyId') partyId: string,
    @UuidParam('payoutId') payoutId: string,
    @Body() { reason }: PayoutFailedRequest,
  ): Promise<void> {
    return this.sending.failed(personId, partyId, payoutId, reason);
  }

  /** The payer's bank sent the money back: what the payout paid is open again. A line of its statement says the same. */
  @Post('payouts/:payoutId/returned')
  @HttpCode(204)
  @ApiNoContentResponse()
  @Problems(401, 403, 404, 409)
  markReturned(
    @Caller() { personId }: Principal,
    @UuidParam('partyId') partyId: string,
    @UuidParam('payoutId') payoutId: string,
    @Body() { reason }: PayoutFailedRequest,
  ): Promise<void> {
    return this.sending.returned(personId, partyId, payoutId, reason);
  }

  @Get('payouts/:payoutId/proofs')
  @ApiOkResponse({ type: ProofListView })
  @Problems(401, 403, 404)
  async listProofs(
    @UuidParam('partyId') partyId: string,
    @UuidParam('payoutId') payoutId: string,
  ): Promise<ProofListView> {
    await this.reader.one(this.db, partyId, payoutId);
    return { data: await this.proving.proofsOf(this.db, payoutId) };
  }

  /** The bank's proof is the body: PDF, JPEG or PNG. */
  @Post('payouts/:payoutId/proofs')
  @TakesFile(...mediaTypes)
  @ApiCreatedResponse({ type: ProofListView })
  @Problems(401, 403, 404, 409, 413, 415, 422)
  async uploadProof(
    @Caller() { personId }: Principal,
    @UuidParam('partyId') partyId: string,
    @UuidParam('payoutId') payoutId: string,
    @Query() { name }: ProofQuery,
    @Upload() file: UploadedFile,
  ): Promise<ProofListView> {
    const { DOCUMENT_MAX_KB: mostKb } = this.config;
    const content = await file.read(mostKb * 1024);
    if (content === 'too-large') throw refuseDocument('DOCUMENT_TOO_LARGE', { mostKb });
    return { data: await this.proving.run(personId, partyId, payoutId, { name: name ?? '', content }) };
  }

  @Get('payouts/:payoutId/proofs/:sha256')
  @ApiOkResponse({
    content: Object.fromEntries(
      mediaTypes.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
    ),
  })
  @Problems(401, 403, 404)
  async readProof(
    @UuidParam('partyId') partyId: string,
    @UuidParam('payoutId') payoutId: string,
    @Param('sha256') sha256: string,
  ): Promise<StreamableFile> {
    const proof = await this.proving.contentOf(this.db, partyId, payoutId, sha256);
    return new StreamableFile(proof.content, {
      ...{ type: proof.mediaType, length: proof.content.length },
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(proof.fileName)}`,
    });
  }
}
