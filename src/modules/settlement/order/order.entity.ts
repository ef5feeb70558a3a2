import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('purchase_order')
export class PurchaseOrderEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') dropId: string;
  @Column('uuid') poolId: string;
  @Column('uuid') buyerId: string;
  @Column('uuid') sellerId: string;
  /** 1 as first issued; one more each time its drop grew. */
  @Column('int') revision: number;
  @Column('timestamptz') issuedAt: Date;
  @Column('timestamptz', { nullable: true }) changedAt: Date | null;
}

@Entity('purchase_order_line')
export class PurchaseOrderLineEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') orderId: string;
  @Column('int') lineNo: number;
  /** With which revision of the order it came. */
  @Column('int') revision: number;
  @Column('uuid') sellerId: string;
  @Column('uuid') lotId: string;
  @Column('text') kind: string;
  @Column('int') packs: number;
  @Column('bigint') packSizeMilli: number;
  @Column('bigint') priceRpPerUnit: number;
  @Column('bigint') amountRp: number;
  @Column('text') taxCode: string;
  @Column('bigint') baseRp: number;
  @Column('bigint') taxRp: number;
  @Column('date', { nullable: true }) rateFrom: string | null;
}
