import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RescueEnd } from '../../core/pool/declare-rescue.js';

@Entity('pool_rescue')
export class PoolRescueEntity {
  @PrimaryColumn('uuid') poolId: string;
  @Column('int', { nullable: true }) extendByS: number | null;
  @Column('text') otherwise: RescueEnd;
  @Column('boolean') acceptsMerged: boolean;
}

@Entity('pool_item_minimum')
export class PoolItemMinimumEntity {
  @PrimaryColumn('uuid') itemId: string;
  @Column('int') minimumPacks: number;
}

@Entity('pool_extension')
export class PoolExtensionEntity {
  @PrimaryColumn('uuid') poolId: string;
  @Column('timestamptz') wasToCloseAt: Date;
  @Column('timestamptz') closesAt: Date;
  @Column('timestamptz') extendedAt: Date;
}

@Entity('item_rescue')
export class ItemRescueEntity {
  @PrimaryColumn('uuid') itemId: string;
  @Column('text') outcome: 'went-on' | 'merged' | 'cancelled';
  @Column('bigint') committedPacks: number;
  @Column('int') minimumPacks: number;
  @Column('timestamptz') decidedAt: Date;
}

@Entity('line_move')
export class LineMoveEntity {
  @PrimaryColumn('uuid') lineId: string;
  @Column('uuid') targetLineId: string;
  @Column('int') packs: number;
  @Column('timestamptz') movedAt: Date;
}
