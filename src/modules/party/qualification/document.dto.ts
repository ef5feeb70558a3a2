import {
  documentKindCodes,
  type DocumentKindCode,
} from '../../../core/party/qualification/document-kinds.js';
import type { DocumentState } from '../../../core/party/qualification/judge-document.js';
import { mediaTypes, type MediaType } from '../../../core/party/qualification/take-document.js';
import { CivilDate, Flag, Id, Instant, ListOf, OneOf, Text, Whole } from '../../../platform/http/fields.js';

export class UploadQuery {
  @OneOf(documentKindCodes, { about: 'What the file shows.' })
  kind: DocumentKindCode;
  @Text({ optional: true, max: 200, about: 'What its sender calls it; kept without what no name needs.' })
  name?: string;
}

export class DocumentView {
  @Id()
  id: string;
  @OneOf(documentKindCodes)
  kind: DocumentKindCode;
  @Text()
  fileName: string;
  @OneOf(mediaTypes, { about: 'As found in its bytes.' })
  mediaType: MediaType;
  @Whole({ min: 1 })
  sizeBytes: number;
  @Text({ about: 'SHA-256 of the bytes, in hexadecimal.' })
  sha256: string;
  @OneOf(['waiting', 'accepted', 'refused', 'expired'], {
    about: '`expired`: it was accepted, and has run out.',
  })
  state: DocumentState | 'expired';
  @Text({ nullable: true, max: 500, about: 'Why it was refused.' })
  reason: string | null;
  @CivilDate({ nullable: true, about: 'The last day on which it holds; null: it does not run out.' })
  expiresOn: string | null;
  @Instant()
  uploadedAt: Date;
}

export class DocumentListView {
  @ListOf(() => DocumentView)
  data: DocumentView[];
}

export class DocumentKindView {
  @OneOf(documentKindCodes)
  kind: DocumentKindCode;
  @Text()
  titleId: string;
  @Text()
  titleEn: string;
  @Flag({ about: 'Without one that is accepted a supplier is not qualified.' })
  isRequired: boolean;
}

export class DocumentKindListView {
  @ListOf(() => DocumentKindView)
  data: DocumentKindView[];
}

export class AcceptDocumentRequest {
  @CivilDate({
    optional: true,
    about: 'The last day on which it holds, as it says; left out: it does not run out.',
  })
  expiresOn?: string;
}

export class RefuseDocumentRequest {
  @Text({ min: 3, max: 500, about: 'Told to the party whose document it is.' })
  reason: string;
}
