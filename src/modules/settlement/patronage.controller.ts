import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Db } from '../../platform/db/db.js';
import { writeSheet } from '../../platform/file/write-sheet.js';
import { pageLimit, pageOf } from '../../platform/http/page.js';
import { Problems } from '../../platform/http/problems.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { OwnPatronageView, PatronageFileQuery, PatronageQuery, PatronageView } from './patronage.dto.js';
import { PatronageReader, type PatronagePage } from './patronage.reader.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** One entry more than asked for: it tells whether there is a next page. */
const pageAfter = (partyId: string, query: PatronageQuery): PatronagePage => ({
  ...{ partyId, year: query.year, after: query.cursor ?? null },
  limit: pageLimit(query) + 1,
});

@ApiTags('settlement')
@Controller('api/v1/parties/:partyId')
export class PatronageController {
  constructor(
    private readonly db: Db,
    private readonly reader: PatronageReader,
  ) {}

  /** What each koperasi bought and sold in an organiser's pools in a year, for the patronage share (SHU). */
  @Get('patronage')
  @ApiOkResponse({ type: PatronageView })
  @Problems(400, 401, 403, 404)
  async show(
    @UuidParam('partyId') organiserId: string,
    @Query() query: PatronageQuery,
  ): Promise<PatronageView> {
    const across = this.db.across('patronage');
    const page = pageAfter(organiserId, query);
    const koperasi = await this.reader.ofYear(across, page);
    return {
      ...{ organiserId, year: query.year },
      ...pageOf(koperasi, pageLimit(query), ({ koperasiId }) => koperasiId),
      ...(await this.reader.sums(across, 'organiser_id', page)),
    };
  }

  /** The same as a spreadsheet. */
  @Get('patronage/file')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Problems(400, 401, 403, 404)
  async file(
    @UuidParam('partyId') organiserId: string,
    @Query() { year }: PatronageFileQuery,
  ): Promise<StreamableFile> {
    const across = this.db.across('patronage');
    const koperasi = await this.reader.ofYear(across, { partyId: organiserId, year });
    const { purchasesRp, salesRp } = await this.reader.sums(across, 'organiser_id', {
      partyId: organiserId,
      year,
    });
    const rows = [
      { cells: ['Kode', 'Koperasi', `Pembelian ${year} (Rp)`, `Penjualan ${year} (Rp)`], isBold: true },
      ...koperasi.map((one) => ({ cells: [one.code, one.name, one.purchasesRp, one.salesRp] })),
      { cells: ['', 'Jumlah', purchasesRp, salesRp], isBold: true },
    ];
    const file = await writeSheet(rows, {
      name: `Jasa usaha ${year}`,
      widths: [16, 40, 22, 22],
      headings: 1,
    });
    return new StreamableFile(file, {
      type: XLSX,
      disposition: `attachment; filename="jasa-usaha-${organiserId}-${year}.xlsx"`,
    });
  }

  /** What a koperasi itself bought and sold in a year, by organiser: on what its own share is measured. */
  @Get('purchases')
  @ApiOkResponse({ type: OwnPatronageView })
  @Problems(400, 401, 403)
  async purchases(
    @UuidParam('partyId') koperasiId: string,
    @Query() query: PatronageQuery,
  ): Promise<OwnPatronageView> {
    const page = pageAfter(koperasiId, query);
    const organisers = await this.reader.ofKoperasi(this.db, page);
    return {
      ...{ koperasiId, year: query.year },
      ...pageOf(organisers, pageLimit(query), ({ organiserId }) => organiserId),
      ...(await this.reader.sums(this.db, 'party_id', page)),
    };
  }
}
