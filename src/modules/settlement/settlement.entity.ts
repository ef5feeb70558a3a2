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
  /** Accepted, but for less than the full price. */
  @Column('int') lowerGradePacks: number;
  @Column('uuid') journalId: string;
  @Column('timestamptz') issuedAt: Date;
}

@Entity('line_price')
export class LinePriceEntity {
  @PrimaryColumn('uuid') lineId: string;
  @PrimaryColumn('uuid') supplierId: string;
  @Column('uuid') lotId: string;
  @Column('text') zoneCode: string;
  @Column('int') packs: number;
  @Column('bigint') chargeRp: number;
  @Column('bigint') billRp: number;
  @Column('bigint') priceRpPerUnit: number;
}

@Entity('lot_fixed_charge')
export class LotFixedChargeEntity {
  @PrimaryColumn('uuid') lotId: string;
  @PrimaryColumn('uuid') supplierId: string;
  @Column('bigint') amountRp: number;
}

@Entity('supplier_bill')
export class SupplierBillEntity {
  @PrimaryColumn('uuid') dropId: string;
  @PrimaryColumn('uuid') lotId: string;
  @Column('uuid') supplierId: string;
  @Column('bigint') goodsRp: number;
  @Column('bigint') fixedRp: number;
  @Column('bigint') amountRp: number;
  @Column('timestamptz') billedAt: Date;
}

@Entity('lot_closing')
export class LotClosingEntity {
  @PrimaryColumn('uuid') lotId: string;
  @Column('bigint') invoicedRp: number;
  @Column('bigint') billedRp: number;
  @Column('bigint') feesRp: number;
  @Column('bigint') creditedRp: number;
  @Column('bigint') uncoveredRp: number;
  @Column('uuid', { nullable: true }) feeJournalId: string | null;
  @Column('timestamptz') closedAt: Date;
}

@Entity('closing_line')
export class ClosingLineEntity {
  @PrimaryColumn('uuid') lotId: string;
  @PrimaryColumn('uuid') lineId: string;
  @Column('int') acceptedPacks: number;
  @Column('bigint') invoicedRp: number;
  @Column('bigint') finalRp: number;
}

@Entity('closing_credit')
export class ClosingCreditEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') lotId: string;
  @Column('uuid') organiserId: string;
  @Column('uuid') koperasiId: string;
  @Column('bigint') amountRp: number;
  @Column('uuid') journalId: string;
  @Column('timestamptz') issuedAt: Date;
}
