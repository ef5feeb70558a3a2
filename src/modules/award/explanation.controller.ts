import { Controller, Get, Header, Headers, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { nameExplanation } from '../../core/award/name-explanation.js';
import { isDistributed, writeDistribution } from '../../core/award/write-distribution.js';
import { writeExplanation } from '../../core/award/write-explanation.js';
import { Visitor } from '../../platform/auth/caller.js';
import { type Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { Problems } from '../../platform/http/problems.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { ExplanationQuery, ExplanationView } from './explanation.dto.js';
import { ExplanationNamesReader } from './explanation-names.reader.js';
import { ExplanationReader } from './explanation.reader.js';
import { showExplanation } from './show-explanation.js';

/** What a page needs of an answer: its type. */
interface Answer {
  header(name: string, value: string): unknown;
}

const isText = (accept: string | undefined): boolean => accept?.startsWith('text/plain') ?? false;

@ApiTags('award')
@Controller('api/v1/lots/:lotId/award')
export class ExplanationController {
  constructor(
    private readonly db: Db,
    private readonly reader: ExplanationReader,
    private readonly names: ExplanationNamesReader,
  ) {}

  /** Why the award is as it is: what it costs, what each limit costs, why each other bid lost, what each koperasi saves. As data, or as a page of text: `Accept: text/plain` or `?language=id`. */
  @Get('explanation')
  @ApiProduces('application/json', 'text/plain')
  @ApiOkResponse({ type: ExplanationView })
  @Problems(404)
  async explain(
    @Visitor() visitor: Principal | undefined,
    @UuidParam('lotId') lotId: string,
    @Query() query: ExplanationQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) answer: Answer,
  ): Promise<ExplanationView | string> {
    const explanation = await this.reader.explanationOf(this.db, lotId, visitor);
    const language = query.language ?? 'id';
    const names = await this.names.namesOf(this.db, explanation, language);
    if (query.language === undefined && !isText(accept)) return showExplanation(explanation, names.koperasi);
    answer.header('Content-Type', 'text/plain; charset=utf-8');
    const write = isDistributed(explanation) ? writeDistribution : writeExplanation;
    return write(nameExplanation(explanation, names), language);
  }

  /** Everything the award follows from, lines under pseudonyms, for `sepikul award verify`. */
  @Get('file')
  @Header('Content-Type', 'application/json; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="award.json"')
  @ApiOkResponse({ description: 'A file of the format sepikul-award/1.', schema: { type: 'object' } })
  @Problems(404)
  file(@Visitor() visitor: Principal | undefined, @UuidParam('lotId') lotId: string): Promise<string> {
    return this.reader.fileOf(this.db, lotId, visitor);
  }
}
