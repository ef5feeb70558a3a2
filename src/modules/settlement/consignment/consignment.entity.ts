import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('consignment')
export class ConsignmentEntity {
  @PrimaryColumn('uuid') dropId: string;
  /** Who collects: in contract mode direct the supplier. */
  @Column('uuid') sellerId: string;
  @Column('uuid') buyerId: string;
  /** To whom goods go back. */
  @Column('uuid') supplierId: string;
  @Column('timestamptz') openedAt: Date;
  @Column('timestamptz') endsAt: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}

@Entity('consignment_line')
export class ConsignmentLineEntity {
  @PrimaryColumn('uuid') dropId: string;
  @PrimaryColumn('uuid') lineId: string;
  @Column('int') handedPacks: number;
}

@Entity('consignment_move')
export class ConsignmentMoveEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') dropId: string;
  @Column('text') kind: string;
  @Column('text') state: string;
  @Column('uuid') toldBy: string;
  @Column('timestamptz') toldAt: Date;
  @Column('uuid', { nullable: true }) judgedBy: string | null;
  @Column('timestamptz', { nullable: true }) judgedAt: Date | null;
}

@Entity('consignment_move_line')
export class ConsignmentMoveLineEntity {
  @PrimaryColumn('uuid') moveId: string;
  @PrimaryColumn('uuid') lineId: string;
  @Column('int') packs: number;
}

export const consignmentEntities = [
  ConsignmentEntity,
  ConsignmentLineEntity,
  ConsignmentMoveEntity,
  ConsignmentMoveLineEntity,
];
