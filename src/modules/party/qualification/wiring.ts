import { DocumentReader } from './document.reader.js';
import { DocumentStore } from './document.store.js';
import { JudgeDocument } from './judge-document.action.js';
import { QualificationController } from './qualification.controller.js';
import { QualifySupplier } from './qualify-supplier.action.js';
import { ReadDocument } from './read-document.action.js';
import { UploadDocument } from './upload-document.action.js';

/** Documents and what rests on them: of the party module. */
export const qualification = {
  controllers: [QualificationController],
  providers: [DocumentReader, DocumentStore, JudgeDocument, QualifySupplier, ReadDocument, UploadDocument],
};
