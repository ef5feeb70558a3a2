import { sealModes, type SealMode } from '../../core/pool/declare-seal.js';
import { Flag, Id, Instant, ListOf, OneOf, Part, Text, Whole } from '../../platform/http/fields.js';
import { CIPHERTEXT_CHARACTERS, curves, SEAL_FORMAT, type Curve, type SealedBox } from '../../seal/index.js';
import { hashKinds, type HashKind } from './sealed-hash.reader.js';

const HASH = /^[0-9a-f]{64}$/;
const BASE64URL = /^[A-Za-z0-9_-]+$/;

export class SealedBoxBody implements SealedBox {
  @OneOf([SEAL_FORMAT])
  format: typeof SEAL_FORMAT;
  @OneOf(curves)
  curve: Curve;
  @Text({ max: 100, pattern: BASE64URL, about: "The sender's key for this box alone, in base64url." })
  ephemeralKey: string;
  @Text({
    min: CIPHERTEXT_CHARACTERS,
    max: CIPHERTEXT_CHARACTERS,
    pattern: BASE64URL,
    about: 'Every box has the same size.',
  })
  ciphertext: string;
}

export class SubmitSealedBody {
  @Part(() => SealedBoxBody, { about: 'Sealed to the key of the lot, for it and its bidder.' })
  box: SealedBoxBody;
  @Text({
    min: 64,
    max: 64,
    pattern: HASH,
    about:
      'SHA-256 of context, terms and nonce; what is in the box must have it, or the bid fails at the opening.',
  })
  hash: string;
}

export class SealedHashView {
  @Whole({ min: 1 })
  attempt: number;
  @Text()
  hash: string;
  @Instant({ about: 'By the clock of the database.' })
  madeAt: Date;
  @OneOf(hashKinds, {
    about:
      'Before the opening all are `sealed`; then it is told what came of each, and which were decoys: where a pool hides how many bid, hashes of nothing stand among them.',
  })
  kind: HashKind;
  @Text({ nullable: true, about: "A decoy's, after the opening: proves that it is the hash of nothing." })
  nonce: string | null;
}

export class SealedHashesView {
  @ListOf(() => SealedHashView)
  data: SealedHashView[];
}

export class SealingKeyView {
  @Id()
  keyId: string;
  @Id()
  poolId: string;
  @Id({ nullable: true, about: 'Null: the key of the terms over all lots.' })
  lotId: string | null;
  @Whole({ min: 1 })
  attempt: number;
  @OneOf(sealModes)
  mode: SealMode;
  @OneOf(curves)
  curve: Curve;
  @Text({ about: 'The raw public key in base64url.' })
  publicKey: string;
  @Flag({ about: 'Whether how many bid may be told from the published hashes.' })
  showsBidCount: boolean;
}
