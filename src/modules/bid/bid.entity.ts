import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BidAction, ZoneSurcharge } from '../../core/bid/bid-terms.js';
import type { PriceTier, TierKind } from '../../core/offer/schedule.js';

@Entity('tender')
export class TenderEntity {
  @PrimaryColumn('uuid') lotId: string;
  @Column('timestamptz') closesAt: Date;
  @Column('timestamptz', { nullable: true }) openedAt: Date | null;
  @Column('int', { nullable: true }) bidCount: number | null;
  @Column('int') attempt: number;
  @Column('timestamptz', { nullable: true }) deputyCalledAt: Date | null;
}

@Entity('bid')
export class BidEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') lotId: string;
  @Column('uuid') supplierId: string;
}

@Entity('bid_revision')
export class BidRevisionEntity {
  @PrimaryColumn('uuid') bidId: string;
  @PrimaryColumn('int') revision: number;
  @Column('text') action: BidAction;
  @Column('int', { nullable: true }) capacityPacks: number | null;
  @Column('int', { nullable: true }) minimumPacks: number | null;
  @Column('int', { nullable: true }) leadTimeDays: number | null;
  @Column('jsonb', { nullable: true }) tiers: PriceTier[] | null;
  @Column('uuid') madeBy: string;
  @Column('timestamptz') madeAt: Date;
  @Column('text') tierKind: TierKind;
  @Column('jsonb') surcharges: ZoneSurcharge[];
  @Column('int', { nullable: true }) maxPerBuyerPacks: number | null;
  @Column('text', { nullable: true }) warehouseCode: string | null;
  @Column('int') taxBps: number;
  @Column('int') paymentDays: number;
  @Column('date', { nullable: true }) validUntil: string | null;
  @Column('text', { nullable: true }) origin: string | null;
  @Column('text', { nullable: true }) hash: string | null;
  @Column('text', { nullable: true }) sealedText: string | null;
}

@Entity('supplier_terms_revision')
export class SupplierTermsRevisionEntity {
  @PrimaryColumn('uuid') poolId: string;
  @PrimaryColumn('uuid') supplierId: string;
  @PrimaryColumn('int') revision: number;
  @Column('bigint') fixedChargeRp: number;
  @Column('bigint', { nullable: true }) capacityMilli: number | null;
  @Column('bigint') minimumOrderRp: number;
  @Column('uuid') madeBy: string;
  @Column('timestamptz') madeAt: Date;
  @Column('text', { nullable: true }) hash: string | null;
  @Column('text', { nullable: true }) sealedText: string | null;
}
