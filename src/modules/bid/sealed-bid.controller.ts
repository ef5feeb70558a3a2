import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller } from '../../platform/auth/caller.js';
import { type Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { IfMatchOrNone } from '../../platform/http/if-match.js';
import { Problems } from '../../platform/http/problems.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { sealOf } from '../pool/index.js';
import { PrintedReceiptView, ReceiptView } from './receipt.dto.js';
import { ReceiptReader } from './receipt.reader.js';
import { SealedHashesView, SealingKeyView, SubmitSealedBody } from './sealed-bid.dto.js';
import { SealedHashReader } from './sealed-hash.reader.js';
import { SealingKeyReader } from './sealing-key.reader.js';
import { drawReceipt, showReceipt } from './show-receipt.js';
import { SubmitBid } from './submit-bid.action.js';

@ApiTags('bid')
@Controller('api/v1/lots/:lotId')
export class SealedBidController {
  constructor(
    private readonly db: Db,
    private readonly keys: SealingKeyReader,
    private readonly receipts: ReceiptReader,
    private readonly hashes: SealedHashReader,
    private readonly submitBid: SubmitBid,
  ) {}

  /** The public key that bids on the lot are sealed to. */
  @Get('sealing-key')
  @ApiOkResponse({ type: SealingKeyView })
  @Problems(404, 409)
  async key(@UuidParam('lotId') lotId: string): Promise<SealingKeyView> {
    const { sealingKey, ...key } = await this.keys.ofLot(this.db, lotId);
    const { showsBidCount } = await sealOf(this.db, key.poolId);
    return { ...key, curve: sealingKey.curve, publicKey: sealingKey.key, showsBidCount };
  }

  /** Hashes of what has been sealed for the lot: at once, without names. */
  @Get('sealed-bids')
  @ApiOkResponse({ type: SealedHashesView })
  @Problems()
  async list(@UuidParam('lotId') lotId: string): Promise<SealedHashesView> {
    return { data: await this.hashes.ofLot(lotId) };
  }

  /** Submits a bid that its bidder sealed, or revises the one that was seen, in a pool that a committee seals. */
  @Put('sealed-bids/:supplierId')
  @ApiHeader({ name: 'If-Match', required: false, description: 'The revision seen; not for the first time.' })
  @ApiOkResponse({ type: ReceiptView })
  @Problems(401, 403, 404, 409, 412, 422, 428)
  async submit(
    @Caller() caller: Principal,
    @UuidParam('lotId') lotId: string,
    @UuidParam('supplierId') supplierId: string,
    @IfMatchOrNone() seenRevision: number | undefined,
    @Body() { box, hash }: SubmitSealedBody,
  ): Promise<ReceiptView> {
    const submission = { box, hash, seenRevision };
    const { nonce, ...row } = await this.submitBid.run(caller.personId, lotId, supplierId, submission);
    return showReceipt(row, nonce);
  }

  /** The receipt of your last sealed revision, without its nonce; also as a QR code. */
  @Get('bids/:supplierId/receipt')
  @ApiOkResponse({ type: PrintedReceiptView })
  @Problems(401, 403, 404, 409)
  async receipt(
    @UuidParam('lotId') lotId: string,
    @UuidParam('supplierId') supplierId: string,
  ): Promise<PrintedReceiptView> {
    const { keyId } = await this.keys.ofLot(this.db, lotId);
    const { text, ...receipt } = showReceipt(await this.receipts.receiptOf(this.db, keyId, supplierId), null);
    return { ...receipt, text, qrSvg: await drawReceipt(text) };
  }
}
