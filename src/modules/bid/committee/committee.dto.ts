import { HOLDERS } from '../../../seal/index.js';
import { CeremonyKeyView } from './ceremony.dto.js';
import { PublicKeyBody } from './public-key.dto.js';
import { SealedBoxBody } from '../sealed-bid.dto.js';
import { Flag, Id, Instant, ListOf, OneOf, Part, Text, Whole } from '../../../platform/http/fields.js';

const BASE64URL = /^[A-Za-z0-9_-]+$/;
const HEX_HASH = /^[0-9a-f]{64}$/;

/** A holder's private key under a passphrase that never leaves the holder. */
export class WrappedKeyBody {
  @OneOf(['sepikul-holder/1'])
  format: 'sepikul-holder/1';
  @Whole({ min: 600_000, max: 600_000, about: 'Rounds of PBKDF2 with SHA-256.' })
  iterations: number;
  @Text({ min: 22, max: 22, pattern: BASE64URL })
  salt: string;
  @Text({ min: 16, max: 16, pattern: BASE64URL })
  iv: string;
  @Text({ min: 60, max: 400, pattern: BASE64URL })
  ciphertext: string;
  @Part(() => PublicKeyBody)
  publicKey: PublicKeyBody;
}

export class HolderKeyBody {
  @Part(() => PublicKeyBody)
  publicKey: PublicKeyBody;
  @Part(() => WrappedKeyBody, {
    optional: true,
    about: 'Left out by whoever keeps the private key on a device of their own.',
  })
  wrappedPrivateKey?: WrappedKeyBody;
}

export class HolderKeyView {
  @Id()
  holderKeyId: string;
  @Part(() => PublicKeyBody)
  publicKey: PublicKeyBody;
  @Part(() => WrappedKeyBody, { nullable: true, about: 'Shown to its holder alone.' })
  wrappedPrivateKey: WrappedKeyBody | null;
  @Instant()
  madeAt: Date;
}

export class CommitteeHolderView {
  @Whole({ min: 1, max: HOLDERS })
  place: number;
  @Id()
  holderId: string;
  @Text({ nullable: true, about: 'To people of the same party and those who oversee; null to all others.' })
  holderName: string | null;
  @Id({ nullable: true, about: 'The newest key; null: none is registered yet.' })
  holderKeyId: string | null;
  @Part(() => PublicKeyBody, { nullable: true })
  publicKey: PublicKeyBody | null;
}

export class CommitteeView {
  @ListOf(() => CommitteeHolderView, { max: HOLDERS })
  holders: CommitteeHolderView[];
  @ListOf(() => CeremonyKeyView, { about: 'How far the key of each lot has come.' })
  keys: CeremonyKeyView[];
}

export class SealedShareBody {
  @Id({ about: "The holder's newest key, which the share is sealed to." })
  holderKeyId: string;
  @Text({ min: 64, max: 64, pattern: HEX_HASH, about: 'SHA-256 of the share, published with the key.' })
  shareHash: string;
  @Part(() => SealedBoxBody)
  box: SealedBoxBody;
}

export class MakeSealingKeyBody {
  @Part(() => PublicKeyBody)
  publicKey: PublicKeyBody;
  @ListOf(() => SealedShareBody, { min: HOLDERS, max: HOLDERS })
  shares: SealedShareBody[];
}

export class KeyHolderView {
  @Id()
  holderId: string;
  @Text()
  shareHash: string;
}

export class KeyReleaseView {
  @Id({ about: 'The opening in which two holders joined it.' })
  openingId: string;
  @Id()
  joinedBy: string;
  @Id()
  releasedBy: string;
}

/** A key in the hands of its holders. */
export class HeldKeyView {
  @Id()
  keyId: string;
  @Id()
  poolId: string;
  @Id({ nullable: true, about: "Null: the key of suppliers' terms over all lots of the pool." })
  lotId: string | null;
  @Whole({ min: 1 })
  attempt: number;
  @Part(() => PublicKeyBody)
  publicKey: PublicKeyBody;
  @ListOf(() => KeyHolderView, { max: HOLDERS })
  holders: KeyHolderView[];
  @Flag({ about: "Whether the deadline has passed, by the database's clock: no share is shown before." })
  isDue: boolean;
  @Part(() => KeyReleaseView, { nullable: true })
  release: KeyReleaseView | null;
  @Text({ nullable: true, max: 400, about: 'Public once two holders have joined it: PKCS #8 in base64url.' })
  privateKey: string | null;
}

export class HeldKeysView {
  @ListOf(() => HeldKeyView)
  data: HeldKeyView[];
}

export class OwnShareView {
  @Id()
  keyId: string;
  @Part(() => SealedBoxBody)
  box: SealedBoxBody;
  @Text()
  shareHash: string;
  @Part(() => PublicKeyBody, { about: 'The key of yours that it is sealed to.' })
  holderPublicKey: PublicKeyBody;
  @Part(() => WrappedKeyBody, { nullable: true })
  wrappedPrivateKey: WrappedKeyBody | null;
}

export class BeginOpeningBody {
  @Part(() => PublicKeyBody, { about: 'Made for this opening alone, by whoever will join the key.' })
  publicKey: PublicKeyBody;
}

export class KeyOpeningView {
  @Id()
  openingId: string;
  @Id()
  keyId: string;
  @Id()
  begunBy: string;
  @Part(() => PublicKeyBody)
  publicKey: PublicKeyBody;
  @Instant()
  begunAt: Date;
}

export class KeyOpeningsView {
  @ListOf(() => KeyOpeningView)
  data: KeyOpeningView[];
}

export class ReleaseShareBody {
  @Part(() => SealedBoxBody, { about: "Your share, sealed to the opening's public key." })
  box: SealedBoxBody;
}

export class ReleasedShareView {
  @Id()
  holderId: string;
  @Part(() => SealedBoxBody)
  box: SealedBoxBody;
  @Instant()
  releasedAt: Date;
}

export class ReleasedSharesView {
  @ListOf(() => ReleasedShareView, { max: HOLDERS })
  data: ReleasedShareView[];
}

export class JoinKeyBody {
  @Text({
    min: 60,
    max: 400,
    pattern: BASE64URL,
    about: 'The private key, PKCS #8 in base64url. It becomes public.',
  })
  privateKey: string;
  @Id({ about: 'Whose share it was joined with.' })
  releasedBy: string;
}
