import { Controller, Get, Header, Inject, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { layOutInvoice } from '../../core/settlement/lay-out-invoice.js';
import { Caller } from '../../platform/auth/caller.js';
import { type Principal } from '../../platform/auth/principal.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { Db } from '../../platform/db/db.js';
import { writePage } from '../../platform/file/write-page.js';
import { writePdf, type PdfDocument } from '../../platform/file/write-pdf.js';
import { Problems } from '../../platform/http/problems.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { InvoicePaperReader } from './invoice-paper.reader.js';

@ApiTags('settlement')
@Controller('api/v1/invoices/:invoiceId')
export class InvoicePaperController {
  constructor(
    private readonly db: Db,
    private readonly reader: InvoicePaperReader,
    @Inject(CONFIG) private readonly config: Pick<Config, 'DISPLAY_NAME'>,
  ) {}

  /** The invoice as a PDF, to keep and to send. */
  @Get('file')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Problems(401, 404)
  async file(
    @Caller() caller: Principal,
    @UuidParam('invoiceId') invoiceId: string,
  ): Promise<StreamableFile> {
    return new StreamableFile(await writePdf(await this.paper(caller, invoiceId)), {
      type: 'application/pdf',
      disposition: `attachment; filename="faktur-${invoiceId}.pdf"`,
    });
  }

  /** The same as a page to read and to print. */
  @Get('page')
  @ApiProduces('text/html')
  @ApiOkResponse({ schema: { type: 'string' } })
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Problems(401, 404)
  async page(@Caller() caller: Principal, @UuidParam('invoiceId') invoiceId: string): Promise<string> {
    return writePage(await this.paper(caller, invoiceId));
  }

  private async paper(caller: Principal, invoiceId: string): Promise<PdfDocument> {
    const { issuedAt, ...paper } = await this.reader.paperOf(this.db, caller, invoiceId);
    return { ...layOutInvoice(paper), head: this.config.DISPLAY_NAME, asOf: issuedAt };
  }
}
