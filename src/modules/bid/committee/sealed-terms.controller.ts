import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller } from '../../../platform/auth/caller.js';
import { type Principal } from '../../../platform/auth/principal.js';
import { Db } from '../../../platform/db/db.js';
import { IfMatchOrNone } from '../../../platform/http/if-match.js';
import { Problems } from '../../../platform/http/problems.js';
import { UuidParam } from '../../../platform/http/uuid-param.js';
import { sealOf } from '../../pool/index.js';
import { ReceiptView } from '../receipt.dto.js';
import { SealingKeyView, SubmitSealedBody } from '../sealed-bid.dto.js';
import { SealingKeyReader } from '../sealing-key.reader.js';
import { showReceipt } from '../show-receipt.js';
import { SubmitSupplierTerms } from '../submit-supplier-terms.action.js';

@ApiTags('bid')
@Controller('api/v1/pools/:poolId')
export class SealedTermsController {
  constructor(
    private readonly db: Db,
    private readonly keys: SealingKeyReader,
    private readonly submitSupplierTerms: SubmitSupplierTerms,
  ) {}

  /** The public key that suppliers' terms over all lots of a pool are sealed to. */
  @Get('sealing-key')
  @ApiOkResponse({ type: SealingKeyView })
  @Problems(404, 409)
  async key(@UuidParam('poolId') poolId: string): Promise<SealingKeyView> {
    const { sealingKey, ...key } = await this.keys.ofTerms(this.db, poolId);
    const { showsBidCount } = await sealOf(this.db, poolId);
    return { ...key, curve: sealingKey.curve, publicKey: sealingKey.key, showsBidCount };
  }

  /** Submits terms over all lots of a pool that their supplier sealed, or revises those seen, where a committee seals. */
  @Put('sealed-terms/:supplierId')
  @ApiHeader({ name: 'If-Match', required: false, description: 'The revision seen; not for the first time.' })
  @ApiOkResponse({ type: ReceiptView })
  @Problems(401, 403, 404, 409, 412, 422, 428)
  async submit(
    @Caller() { personId }: Principal,
    @UuidParam('poolId') poolId: string,
    @UuidParam('supplierId') supplierId: string,
    @IfMatchOrNone() seenRevision: number | undefined,
    @Body() { box, hash }: SubmitSealedBody,
  ): Promise<ReceiptView> {
    const submission = { box, hash, seenRevision };
    const { nonce, ...row } = await this.submitSupplierTerms.run(personId, poolId, supplierId, submission);
    return showReceipt(row, nonce);
  }
}
