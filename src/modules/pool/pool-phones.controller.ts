import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { refusePool } from '../../core/pool/refusals.js';
import { Db } from '../../platform/db/db.js';
import { Id, ListOf, Text } from '../../platform/http/fields.js';
import { Problems } from '../../platform/http/problems.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { PhoneReader } from '../party/index.js';
import { PoolReader } from './pool.reader.js';

export class KoperasiPhoneView {
  @Id()
  partyId: string;
  @Text({ max: 16, example: '+6281234567890', about: 'As it is dialled from anywhere.' })
  phone: string;
}

export class KoperasiPhonesView {
  @ListOf(() => KoperasiPhoneView, { max: 10_000 })
  data: KoperasiPhoneView[];
}

@ApiTags('pool')
@Controller('api/v1/pools/:poolId/phones')
export class PoolPhonesController {
  constructor(
    private readonly db: Db,
    private readonly pools: PoolReader,
    private readonly phones: PhoneReader,
  ) {}

  /** Numbers that the koperasi of the pool's region gave to be called on, for its organiser. */
  @Get()
  @ApiOkResponse({ type: KoperasiPhonesView })
  @Problems(401, 403, 404)
  async listPhones(@UuidParam('poolId') poolId: string): Promise<KoperasiPhonesView> {
    const pool = await this.pools.poolById(this.db, poolId);
    if (pool === undefined) throw refusePool('POOL_NOT_FOUND');
    return { data: await this.phones.ofRegion(this.db.across('pool-phones'), pool.regionCode) };
  }
}
