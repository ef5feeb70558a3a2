import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OfferAction, OfferTier, TierKind } from '../../core/offer/offer-terms.js';

@Entity('standing_offer')
export class StandingOfferEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') supplierId: string;
  @Column('text') packCode: string;
  @Column('text') regionCode: string;
}

@Entity('standing_offer_revision')
export class StandingOfferRevisionEntity {
  @PrimaryColumn('uuid') offerId: string;
  @PrimaryColumn('int') revision: number;
  @Column('text') action: OfferAction;
  @Column('text', { nullable: true }) tierKind: TierKind | null;
  @Column('jsonb', { nullable: true }) tiers: OfferTier[] | null;
  @Column('int', { nullable: true }) capacityPacks: number | null;
  @Column('int', { nullable: true }) minimumPacks: number | null;
  @Column('int', { nullable: true }) leadTimeDays: number | null;
  @Column('jsonb', { nullable: true }) surchargeRpPerUnit: Record<string, number | null> | null;
  @Column('date', { nullable: true }) validFrom: string | null;
  @Column('date', { nullable: true }) validUntil: string | null;
  @Column('uuid') madeBy: string;
  @Column('timestamptz') madeAt: Date;
}
