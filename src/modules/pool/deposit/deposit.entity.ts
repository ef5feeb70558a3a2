import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('pool_deposit')
export class PoolDepositEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') poolId: string;
  @Column('uuid') koperasiId: string;
  @Column('bigint') requiredRp: number;
  @Column('bigint') forfeitedRp: number;
  @Column('int') version: number;
}

@Entity('pool_deposit_due')
export class PoolDepositDueEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') depositId: string;
  @Column('uuid') dueId: string;
  @Column('text') kind: string;
}

@Entity('deposit_application')
export class DepositApplicationEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') depositId: string;
  @Column('uuid') dueId: string;
  @Column('bigint') amountRp: number;
  @Column('uuid') journalId: string;
  @Column('timestamptz') appliedAt: Date;
}

@Entity('deposit_carry')
export class DepositCarryEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') fromId: string;
  @Column('uuid') toPoolId: string;
  @Column('uuid') koperasiId: string;
  @Column('uuid') askedBy: string;
  @Column('timestamptz') askedAt: Date;
  @Column('uuid', { nullable: true }) toId: string | null;
  @Column('bigint', { nullable: true }) amountRp: number | null;
  @Column('timestamptz', { nullable: true }) carriedAt: Date | null;
}

@Entity('released_line')
export class ReleasedLineEntity {
  @PrimaryColumn('uuid') lineId: string;
  @Column('uuid') poolId: string;
  @Column('text') reason: string;
  @Column('timestamptz') releasedAt: Date;
}

@Entity('exposure_limit')
export class ExposureLimitEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organiserId: string;
  @Column('uuid') koperasiId: string;
  @Column('bigint', { nullable: true }) limitRp: number | null;
  @Column('timestamptz') effectiveFrom: Date;
  @Column('uuid') setBy: string;
  @Column('timestamptz') setAt: Date;
}
