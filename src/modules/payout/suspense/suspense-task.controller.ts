import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller } from '../../../platform/auth/caller.js';
import { type Principal } from '../../../platform/auth/principal.js';
import { Db } from '../../../platform/db/db.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import { PageQuery } from '../../../platform/http/page.js';
import { Problems } from '../../../platform/http/problems.js';
import { UuidParam } from '../../../platform/http/uuid-param.js';
import { ResolveTask } from './resolve-task.action.js';
import { ResolveTaskRequest, SuspenseTaskPage } from './suspense-task.dto.js';
import { SuspenseTaskReader } from './suspense-task.reader.js';

@ApiTags('payout')
@Controller('api/v1/parties/:partyId/suspense-tasks')
export class SuspenseTaskController {
  constructor(
    private readonly db: Db,
    private readonly reader: SuspenseTaskReader,
    private readonly resolving: ResolveTask,
  ) {}

  /** Money that waits until somebody says what it is for, from payments and from bank statements alike: what the party holds, and what it paid. */
  @Get()
  @ApiOkResponse({ type: SuspenseTaskPage })
  @Problems(401, 403, 404)
  listTasks(@UuidParam('partyId') partyId: string, @Query() query: PageQuery): Promise<SuspenseTaskPage> {
    return this.reader.page(this.db, partyId, query);
  }

  /** Says what it was: of a due, to go back, a credit, or to be asked for again; of any line of a bank statement that waits too. */
  @Post(':taskId/resolve')
  @HttpCode(204)
  @ApiNoContentResponse()
  @Problems(401, 403, 404, 409, 412, 422, 428)
  resolveTask(
    @Caller() caller: Principal,
    @UuidParam('partyId') partyId: string,
    @UuidParam('taskId') taskId: string,
    @IfMatch() version: number,
    @Body() body: ResolveTaskRequest,
  ): Promise<void> {
    return this.resolving.run(caller, partyId, taskId, version, body);
  }
}
