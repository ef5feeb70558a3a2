import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('withholding_rate')
export class WithholdingRateEntity {
  @PrimaryColumn('text') code: string;
  @PrimaryColumn('date') validFrom: string;
  @Column('int') rateBps: number;
  @Column('bigint') aboveRp: number;
  @Column('text') source: string;
}

/** What an organiser withheld of a supplier's bill; below zero: taken back. */
@Entity('withheld_tax')
export class WithheldTaxEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') wholeBillId: string;
  @Column('int') sequence: number;
  @Column('uuid') organiserId: string;
  @Column('uuid') supplierId: string;
  @Column('text') code: string;
  @Column('date') rateFrom: string;
  @Column('bigint') baseRp: number;
  @Column('bigint') amountRp: number;
  @Column('uuid') journalId: string;
  @Column('timestamptz') withheldAt: Date;
}

@Entity('withholding_slip')
export class WithholdingSlipEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') wholeBillId: string;
  @Column('uuid') organiserId: string;
  @Column('uuid') supplierId: string;
  @Column('text') code: string;
  @Column('text') slipNumber: string;
  @Column('uuid') writtenBy: string;
  @Column('timestamptz') writtenAt: Date;
}
