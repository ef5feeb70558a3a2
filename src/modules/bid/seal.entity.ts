import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Curve, SealedBox } from '../../seal/index.js';

@Entity('sealing_key')
export class SealingKeyEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') poolId: string;
  @Column('uuid', { nullable: true }) lotId: string | null;
  @Column('int') attempt: number;
  @Column('text') curve: Curve;
  @Column('text') publicKey: string;
  @Column('timestamptz') madeAt: Date;
}

@Entity('wrapped_key')
export class WrappedKeyEntity {
  @PrimaryColumn('uuid') keyId: string;
  @Column('text') openingKeyId: string;
  @Column('text') wrapped: string;
}

@Entity('released_key')
export class ReleasedKeyEntity {
  @PrimaryColumn('uuid') keyId: string;
  @Column('text') privateKey: string;
  @Column('timestamptz') releasedAt: Date;
}

@Entity('sealed_bid')
export class SealedBidEntity {
  @PrimaryColumn('uuid') keyId: string;
  @PrimaryColumn('uuid') supplierId: string;
  @PrimaryColumn('int') revision: number;
  @Column('text') action: string;
  @Column('text', { nullable: true }) hash: string | null;
  @Column('jsonb', { nullable: true }) box: SealedBox | null;
  @Column('bigint', { nullable: true }) chainNumber: number | null;
  @Column('text', { nullable: true }) chainHash: string | null;
  @Column('uuid') madeBy: string;
  @Column('timestamptz') madeAt: Date;
}

@Entity('decoy_hash')
export class DecoyHashEntity {
  @PrimaryColumn('uuid') keyId: string;
  @PrimaryColumn('text') hash: string;
  @Column('text') nonce: string;
  @Column('timestamptz') shownAt: Date;
}

@Entity('failed_bid')
export class FailedBidEntity {
  @PrimaryColumn('uuid') keyId: string;
  @PrimaryColumn('uuid') supplierId: string;
  @Column('int') revision: number;
  @Column('text') code: string;
  @Column('jsonb') faults: object[];
  @Column('timestamptz') failedAt: Date;
}
