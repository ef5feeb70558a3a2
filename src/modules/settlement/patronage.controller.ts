import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { sumOf } from '../../core/kernel/sum-of.js';
import { Db } from '../../platform/db/db.js';
import { writeSheet } from '../../platform/file/write-sheet.js';
import { Problems } from '../../platform/http/problems.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { OwnPatronageView, PatronageQuery, PatronageView } from './patronage.dto.js';
import { PatronageReader } from './patronage.reader.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

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
    @Query() { year }: PatronageQuery,
  ): Promise<PatronageView> {
    const koperasi = await this.reader.ofYear(this.db.across('patronage'), organiserId, year);
    return {
      ...{ organiserId, year, koperasi },
      purchasesRp: sumOf(koperasi, ({ purchasesRp }) => purchasesRp),
      salesRp: sumOf(koperasi, ({ salesRp }) => salesRp),
    };
  }

  /** The same as a spreadsheet. */
  @Get('patronage/file')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Problems(400, 401, 403, 404)
  async file(
    @UuidParam('partyId') organiserId: string,
    @Query() query: PatronageQuery,
  ): Promise<StreamableFile> {
    const { year, koperasi, purchasesRp, salesRp } = await this.show(organiserId, query);
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
    @Query() { year }: PatronageQuery,
  ): Promise<OwnPatronageView> {
    return { koperasiId, year, organisers: await this.reader.ofKoperasi(this.db, koperasiId, year) };
  }
}
