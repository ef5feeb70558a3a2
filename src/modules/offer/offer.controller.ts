import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller } from '../../platform/auth/caller.js';
import { partiesOf, type Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { PageQuery, pageLimit, pageOf } from '../../platform/http/page.js';
import { Problems } from '../../platform/http/problems.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { EndOffer } from './end-offer.action.js';
import { OfferDetailView, OfferPageView, OffersQuery, OfferView, PublishOfferBody } from './offer.dto.js';
import { OfferReader } from './offer.reader.js';
import { PublishOffer, type OfferRequest } from './publish-offer.action.js';
import { showOffer, showOfferDetail } from './show-offer.js';

const requestOf = (body: PublishOfferBody): OfferRequest => ({
  supplierId: body.supplierId,
  packCode: body.packCode,
  regionCode: body.regionCode,
  surchargedDistricts: (body.surcharges ?? []).map(({ districtCode }) => districtCode),
  terms: {
    tierKind: body.tierKind ?? 'all-units',
    tiers: body.tiers.map(({ fromPacks, priceRpPerUnit }) => ({ fromPacks, priceRpPerUnit })),
    capacityPacks: body.capacityPacks ?? null,
    minimumPacks: body.minimumPacks ?? 0,
    leadTimeDays: body.leadTimeDays,
    surchargeRpPerUnit: Object.fromEntries(
      (body.surcharges ?? []).map(({ districtCode, surchargeRpPerUnit }) => [
        districtCode,
        surchargeRpPerUnit,
      ]),
    ),
    validFrom: body.validFrom,
    validUntil: body.validUntil,
  },
});

@ApiTags('offer')
@Controller('api/v1/offers')
export class OfferController {
  constructor(
    private readonly db: Db,
    private readonly reader: OfferReader,
    private readonly publishOffer: PublishOffer,
    private readonly endOffer: EndOffer,
  ) {}

  /**
   * Publishes a standing offer (harga janji), or replaces the one for the same pack and region: the most you
   * will ask in every pool that opens from now on. The same again changes nothing.
   */
  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: OfferView })
  @Problems(401, 403, 404, 422)
  async publish(@Caller() caller: Principal, @Body() body: PublishOfferBody): Promise<OfferView> {
    return showOffer(await this.publishOffer.run(caller.personId, requestOf(body)));
  }

  /** Ends a standing offer for pools that open from now on; pools that are open keep it. */
  @Post(':offerId/end')
  @HttpCode(200)
  @ApiOkResponse({ type: OfferView })
  @Problems(401, 403, 404, 409)
  async end(@Caller() caller: Principal, @UuidParam('offerId') offerId: string): Promise<OfferView> {
    return showOffer(await this.endOffer.run(caller.personId, offerId));
  }

  /** Standing offers in force: public. */
  @Get()
  @ApiOkResponse({ type: OfferPageView })
  @Problems(400)
  async list(@Query() query: OffersQuery): Promise<OfferPageView> {
    const limit = pageLimit(query);
    const scope = { regionCode: query.regionCode ?? null, packCode: query.packCode ?? null };
    const rows = await this.reader.inForce(this.db, scope, query.cursor ?? null, limit + 1);
    return pageOf(rows.map(showOffer), limit, ({ id }) => id);
  }

  /** Your own standing offers, the ended too. */
  @Get('own')
  @ApiOkResponse({ type: OfferPageView })
  @Problems(400, 401, 403)
  async own(@Caller() caller: Principal, @Query() query: PageQuery): Promise<OfferPageView> {
    const limit = pageLimit(query);
    const own = partiesOf(caller, 'supplier');
    const rows = await this.reader.ofSuppliers(this.db, own, query.cursor ?? null, limit + 1);
    return pageOf(rows.map(showOffer), limit, ({ id }) => id);
  }

  /** A standing offer with every revision it has had: public. */
  @Get(':offerId')
  @ApiOkResponse({ type: OfferDetailView })
  @Problems(404)
  async show(@UuidParam('offerId') offerId: string): Promise<OfferDetailView> {
    const offer = await this.reader.offerById(this.db, offerId);
    return showOfferDetail(offer, await this.reader.historyOf(this.db, offerId));
  }
}
