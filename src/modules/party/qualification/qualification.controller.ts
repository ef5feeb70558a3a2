import { Body, Controller, Get, HttpCode, Inject, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { documentKindCodes, documentKinds } from '../../../core/party/qualification/document-kinds.js';
import { mediaTypes } from '../../../core/party/qualification/take-document.js';
import { refuseDocument } from '../../../core/party/qualification/refusals.js';
import { Caller } from '../../../platform/auth/caller.js';
import { type Principal } from '../../../platform/auth/principal.js';
import { CONFIG, type Config } from '../../../platform/config/config.js';
import { Db } from '../../../platform/db/db.js';
import { Problems } from '../../../platform/http/problems.js';
import { TakesFile, Upload, type UploadedFile } from '../../../platform/http/upload.js';
import { UuidParam } from '../../../platform/http/uuid-param.js';
import { PartyView } from '../party.dto.js';
import { PartyReader } from '../party.reader.js';
import {
  AcceptDocumentRequest,
  DocumentKindListView,
  DocumentListView,
  DocumentView,
  RefuseDocumentRequest,
  UploadQuery,
} from './document.dto.js';
import { DocumentReader } from './document.reader.js';
import { JudgeDocument } from './judge-document.action.js';
import { QualifySupplier } from './qualify-supplier.action.js';
import { reachDocuments } from './reach-documents.js';
import { ReadDocument } from './read-document.action.js';
import { UploadDocument } from './upload-document.action.js';

@ApiTags('party')
@Controller('api/v1')
export class QualificationController {
  constructor(
    private readonly db: Db,
    private readonly parties: PartyReader,
    private readonly reader: DocumentReader,
    private readonly uploading: UploadDocument,
    private readonly reading: ReadDocument,
    private readonly judging: JudgeDocument,
    private readonly qualifying: QualifySupplier,
    @Inject(CONFIG) private readonly config: Pick<Config, 'DOCUMENT_MAX_KB'>,
  ) {}

  /** What kinds of documents there are, and which a supplier must show. */
  @Get('document-kinds')
  @ApiOkResponse({ type: DocumentKindListView })
  @Problems()
  listDocumentKinds(): DocumentKindListView {
    return {
      data: documentKindCodes.map((kind) => {
        const { id, en, isRequired } = documentKinds[kind];
        return { kind, titleId: id, titleEn: en, isRequired };
      }),
    };
  }

  @Get('parties/:partyId/documents')
  @ApiOkResponse({ type: DocumentListView })
  @Problems(401, 403, 404)
  async listDocuments(
    @Caller() principal: Principal,
    @UuidParam('partyId') partyId: string,
  ): Promise<DocumentListView> {
    const reach = await reachDocuments(this.db, this.parties, principal, partyId);
    return { data: await this.reader.documentsOf(reach, partyId) };
  }

  /** The file itself is the body: PDF, JPEG or PNG. */
  @Post('parties/:partyId/documents')
  @TakesFile(...mediaTypes)
  @ApiCreatedResponse({ type: DocumentView })
  @Problems(401, 403, 404, 409, 413, 415, 422)
  async uploadDocument(
    @Caller() { personId }: Principal,
    @UuidParam('partyId') partyId: string,
    @Query() { kind, name }: UploadQuery,
    @Upload() file: UploadedFile,
  ): Promise<DocumentView> {
    const { DOCUMENT_MAX_KB: mostKb } = this.config;
    const content = await file.read(mostKb * 1024);
    if (content === 'too-large') throw refuseDocument('DOCUMENT_TOO_LARGE', { mostKb });
    return this.uploading.run(personId, partyId, { kind, name: name ?? '', content });
  }

  /** The bytes, as an attachment: never shown by a browser as a page of ours. */
  @Get('parties/:partyId/documents/:documentId/content')
  @ApiOkResponse({
    content: Object.fromEntries(
      mediaTypes.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
    ),
  })
  @Problems(401, 403, 404)
  async readDocument(
    @Caller() principal: Principal,
    @UuidParam('partyId') partyId: string,
    @UuidParam('documentId') documentId: string,
  ): Promise<StreamableFile> {
    const { fileName, mediaType, content } = await this.reading.run(principal, partyId, documentId);
    return new StreamableFile(content, {
      type: mediaType,
      length: content.length,
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    });
  }

  @Post('parties/:partyId/documents/:documentId/accept')
  @HttpCode(200)
  @ApiBody({ type: AcceptDocumentRequest, required: false })
  @ApiOkResponse({ type: DocumentView })
  @Problems(401, 403, 404, 409, 422)
  acceptDocument(
    @Caller() principal: Principal,
    @UuidParam('partyId') partyId: string,
    @UuidParam('documentId') documentId: string,
    @Body() body?: AcceptDocumentRequest,
  ): Promise<DocumentView> {
    return this.judging.accept(principal, partyId, documentId, body?.expiresOn);
  }

  @Post('parties/:partyId/documents/:documentId/refuse')
  @HttpCode(200)
  @ApiOkResponse({ type: DocumentView })
  @Problems(401, 403, 404, 409)
  refuseDocument(
    @Caller() principal: Principal,
    @UuidParam('partyId') partyId: string,
    @UuidParam('documentId') documentId: string,
    @Body() { reason }: RefuseDocumentRequest,
  ): Promise<DocumentView> {
    return this.judging.refuse(principal, partyId, documentId, reason);
  }

  /** Makes a supplier of a candidate whose required documents are accepted. */
  @Post('parties/:partyId/qualify')
  @HttpCode(200)
  @ApiOkResponse({ type: PartyView })
  @Problems(401, 403, 404, 409)
  qualifySupplier(@Caller() principal: Principal, @UuidParam('partyId') partyId: string): Promise<PartyView> {
    return this.qualifying.run(principal, partyId);
  }
}
