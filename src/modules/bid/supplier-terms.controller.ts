import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller, Visitor } from '../../platform/auth/caller.js';
import { type Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { IfMatchOrNone } from '../../platform/http/if-match.js';
import { Problems } from '../../platform/http/problems.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { FailedBidReader } from './failed-bid.reader.js';
import { ReceiptView } from './receipt.dto.js';
import { SealedHashesView } from './sealed-bid.dto.js';
import { SealedHashReader } from './sealed-hash.reader.js';
import { showReceipt } from './show-receipt.js';
import { SubmitSupplierTerms } from './submit-supplier-terms.action.js';
import { SubmitSupplierTermsBody, SupplierTermsListView } from './supplier-terms.dto.js';
import { SupplierTermsReader } from './supplier-terms.reader.js';

@ApiTags('bid')
@Controller('api/v1/pools/:poolId/supplier-terms')
export class SupplierTermsController {
  constructor(
    private readonly db: Db,
    private readonly reader: SupplierTermsReader,
    private readonly failures: FailedBidReader,
    private readonly hashes: SealedHashReader,
    private readonly submitSupplierTerms: SubmitSupplierTerms,
  ) {}

  /**
   * Submits or revises terms over all lots of the pool, sealed at once, until the first of its tenders closes.
   * `If-Match` carries the revision that you saw; the same terms with the same nonce again change nothing.
   */
  @Put(':supplierId')
  @ApiHeader({ name: 'If-Match', required: false, description: 'The revision seen; not for the first time.' })
  @ApiOkResponse({ type: ReceiptView })
  @Problems(401, 403, 404, 409, 412, 422, 428)
  async submit(
    @Caller() caller: Principal,
    @UuidParam('poolId') poolId: string,
    @UuidParam('supplierId') supplierId: string,
    @IfMatchOrNone() seenRevision: number | undefined,
    @Body() { nonce: sent, ...terms }: SubmitSupplierTermsBody,
  ): Promise<ReceiptView> {
    const submission = { terms, nonce: sent, seenRevision };
    const { nonce, ...row } = await this.submitSupplierTerms.run(
      caller.personId,
      poolId,
      supplierId,
      submission,
    );
    return showReceipt(row, nonce);
  }

  /** Hashes of the terms that have been sealed: at once, without names. */
  @Get('hashes')
  @ApiOkResponse({ type: SealedHashesView })
  @Problems()
  async listHashes(@UuidParam('poolId') poolId: string): Promise<SealedHashesView> {
    return { data: await this.hashes.ofTerms(poolId) };
  }

  /** Your own, and nobody else's, until no lot awaits its opening; then all, for those who see the bids. */
  @Get()
  @ApiOkResponse({ type: SupplierTermsListView })
  @Problems()
  async list(
    @Visitor() visitor: Principal | undefined,
    @UuidParam('poolId') poolId: string,
  ): Promise<SupplierTermsListView> {
    return {
      data: await this.reader.visibleTerms(this.db, poolId, visitor),
      failed: await this.failures.visibleTermsFailures(poolId, visitor),
    };
  }
}
