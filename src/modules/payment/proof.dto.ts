import { Instant, ListOf, Text, Whole } from '../../platform/http/fields.js';

export class ProofQuery {
  @Text({ optional: true, max: 200, about: 'What its sender calls it; kept without what no name needs.' })
  name?: string;
}

export class ProofView {
  @Text({ about: 'SHA-256 of the bytes, in hexadecimal.' })
  sha256: string;
  @Text()
  fileName: string;
  @Text()
  mediaType: string;
  @Whole({ min: 1 })
  sizeBytes: number;
  @Instant()
  uploadedAt: Date;
}

export class ProofListView {
  @ListOf(() => ProofView)
  data: ProofView[];
}
