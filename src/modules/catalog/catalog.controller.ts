import { Body, Controller, Get, Param, Post, Query, type PipeTransform } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { refuseCatalog } from '../../core/catalog/refusals.js';
import { Caller } from '../../platform/auth/caller.js';
import { type Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { Problems } from '../../platform/http/problems.js';
import { CodesQuery, CommoditiesQuery, CommodityDetailView, CommodityPage, UnitPage } from './catalog.dto.js';
import { CommodityReader } from './commodity.reader.js';
import {
  PriceReferencePage,
  PriceReferencesQuery,
  PriceReferenceView,
  RecordPriceReferenceRequest,
} from './price-reference.dto.js';
import { PriceReferenceReader } from './price-reference.reader.js';
import { RecordPriceReference } from './record-price-reference.action.js';

/** What no code can be names no commodity, and is not asked of the database. */
const commodityCode: PipeTransform<string, string> = {
  transform: (value) => {
    if (!/^[A-Z0-9]+(-[A-Z0-9]+)*$/.test(value)) throw refuseCatalog('COMMODITY_NOT_FOUND');
    return value;
  },
};

@ApiTags('catalog')
@Controller('api/v1')
export class CatalogController {
  constructor(
    private readonly db: Db,
    private readonly commodities: CommodityReader,
    private readonly prices: PriceReferenceReader,
    private readonly record: RecordPriceReference,
  ) {}

  @Get('commodities')
  @ApiOkResponse({ type: CommodityPage })
  @Problems()
  listCommodities(@Query() query: CommoditiesQuery): Promise<CommodityPage> {
    return this.commodities.list(this.db, query);
  }

  @Get('commodities/:code')
  @ApiOkResponse({ type: CommodityDetailView })
  @Problems(404)
  readCommodity(@Param('code', commodityCode) code: string): Promise<CommodityDetailView> {
    return this.commodities.detail(this.db, code);
  }

  @Get('units')
  @ApiOkResponse({ type: UnitPage })
  @Problems()
  listUnits(@Query() query: CodesQuery): Promise<UnitPage> {
    return this.commodities.units(this.db, query);
  }

  @Get('price-references')
  @ApiOkResponse({ type: PriceReferencePage })
  @Problems()
  listPriceReferences(@Query() query: PriceReferencesQuery): Promise<PriceReferencePage> {
    return this.prices.list(this.db, query);
  }

  @Post('price-references')
  @ApiCreatedResponse({ type: PriceReferenceView })
  @Problems(401, 403, 409, 422)
  recordPriceReference(
    @Caller() principal: Principal,
    @Body() body: RecordPriceReferenceRequest,
  ): Promise<PriceReferenceView> {
    return this.record.run(principal, body);
  }
}
