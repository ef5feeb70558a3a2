import { Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { refusePayout } from '../../../core/payout/refusals.js';
import { Caller } from '../../../platform/auth/caller.js';
import { type Principal } from '../../../platform/auth/principal.js';
import { CONFIG, type Config } from '../../../platform/config/config.js';
import { Db } from '../../../platform/db/db.js';
import { PageQuery } from '../../../platform/http/page.js';
import { Problems } from '../../../platform/http/problems.js';
import { TakesFile, Upload, type UploadedFile } from '../../../platform/http/upload.js';
import { UuidParam } from '../../../platform/http/uuid-param.js';
import { ImportStatement } from './import-statement.action.js';
import {
  BankLinePage,
  LinesQuery,
  BankStatementPage,
  BankStatementView,
  BankStatementQuery,
} from './bank-statement.dto.js';
import { BankStatementReader } from './bank-statement.reader.js';

@ApiTags('payout')
@Controller('api/v1/parties/:partyId')
export class BankStatementController {
  constructor(
    private readonly db: Db,
    private readonly reader: BankStatementReader,
    private readonly importing: ImportStatement,
    @Inject(CONFIG) private readonly config: Pick<Config, 'DOCUMENT_MAX_KB'>,
  ) {}

  @Get('bank-statements')
  @ApiOkResponse({ type: BankStatementPage })
  @Problems(401, 403, 404)
  listStatements(
    @UuidParam('partyId') partyId: string,
    @Query() query: PageQuery,
  ): Promise<BankStatementPage> {
    return this.reader.page(this.db, partyId, query);
  }

  /** The CSV that the bank's portal gives is the body: of BCA, BRI, BNI or Mandiri. The same file again adds nothing. */
  @Post('bank-statements')
  @TakesFile('text/csv')
  @ApiCreatedResponse({ type: BankStatementView })
  @Problems(401, 403, 404, 409, 413, 415, 422)
  async importStatement(
    @Caller() { personId }: Principal,
    @UuidParam('partyId') partyId: string,
    @Query() { accountId }: BankStatementQuery,
    @Upload() file: UploadedFile,
  ): Promise<BankStatementView> {
    const { DOCUMENT_MAX_KB: mostKb } = this.config;
    const content = await file.read(mostKb * 1024);
    if (content === 'too-large') throw refusePayout('STATEMENT_TOO_LARGE', { mostKb });
    return this.reader.one(this.db, await this.importing.run(personId, partyId, content, accountId));
  }

  /** What the bank says happened, and what became of each movement; one that waits is a task of `suspense-tasks`. */
  @Get('bank-lines')
  @ApiOkResponse({ type: BankLinePage })
  @Problems(401, 403, 404)
  listLines(@UuidParam('partyId') partyId: string, @Query() query: LinesQuery): Promise<BankLinePage> {
    return this.reader.lines(this.db, partyId, query);
  }
}
