import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('pool_activity')
export class PoolActivityEntity {
  @PrimaryColumn('uuid') poolId: string;
  @PrimaryColumn('text') eventType: string;
  @Column('bigint') eventCount: number;
  @Column('timestamptz') lastAt: Date;
}
