import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BidAction, BidTier } from '../../core/bid/bid-terms.js';

@Entity('tender')
export class TenderEntity {
  @PrimaryColumn('uuid') lotId: string;
  @Column('timestamptz') closesAt: Date;
  @Column('timestamptz', { nullable: true }) openedAt: Date | null;
  @Column('int', { nullable: true }) bidCount: number | null;
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
  @Column('jsonb', { nullable: true }) tiers: BidTier[] | null;
  @Column('uuid') madeBy: string;
  @Column('timestamptz') madeAt: Date;
}
