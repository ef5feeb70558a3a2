import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('payment_request')
export class PaymentRequestEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') dropId: string;
  @Column('uuid') supplierId: string;
  @Column('uuid') koperasiId: string;
  @Column('bigint') amountRp: number;
  @Column('uuid', { nullable: true }) journalId: string | null;
  @Column('timestamptz') issuedAt: Date;
}

@Entity('invoice_series')
export class InvoiceSeriesEntity {
  @PrimaryColumn('uuid') issuerId: string;
  @PrimaryColumn('int') year: number;
  @Column('int') lastNumber: number;
}

@Entity('invoice')
export class InvoiceEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') dropId: string;
  @Column('uuid') issuerId: string;
  @Column('uuid') koperasiId: string;
  @Column('int') year: number;
  @Column('int') number: number;
  @Column('bigint') amountRp: number;
  @Column('uuid', { nullable: true }) journalId: string | null;
  @Column('timestamptz') issuedAt: Date;
}

@Entity('invoice_line')
export class InvoiceLineEntity {
  @PrimaryColumn('uuid') invoiceId: string;
  @PrimaryColumn('uuid') lineId: string;
  @Column('int') acceptedPacks: number;
  @Column('bigint') packSizeMilli: number;
  @Column('bigint') priceRpPerUnit: number;
  @Column('bigint') amountRp: number;
}

@Entity('credit_note')
export class CreditNoteEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') invoiceId: string;
  @Column('bigint') amountRp: number;
  @Column('int') quarantinedPacks: number;
  @Column('int') damagedPacks: number;
  @Column('int') missingPacks: number;
  @Column('uuid') journalId: string;
  @Column('timestamptz') issuedAt: Date;
}
