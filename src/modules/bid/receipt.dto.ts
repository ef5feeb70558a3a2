import { Id, Instant, Part, Text, Whole } from '../../platform/http/fields.js';

export class ChainHeadView {
  @Whole()
  number: number;
  @Text()
  hash: string;
}

export class ReceiptView {
  @Id({ nullable: true, about: 'Null for terms over all lots of the pool.' })
  lotId: string | null;
  @Id()
  poolId: string;
  @Id()
  supplierId: string;
  @Whole({ min: 1, about: 'How many times bidding on the lot began.' })
  attempt: number;
  @Whole({ min: 1, about: 'Send it in If-Match when you revise or withdraw.' })
  revision: number;
  @Text({
    about:
      'SHA-256 in hexadecimal of the canonical JSON (RFC 8785) of context, terms and nonce; public at once, without a name.',
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  })
  hash: string;
  @Text({
    nullable: true,
    about:
      'Told once, in the answer to the submission: keep it. The system keeps it in the sealed box alone; without it nobody finds the price by trying prices.',
  })
  nonce: string | null;
  @Instant({ about: 'By the clock of the database.' })
  madeAt: Date;
  @Part(() => ChainHeadView, {
    nullable: true,
    about: 'The newest head of the audit chain that was public then; null before the first.',
  })
  chainHead: ChainHeadView | null;
  @Text({ max: 2000, about: 'The receipt as text, to keep or print.' })
  text: string;
}

export class PrintedReceiptView extends ReceiptView {
  @Text({ max: 20_000, about: 'The same as a QR code: an SVG image as a data URI.' })
  qrSvg: string;
}
