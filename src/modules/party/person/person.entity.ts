import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { GateName } from '../../../core/party/judge-attempts.js';

@Entity('second_factor')
class SecondFactorEntity {
  @PrimaryColumn('uuid') personId: string;
  @Column('bytea') sealedSecret: Buffer;
  @Column('bytea') keyMark: Buffer;
  @Column('timestamptz') begunAt: Date;
  @Column('timestamptz', { nullable: true }) confirmedAt: Date | null;
  @Column('bigint', { nullable: true }) lastStep: number | null;
}

@Entity('recovery_code')
class RecoveryCodeEntity {
  @PrimaryColumn('uuid') personId: string;
  @PrimaryColumn('bytea') codeHash: Buffer;
  @Column('timestamptz', { nullable: true }) usedAt: Date | null;
}

@Entity('one_time_code')
class OneTimeCodeEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { nullable: true }) personId: string | null;
  @Column('bytea') codeHash: Buffer;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) usedAt: Date | null;
}

@Entity('attempt_tally')
class AttemptTallyEntity {
  @PrimaryColumn('text') gate: GateName;
  @PrimaryColumn('bytea') keyHash: Buffer;
  @Column('int') failures: number;
  @Column('timestamptz', { nullable: true }) leakedAt: Date | null;
  @Column('timestamptz', { nullable: true }) blockedUntil: Date | null;
  @Column('timestamptz', { nullable: true }) succeededAt: Date | null;
  @Column('timestamptz') forgetAt: Date;
}

export const personEntities = [SecondFactorEntity, RecoveryCodeEntity, OneTimeCodeEntity, AttemptTallyEntity];
