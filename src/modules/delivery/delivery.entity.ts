import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('delivery_drop')
export class DeliveryDropEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') poolId: string;
  @Column('uuid') supplierId: string;
  @Column('uuid') koperasiId: string;
  @Column('int') sequence: number;
  @Column('text') state: string;
  @Column('text', { nullable: true }) deliveryNote: string | null;
  @Column('timestamptz', { nullable: true }) dispatchedAt: Date | null;
  @Column('uuid', { nullable: true }) dispatchedBy: string | null;
  @Column('timestamptz', { nullable: true }) receivedAt: Date | null;
  @Column('uuid', { nullable: true }) receivedBy: string | null;
  @Column('int') version: number;
  /** The distributed lot that is picked up; null for a drop that is brought. */
  @Column('uuid', { nullable: true }) pickupLotId: string | null;
  /** Since when it may leave; taken back when it grows or a payment is reversed. */
  @Column('timestamptz', { nullable: true }) releasedAt: Date | null;
  /** Payment requests that are not paid for good; null: not reckoned since it last grew. */
  @Column('int', { nullable: true }) awaitedRequests: number | null;
}

/** Accepted packs of a line by grade. */
@Entity('drop_line_grade')
export class DropLineGradeEntity {
  @PrimaryColumn('uuid') dropId: string;
  @PrimaryColumn('uuid') lineId: string;
  @PrimaryColumn('text') code: string;
  @Column('uuid') itemId: string;
  @Column('int') packs: number;
}

@Entity('drop_line')
export class DropLineEntity {
  @PrimaryColumn('uuid') dropId: string;
  @PrimaryColumn('uuid') lineId: string;
  @Column('uuid') supplierId: string;
  @Column('uuid') lotId: string;
  @Column('int') shippedPacks: number;
  @Column('int', { nullable: true }) acceptedPacks: number | null;
  @Column('int', { nullable: true }) quarantinedPacks: number | null;
  @Column('int', { nullable: true }) damagedPacks: number | null;
  @Column('int', { nullable: true }) missingPacks: number | null;
  /** Accepted, and given back to the supplier since: of goods on consignment. */
  @Column('int') returnedPacks: number;
}
