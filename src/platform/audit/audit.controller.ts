import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Db } from '../db/db.js';
import { Problems } from '../http/problems.js';
import { HeadListView, HeadsQuery } from './audit.dto.js';
import { chainHeads } from './chain-head.js';
import { writeHeadsPage } from './write-heads-page.js';

@ApiTags('audit')
@Controller()
export class AuditController {
  constructor(private readonly db: Db) {}

  /**
   * Heads of the audit chain, the newest first. Only ever added: whoever keeps one can prove later, by
   * `sepikul audit verify --head NUMBER:HASH`, that nothing before it was changed.
   */
  @Get('api/v1/audit/heads')
  @ApiOkResponse({ type: HeadListView })
  @Problems()
  async heads(@Query() { before, limit = 50 }: HeadsQuery): Promise<HeadListView> {
    const heads = await chainHeads(this.db, before ?? null, limit + 1);
    const data = heads.slice(0, limit);
    return { data, nextBefore: heads.length > limit ? (data.at(-1)?.number ?? null) : null };
  }

  /** The same for people. */
  @Get('audit')
  @ApiExcludeEndpoint()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async page(@Query() query: HeadsQuery): Promise<string> {
    return writeHeadsPage(await this.heads(query));
  }
}
