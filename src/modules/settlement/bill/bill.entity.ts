import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('seller_bill')
export class SellerBillEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') sellerId: string;
  @Column('uuid') buyerId: string;
  @Column('uuid') poolId: string;
  /** The seller's own. */
  @Column('text') number: string;
  @Column('date') billedOn: string;
  @Column('text') state: string;
  @Column('bigint') amountRp: number;
  @Column('bigint') matchedRp: number;
  @Column('uuid') postedBy: string;
  @Column('timestamptz') postedAt: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('text', { nullable: true }) endReason: string | null;
  @Column('int') version: number;
}

@Entity('seller_bill_line')
export class SellerBillLineEntity {
  @PrimaryColumn('uuid') billId: string;
  @PrimaryColumn('int') lineNo: number;
  /** Null: goods that no order names. */
  @Column('uuid', { nullable: true }) orderLineId: string | null;
  @Column('text') description: string;
  @Column('int') packs: number;
  @Column('bigint') amountRp: number;
  @Column('bigint') taxRp: number;
  @Column('int') matchedPacks: number;
  @Column('bigint') matchedRp: number;
  @Column('bigint') heldRp: number;
  @Column('jsonb') differences: unknown;
}

@Entity('bill_difference')
export class BillDifferenceEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') billId: string;
  @Column('uuid') buyerId: string;
  @Column('uuid') sellerId: string;
  @Column('bigint') amountRp: number;
  @Column('text') reason: string;
  @Column('uuid') decisionId: string;
  @Column('text') state: string;
  @Column('uuid', { nullable: true }) journalId: string | null;
  @Column('uuid', { nullable: true }) dueId: string | null;
  @Column('timestamptz') proposedAt: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}

@Entity('bill_word')
export class BillWordEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') billId: string;
  @Column('uuid') partyId: string;
  @Column('uuid') personId: string;
  @Column('text') kind: string;
  @Column('text') text: string;
  @Column('timestamptz') saidAt: Date;
}
