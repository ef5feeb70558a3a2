import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AllowAnyone, AllowMembers } from '../../platform/auth/allow.js';
import { Caller, Visitor } from '../../platform/auth/caller.js';
import { type Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { Problems } from '../../platform/http/problems.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { ownBidder } from './own-bidder.js';
import { SubmitSupplierTerms } from './submit-supplier-terms.action.js';
import { SupplierTermsBody, SupplierTermsListView, SupplierTermsView } from './supplier-terms.dto.js';
import { SupplierTermsReader } from './supplier-terms.reader.js';

@ApiTags('bid')
@Controller('api/v1/pools/:poolId/supplier-terms')
export class SupplierTermsController {
  constructor(
    private readonly db: Db,
    private readonly reader: SupplierTermsReader,
    private readonly submitSupplierTerms: SubmitSupplierTerms,
  ) {}

  /** Submits or revises sealed terms over all lots of the pool, until the first of its tenders opens. */
  @Put(':supplierId')
  @AllowMembers(...ownBidder)
  @ApiOkResponse({ type: SupplierTermsView })
  @Problems(401, 403, 404, 409, 422)
  submit(
    @Caller() caller: Principal,
    @UuidParam('poolId') poolId: string,
    @UuidParam('supplierId') supplierId: string,
    @Body() body: SupplierTermsBody,
  ): Promise<SupplierTermsView> {
    return this.submitSupplierTerms.run(caller.personId, poolId, supplierId, body);
  }

  /** Your own, and nobody else's, until every tender is opened; then all, for those who see the bids. */
  @Get()
  @AllowAnyone()
  @ApiOkResponse({ type: SupplierTermsListView })
  @Problems()
  async list(
    @Visitor() visitor: Principal | undefined,
    @UuidParam('poolId') poolId: string,
  ): Promise<SupplierTermsListView> {
    return { data: await this.reader.visibleTerms(this.db, poolId, visitor) };
  }
}
