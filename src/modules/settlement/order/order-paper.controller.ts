import { Controller, Get, Header, Inject, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { layOutOrder, orderedWhat, type OrderPaper } from '../../../core/settlement/lay-out-order.js';
import { refuseSettlement } from '../../../core/settlement/refusals.js';
import { Caller } from '../../../platform/auth/caller.js';
import { type Principal } from '../../../platform/auth/principal.js';
import { CONFIG, type Config } from '../../../platform/config/config.js';
import { Db } from '../../../platform/db/db.js';
import { writeCsv } from '../../../platform/file/write-csv.js';
import { writePage } from '../../../platform/file/write-page.js';
import { writePdf, type PdfDocument } from '../../../platform/file/write-pdf.js';
import { writeSheet, type SheetCell } from '../../../platform/file/write-sheet.js';
import { Problems } from '../../../platform/http/problems.js';
import { UuidParam } from '../../../platform/http/uuid-param.js';
import { OrderReader } from './order.reader.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const HEADINGS = [
  ...['Nomor', 'Barang', 'Jumlah', 'Kemasan', 'Harga per satuan (Rp)', 'Satuan'],
  ...['Kode PPN', 'DPP (Rp)', 'PPN (Rp)', 'Nilai (Rp)'],
];

const cellsOf = ({ number, lines }: OrderPaper): SheetCell[][] =>
  lines.map((line) => [
    ...[number, orderedWhat(line), line.packs, line.isFixedCharge ? '' : line.packName],
    ...[line.priceRpPerUnit, line.unitName, line.taxCode, line.baseRp, line.taxRp, line.amountRp],
  ]);

/** A purchase order to read, to keep and to work with. */
@ApiTags('settlement')
@Controller('api/v1/purchase-orders/:orderId')
export class OrderPaperController {
  constructor(
    private readonly db: Db,
    private readonly reader: OrderReader,
    @Inject(CONFIG) private readonly config: Pick<Config, 'DISPLAY_NAME'>,
  ) {}

  /** The order as a PDF. */
  @Get('file')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Problems(401, 404)
  async file(@Caller() caller: Principal, @UuidParam('orderId') orderId: string): Promise<StreamableFile> {
    return new StreamableFile(await writePdf(await this.document(caller, orderId)), {
      type: 'application/pdf',
      disposition: `attachment; filename="surat-pesanan-${orderId}.pdf"`,
    });
  }

  /** The same as a page to read and to print. */
  @Get('page')
  @ApiProduces('text/html')
  @ApiOkResponse({ schema: { type: 'string' } })
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Problems(401, 404)
  async page(@Caller() caller: Principal, @UuidParam('orderId') orderId: string): Promise<string> {
    return writePage(await this.document(caller, orderId));
  }

  /** Its lines as a spreadsheet. */
  @Get('sheet')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Problems(401, 404)
  async sheet(@Caller() caller: Principal, @UuidParam('orderId') orderId: string): Promise<StreamableFile> {
    const { paper } = await this.paper(caller, orderId);
    const rows = [{ cells: HEADINGS, isBold: true }, ...cellsOf(paper).map((cells) => ({ cells }))];
    const widths = [18, 40, 10, 16, 20, 10, 10, 16, 14, 18];
    return new StreamableFile(await writeSheet(rows, { name: 'Surat pesanan', widths, headings: 1 }), {
      type: XLSX,
      disposition: `attachment; filename="surat-pesanan-${orderId}.xlsx"`,
    });
  }

  /** Its lines as CSV. */
  @Get('csv')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Problems(401, 404)
  async csv(@Caller() caller: Principal, @UuidParam('orderId') orderId: string): Promise<StreamableFile> {
    const { paper } = await this.paper(caller, orderId);
    return new StreamableFile(writeCsv([HEADINGS, ...cellsOf(paper)]), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="surat-pesanan-${orderId}.csv"`,
    });
  }

  private async document(caller: Principal, orderId: string): Promise<PdfDocument> {
    const { paper, asOf } = await this.paper(caller, orderId);
    return { ...layOutOrder(paper), head: this.config.DISPLAY_NAME, asOf };
  }

  private async paper(caller: Principal, orderId: string): Promise<{ paper: OrderPaper; asOf: Date }> {
    const order = await this.reader.orderById(this.db, caller, orderId);
    if (order === undefined) throw refuseSettlement('ORDER_NOT_FOUND');
    return { paper: await this.reader.paperOf(this.db, order), asOf: order.changedAt ?? order.issuedAt };
  }
}
