import { Controller, Get, Header, Inject, Query, StreamableFile } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { Problems } from '../../platform/http/problems.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { MakeStatement, type Statement } from './make-statement.js';
import { StatementFileQuery, StatementQuery, StatementView } from './statement.dto.js';
import { writeStatementCsv, writeStatementPage, writeStatementPdf } from './write-statement-file.js';

const TYPES = { csv: 'text/csv; charset=utf-8', pdf: 'application/pdf' } as const;

const view = (statement: Statement): StatementView => ({
  ...statement,
  lines: statement.lines.map((line) => ({ ...line, counterparties: [...line.counterparties] })),
});

@ApiTags('ledger')
@Controller()
export class LedgerStatementController {
  constructor(
    private readonly statements: MakeStatement,
    @Inject(CONFIG) private readonly config: Pick<Config, 'DISPLAY_NAME'>,
  ) {}

  /** A party's statement of account (rekening koran): what stood, what moved and for which paper, what stands. */
  @Get('api/v1/parties/:partyId/statement')
  @ApiOkResponse({ type: StatementView })
  @Problems(400, 401, 403, 404, 422)
  async show(
    @UuidParam('partyId') partyId: string,
    @Query() { from, to }: StatementQuery,
  ): Promise<StatementView> {
    return view(await this.statements.of(partyId, from, to));
  }

  /** The same as a file: CSV with amounts as numbers, or PDF. The same books give the same bytes. */
  @Get('api/v1/parties/:partyId/statement/file')
  @ApiProduces('text/csv', 'application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Problems(400, 401, 403, 404, 422)
  async file(
    @UuidParam('partyId') partyId: string,
    @Query() { from, to, format }: StatementFileQuery,
  ): Promise<StreamableFile> {
    const statement = await this.statements.of(partyId, from, to);
    const file =
      format === 'csv'
        ? writeStatementCsv(statement)
        : await writeStatementPdf(statement, this.config.DISPLAY_NAME);
    return new StreamableFile(file, {
      type: TYPES[format],
      disposition: `attachment; filename="rekening-koran-${partyId}-${from}-${to}.${format}"`,
    });
  }

  /** The same for people. */
  @Get('statements/:partyId')
  @ApiExcludeEndpoint()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async page(@UuidParam('partyId') partyId: string, @Query() { from, to }: StatementQuery): Promise<string> {
    return writeStatementPage(await this.statements.of(partyId, from, to), this.config.DISPLAY_NAME);
  }
}
