import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('share')
export class ShareEntity {
  @PrimaryColumn('uuid') lineId: string;
  @Column('uuid') lotId: string;
  @Column('int') askedPacks: number;
  @Column('int') allocatedPacks: number;
  @Column('text') draw: string;
}

@Entity('allocation')
export class AllocationEntity {
  @PrimaryColumn('uuid') lineId: string;
  @PrimaryColumn('uuid') supplierId: string;
  @Column('uuid') lotId: string;
  @Column('int') packs: number;
}

/** Awarded packs that no line could use. */
@Entity('surplus')
export class SurplusEntity {
  @PrimaryColumn('uuid') lotId: string;
  @PrimaryColumn('uuid') supplierId: string;
  @Column('bigint') packs: number;
}
