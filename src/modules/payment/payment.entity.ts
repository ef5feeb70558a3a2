import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('due')
export class DueEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: string;
  @Column('uuid') subjectId: string;
  @Column('uuid') payerId: string;
  @Column('uuid') payeeId: string;
  @Column('uuid', { nullable: true }) poolId: string | null;
  @Column('bigint') amountRp: number;
  @Column('bigint') coveredRp: number;
  @Column('timestamptz', { nullable: true }) dueAt: Date | null;
  @Column('text') state: string;
  @Column('timestamptz', { nullable: true }) firmAt: Date | null;
  @Column('timestamptz') raisedAt: Date;
  @Column('text', { nullable: true }) paper: string | null;
  @Column('timestamptz', { nullable: true }) settledAt: Date | null;
  @Column('int') version: number;
}

@Entity('due_cover')
export class DueCoverEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') dueId: string;
  @Column('text') kind: string;
  @Column('bigint') amountRp: number;
  @Column('uuid') sourceId: string;
  @Column('uuid', { nullable: true }) journalId: string | null;
  @Column('timestamptz') paidAt: Date;
  @Column('timestamptz') firmAt: Date;
  @Column('timestamptz') coveredAt: Date;
}
