import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LineRefusal } from '../../core/lot/aggregate-commitments.js';
import type { LotState } from '../../core/lot/advance-lot.js';

@Entity('lot')
export class LotEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') poolId: string;
  @Column('uuid') itemId: string;
  @Column('text') state: LotState;
  @Column('bigint') quantityPacks: number;
  @Column('int') lineCount: number;
  @Column('int') koperasiCount: number;
  @Column('text', { nullable: true }) failedReason: string | null;
  @Column('int') version: number;
  @Column('timestamptz') formedAt: Date;
}

@Entity('lot_zone')
export class LotZoneEntity {
  @PrimaryColumn('uuid') lotId: string;
  @PrimaryColumn('text') districtCode: string;
  @Column('bigint') quantityPacks: number;
  @Column('int') koperasiCount: number;
}

@Entity('lot_membership')
export class LotMembershipEntity {
  @PrimaryColumn('uuid') lineId: string;
  @Column('uuid', { nullable: true }) lotId: string | null;
  @Column('text', { nullable: true }) refusal: LineRefusal | null;
}
