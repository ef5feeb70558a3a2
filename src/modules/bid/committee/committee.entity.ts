import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Curve, SealedBox, WrappedKey } from '../../../seal/index.js';

@Entity('holder_key')
export class HolderKeyEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') personId: string;
  @Column('text') curve: Curve;
  @Column('text') publicKey: string;
  @Column('timestamptz') madeAt: Date;
}

@Entity('holder_secret')
export class HolderSecretEntity {
  @PrimaryColumn('uuid') holderKeyId: string;
  @Column('uuid') personId: string;
  @Column('jsonb') wrapped: WrappedKey;
}

@Entity('key_holder')
export class KeyHolderEntity {
  @PrimaryColumn('uuid') keyId: string;
  @PrimaryColumn('uuid') holderId: string;
  @Column('uuid') holderKeyId: string;
  @Column('text') shareHash: string;
}

@Entity('sealed_share')
export class SealedShareEntity {
  @PrimaryColumn('uuid') keyId: string;
  @PrimaryColumn('uuid') holderId: string;
  @Column('jsonb') box: SealedBox;
}

@Entity('key_opening')
export class KeyOpeningEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') keyId: string;
  @Column('uuid') begunBy: string;
  @Column('text') curve: Curve;
  @Column('text') publicKey: string;
  @Column('timestamptz') begunAt: Date;
}

@Entity('share_release')
export class ShareReleaseEntity {
  @PrimaryColumn('uuid') openingId: string;
  @Column('uuid') keyId: string;
  @Column('uuid') begunBy: string;
  @PrimaryColumn('uuid') holderId: string;
  @Column('jsonb') box: SealedBox;
  @Column('timestamptz') releasedAt: Date;
}

@Entity('key_release')
export class KeyReleaseEntity {
  @PrimaryColumn('uuid') keyId: string;
  @Column('uuid') openingId: string;
  @Column('uuid') joinedBy: string;
  @Column('uuid') releasedBy: string;
}

@Entity('key_wait')
export class KeyWaitEntity {
  @PrimaryColumn('uuid') lotId: string;
  @Column('timestamptz') toldAt: Date;
  @Column('timestamptz', { nullable: true }) deputyCalledAt: Date | null;
}

export const committeeEntities = [
  HolderKeyEntity,
  HolderSecretEntity,
  KeyHolderEntity,
  SealedShareEntity,
  KeyOpeningEntity,
  ShareReleaseEntity,
  KeyReleaseEntity,
  KeyWaitEntity,
];
