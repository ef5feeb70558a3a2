import { Controller, Get, Inject, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { refuseDocument } from '../../core/party/qualification/refusals.js';
import { mediaTypes } from '../../core/party/qualification/take-document.js';
import { Caller } from '../../platform/auth/caller.js';
import { type Principal } from '../../platform/auth/principal.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { Db } from '../../platform/db/db.js';
import { Problems } from '../../platform/http/problems.js';
import { TakesFile, Upload, type UploadedFile } from '../../platform/http/upload.js';
import { UuidParam } from '../../platform/http/uuid-param.js';
import { ProofQuery } from './proof.dto.js';
import { ProveTransfer } from './prove-transfer.action.js';
import { TransferView } from './transfer.dto.js';
import { TransferReader } from './transfer.reader.js';

@ApiTags('payment')
@Controller('api/v1/dues/:dueId/transfers/:transferId/proofs')
export class TransferProofController {
  constructor(
    private readonly db: Db,
    private readonly proving: ProveTransfer,
    private readonly reader: TransferReader,
    @Inject(CONFIG) private readonly config: Pick<Config, 'DOCUMENT_MAX_KB'>,
  ) {}

  /** A photograph or PDF of the receipt is the body, until the payee has judged the transfer; the same file is kept once. */
  @Post()
  @TakesFile(...mediaTypes)
  @ApiCreatedResponse({ type: TransferView })
  @Problems(401, 403, 404, 409, 413, 415, 422)
  async uploadTransferProof(
    @Caller() { personId }: Principal,
    @UuidParam('dueId') dueId: string,
    @UuidParam('transferId') transferId: string,
    @Query() { name }: ProofQuery,
    @Upload() file: UploadedFile,
  ): Promise<TransferView> {
    const { DOCUMENT_MAX_KB: mostKb } = this.config;
    const content = await file.read(mostKb * 1024);
    if (content === 'too-large') throw refuseDocument('DOCUMENT_TOO_LARGE', { mostKb });
    return this.proving.run(personId, dueId, transferId, { name: name ?? '', content });
  }

  /** The file as it came, for those who pay and are paid. */
  @Get(':sha256')
  @ApiOkResponse({
    content: Object.fromEntries(
      mediaTypes.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
    ),
  })
  @Problems(401, 403, 404)
  async readTransferProof(
    @UuidParam('dueId') dueId: string,
    @UuidParam('transferId') transferId: string,
    @Param('sha256') sha256: string,
  ): Promise<StreamableFile> {
    const proof = await this.reader.proof(this.db, dueId, transferId, sha256);
    return new StreamableFile(proof.content, {
      ...{ type: proof.mediaType, length: proof.content.length },
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(proof.fileName)}`,
    });
  }
}
