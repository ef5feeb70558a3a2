import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { numberInvoice } from '../../core/settlement/number-invoice.js';
import { spellRupiah } from '../../core/settlement/spell-rupiah.js';
import { refuseSettlement } from '../../core/settlement/refusals.js';
import { Caller } from '../../platform/auth/caller.js';
import { type Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { pageLimit, pageOf } from '../../platform/http/page.js';
import { Problems } from '../../platform/http/problems.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { ProceedsView } from './proceeds.dto.js';
import { ProceedsReader } from './proceeds.reader.js';
import {
  InvoiceDetailView,
  InvoicePageView,
  PaymentRequestPageView,
  SettlementQuery,
} from './settlement.dto.js';
import { SettlementReader, type InvoiceRow } from './settlement.reader.js';

const numbered = ({ year, number, ...row }: InvoiceRow) => ({ ...row, number: numberInvoice(year, number) });

@ApiTags('settlement')
@Controller('api/v1')
export class SettlementController {
  constructor(
    private readonly db: Db,
    private readonly reader: SettlementReader,
    private readonly proceeds: ProceedsReader,
  ) {}

  /** The caller's own invoices, as issuer or payer; an organiser sees those of its pools, observers all. */
  @Get('invoices')
  @ApiOkResponse({ type: InvoicePageView })
  @Problems(401)
  async listInvoices(@Caller() caller: Principal, @Query() query: SettlementQuery): Promise<InvoicePageView> {
    const limit = pageLimit(query);
    const { poolId = null, cursor = null } = query;
    const rows = await this.reader.invoicePage(this.db, caller, poolId, cursor, limit + 1);
    return pageOf(rows.map(numbered), limit, (row) => row.id);
  }

  @Get('invoices/:invoiceId')
  @ApiOkResponse({ type: InvoiceDetailView })
  @Problems(401, 404)
  async showInvoice(
    @Caller() caller: Principal,
    @UuidParam('invoiceId') invoiceId: string,
  ): Promise<InvoiceDetailView> {
    const invoice = await this.reader.invoiceById(this.db, caller, invoiceId);
    if (invoice === undefined) throw refuseSettlement('INVOICE_NOT_FOUND');
    const words = spellRupiah(invoice.amountRp);
    return { ...numbered(invoice), words, lines: await this.reader.linesOf(this.db, invoiceId) };
  }

  /** What koperasi got so far for what they sold of a lot: own, of the organiser's pools, or all for observers. */
  @Get('lots/:lotId/proceeds')
  @ApiOkResponse({ type: ProceedsView })
  @Problems(401)
  async listProceeds(@Caller() caller: Principal, @UuidParam('lotId') lotId: string): Promise<ProceedsView> {
    return { data: await this.proceeds.proceedsOf(this.db, lotId, caller) };
  }

  /** What was asked when trucks left: own, of the organiser's pools, or all for observers. */
  @Get('payment-requests')
  @ApiOkResponse({ type: PaymentRequestPageView })
  @Problems(401)
  async listPaymentRequests(
    @Caller() caller: Principal,
    @Query() query: SettlementQuery,
  ): Promise<PaymentRequestPageView> {
    const limit = pageLimit(query);
    const { poolId = null, cursor = null } = query;
    const rows = await this.reader.requestPage(this.db, caller, poolId, cursor, limit + 1);
    return pageOf(rows, limit, (row) => row.id);
  }
}
