import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DocumentKindCode } from '../../../core/party/qualification/document-kinds.js';
import type { DocumentState } from '../../../core/party/qualification/judge-document.js';
import type { MediaType } from '../../../core/party/qualification/take-document.js';

@Entity('party_document')
export class PartyDocumentEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') partyId: string;
  @Column('text') kind: DocumentKindCode;
  @Column('text') fileName: string;
  @Column('text') mediaType: MediaType;
  @Column('int') sizeBytes: number;
  @Column('bytea') sha256: Buffer;
  @Column('uuid') uploadedBy: string;
  @Column('timestamptz') uploadedAt: Date;
  @Column('text') state: DocumentState;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('uuid', { nullable: true }) judgedBy: string | null;
  @Column('timestamptz', { nullable: true }) judgedAt: Date | null;
  @Column('date', { nullable: true }) expiresOn: string | null;
}

@Entity('party_document_content')
export class PartyDocumentContentEntity {
  @PrimaryColumn('uuid') documentId: string;
  @Column('bytea') content: Buffer;
}
