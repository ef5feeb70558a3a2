import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('payment_request')
export class PaymentRequestEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') dropId: string;
  @Column('int') sequence: number;
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

/** What of an invoice had not been asked for before, by the days it may take. */
@Entity('invoice_balance')
export class InvoiceBalanceEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') invoiceId: string;
  @Column('int') paymentDays: number;
  @Column('bigint') amountRp: number;
  @Column('timestamptz') dueAt: Date;
}

/** In mode secondary: what a supplier bills the organiser for all of a lot. */
@Entity('whole_bill')
export class WholeBillEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') lotId: string;
  @Column('uuid') supplierId: string;
  @Column('uuid') organiserId: string;
  @Column('bigint') amountRp: number;
  @Column('timestamptz') dueAt: Date;
  @Column('timestamptz') billedAt: Date;
}

@Entity('invoice_line')
export class InvoiceLineEntity {
  @PrimaryColumn('uuid') invoiceId: string;
  @PrimaryColumn('uuid') lineId: string;
  @Column('int') acceptedPacks: number;
  @Column('bigint') packSizeMilli: number;
  @Column('bigint') priceRpPerUnit: number;
  @Column('bigint') amountRp: number;
  @Column('text') taxCode: string;
  @Column('bigint') baseRp: number;
  @Column('bigint') taxRp: number;
  @Column('date', { nullable: true }) rateFrom: string | null;
  /** Of it freight, fixed charges and fee; the rest is goods. */
  @Column('bigint') freightRp: number;
  @Column('bigint') fixedRp: number;
  @Column('bigint') feeRp: number;
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
  /** Days after receipt that it is paid; none: before the goods are released. */
  @Column('int') paymentDays: number;
  /** Handed over without a request, and paid for as it is sold. */
  @Column('boolean') isConsigned: boolean;
  /** Of it freight, fixed charges and fee; the rest is goods. */
  @Column('bigint') freightRp: number;
  @Column('bigint') fixedRp: number;
  @Column('bigint') feeRp: number;
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

@Entity('tax_rate')
export class TaxRateEntity {
  @PrimaryColumn('text') code: string;
  @PrimaryColumn('date') validFrom: string;
  @Column('int') rateBps: number;
  @Column('int') baseNumerator: number;
  @Column('int') baseDenominator: number;
  @Column('text') source: string;
}

/** How far a series of papers has come. */
@Entity('document_series')
export class DocumentSeriesEntity {
  @PrimaryColumn('uuid') issuerId: string;
  @PrimaryColumn('text') kind: string;
  @PrimaryColumn('int') year: number;
  @Column('int') lastNumber: number;
}

/** A paper's number in its issuer's series. */
@Entity('document_number')
export class DocumentNumberEntity {
  @PrimaryColumn('uuid') documentId: string;
  @Column('uuid') issuerId: string;
  @Column('text') kind: string;
  @Column('int') year: number;
  @Column('int') number: number;
}
