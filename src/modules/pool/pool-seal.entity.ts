import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SealMode } from '../../core/pool/declare-seal.js';

@Entity('pool_seal')
export class PoolSealEntity {
  @PrimaryColumn('uuid') poolId: string;
  @Column('text') mode: SealMode;
  @Column('int') openWithinHours: number;
  @Column('uuid', { nullable: true }) deputyId: string | null;
  @Column('boolean') showsBidCount: boolean;
}

@Entity('pool_seal_holder')
export class PoolSealHolderEntity {
  @PrimaryColumn('uuid') poolId: string;
  @PrimaryColumn('int') place: number;
  @Column('uuid') personId: string;
}
