import { Controller, Get, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { layOutRequest } from '../../core/allocation/lay-out-request.js';
import { refuseAllocation } from '../../core/allocation/refusals.js';
import { chainHead } from '../../platform/audit/chain-head.js';
import { Caller } from '../../platform/auth/caller.js';
import { oversees, partiesOf, type Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { Problems } from '../../platform/http/problems.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { RequestReader } from './request.reader.js';
import { writeRequest } from './write-request.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('allocation')
@Controller('api/v1/lots/:lotId/requests')
export class RequestController {
  constructor(
    private readonly db: Db,
    private readonly reader: RequestReader,
  ) {}

  /** What the supplier of a distributed lot is asked to hand out, one row per koperasi, as a spreadsheet. */
  @Get(':supplierId')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Problems(401, 403, 404)
  async show(
    @Caller() caller: Principal,
    @UuidParam('lotId') lotId: string,
    @UuidParam('supplierId') supplierId: string,
  ): Promise<StreamableFile> {
    const head = await this.reader.headOf(this.db, lotId, supplierId);
    if (head === undefined) throw refuseAllocation('REQUEST_NOT_FOUND');
    const own = partiesOf(caller, 'organiser', 'supplier');
    if (!oversees(caller) && !own.includes(head.organiserId) && !own.includes(supplierId))
      throw refuseAllocation('NOT_OF_THIS_POOL');
    const rows = await this.reader.rowsOf(this.db, lotId, supplierId);
    const chain = await chainHead(this.db);
    const auditHead = chain === null ? null : `${chain.number}:${chain.hash}`;
    return new StreamableFile(await writeRequest(layOutRequest({ ...head, rows, auditHead })), {
      type: XLSX,
      disposition: `attachment; filename="permintaan-${lotId}.xlsx"`,
    });
  }
}
