import { Controller, Post, Req, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { refuseAccess } from '../auth/refusals.js';
import { Text } from '../http/fields.js';
import { Problems } from '../http/problems.js';
import { BOARD_PATH, boardCookie, tokenOf, type Visited } from './board-cookie.js';

class BoardVisitView {
  @Text({ about: 'Open it in the same browser within a quarter of an hour.' })
  path: string;
}

@ApiTags('monitoring')
@Controller('api/v1/queue-board')
export class BoardController {
  constructor(private readonly adapterHost: HttpAdapterHost) {}

  /** Gives the browser that asks a cookie with which it may show the job queue, at /admin/queues only. */
  @Post('visits')
  @ApiCreatedResponse({ type: BoardVisitView })
  @Problems(401, 403)
  visit(@Req() request: Visited, @Res({ passthrough: true }) response: object): BoardVisitView {
    const token = tokenOf(request);
    if (token === undefined) throw refuseAccess('NOT_SIGNED_IN');
    this.adapterHost.httpAdapter.setHeader(response, 'Set-Cookie', boardCookie(token));
    return { path: BOARD_PATH };
  }
}
