import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import { Db } from '../db/db.js';
import { OneOf } from '../http/fields.js';
import { refuseRequest } from '../http/refusals.js';
import { Readiness } from './readiness.js';

class HealthView {
  @OneOf(['live', 'ready'])
  status: string;
}

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly db: Db) {}

  /** The process answers: restart it when it does not. */
  @Get('live')
  @ApiOkResponse({ type: HealthView })
  live(): HealthView {
    return { status: 'live' };
  }

  /** The process can serve: send it no traffic when it cannot. */
  @Get('ready')
  @ApiOkResponse({ type: HealthView })
  @ApiServiceUnavailableResponse({ description: 'Stopping, or no database.' })
  async ready(): Promise<HealthView> {
    if (Readiness.isStopping) throw refuseRequest('UNAVAILABLE');
    await this.db.first('SELECT 1 AS one').catch(() => {
      throw refuseRequest('UNAVAILABLE');
    });
    return { status: 'ready' };
  }
}
