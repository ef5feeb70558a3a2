import { Controller, Get, Header, Inject, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { layOutNote } from '../../core/delivery/lay-out-note.js';
import { refuseDelivery } from '../../core/delivery/refusals.js';
import { Caller } from '../../platform/auth/caller.js';
import { type Principal } from '../../platform/auth/principal.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { Db } from '../../platform/db/db.js';
import { writePage } from '../../platform/file/write-page.js';
import { writePdf, type PdfDocument } from '../../platform/file/write-pdf.js';
import { Problems } from '../../platform/http/problems.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { DeliveryReader } from './delivery.reader.js';
import { NoteReader } from './note.reader.js';

/** The paper that travels with a drop; before it has left, a list to load by. */
@ApiTags('delivery')
@Controller('api/v1/drops/:dropId/note')
export class NoteController {
  constructor(
    private readonly db: Db,
    private readonly drops: DeliveryReader,
    private readonly reader: NoteReader,
    @Inject(CONFIG) private readonly config: Pick<Config, 'DISPLAY_NAME'>,
  ) {}

  /** The delivery note (surat jalan) as a PDF, without prices; before the drop has left it has no number. */
  @Get()
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Problems(401, 404)
  async file(@Caller() caller: Principal, @UuidParam('dropId') dropId: string): Promise<StreamableFile> {
    return new StreamableFile(await writePdf(await this.paper(caller, dropId)), {
      type: 'application/pdf',
      disposition: `attachment; filename="surat-jalan-${dropId}.pdf"`,
    });
  }

  /** The same as a page to read and to print. */
  @Get('page')
  @ApiProduces('text/html')
  @ApiOkResponse({ schema: { type: 'string' } })
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Problems(401, 404)
  async page(@Caller() caller: Principal, @UuidParam('dropId') dropId: string): Promise<string> {
    return writePage(await this.paper(caller, dropId));
  }

  private async paper(caller: Principal, dropId: string): Promise<PdfDocument> {
    const drop = await this.drops.dropById(this.db, caller, dropId);
    if (drop === undefined) throw refuseDelivery('DROP_NOT_FOUND');
    const { asOf, ...paper } = await this.reader.paperOf(this.db, drop);
    return { ...layOutNote(paper), head: this.config.DISPLAY_NAME, asOf };
  }
}
