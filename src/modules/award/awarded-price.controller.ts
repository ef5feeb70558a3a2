import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Db } from '../../platform/db/db.js';
import { Problems } from '../../platform/http/problems.js';
import { AwardedPricesQuery, AwardedPricesView } from './awarded-price.dto.js';
import { AwardedPriceReader } from './awarded-price.reader.js';

@ApiTags('award')
@Controller('api/v1/awarded-prices')
export class AwardedPriceController {
  constructor(
    private readonly db: Db,
    private readonly reader: AwardedPriceReader,
  ) {}

  /** What goods were awarded at, the newest first, once contracts are signed: public. */
  @Get()
  @ApiOkResponse({ type: AwardedPricesView })
  @Problems()
  async list(@Query() { commodityCode }: AwardedPricesQuery): Promise<AwardedPricesView> {
    return { data: await this.reader.pricesOf(this.db, commodityCode ?? null) };
  }
}
