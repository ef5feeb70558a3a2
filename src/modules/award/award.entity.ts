import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LotAward } from '../../core/award/lot-to-award.js';
import type { AwardState } from '../../core/award/award-state.js';

/** What the engine says about an award beyond its lines: kept as computed, never rewritten. */
export type AwardExplanation = Pick<
  LotAward,
  'unservedPacks' | 'penaltyRp' | 'bestSingle' | 'savedRp' | 'reasons' | 'way' | 'nodes'
>;

@Entity('award')
export class AwardEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') lotId: string;
  @Column('text') state: AwardState;
  @Column('bigint') demandPacks: number;
  @Column('bigint') awardedPacks: number;
  @Column('bigint') costRp: number;
  @Column('bigint') boundRp: number;
  @Column('bigint') gapPpm: number;
  @Column('jsonb') explanation: AwardExplanation;
  @Column('timestamptz') computedAt: Date;
  @Column('uuid', { nullable: true }) proposedBy: string | null;
  @Column('timestamptz', { nullable: true }) proposedAt: Date | null;
  @Column('uuid', { nullable: true }) approvedBy: string | null;
  @Column('timestamptz', { nullable: true }) approvedAt: Date | null;
  @Column('int') version: number;
  @Column('int') attempt: number;
  /** Who agreed first to what the system proposed. */
  @Column('uuid', { nullable: true }) endorsedBy: string | null;
  @Column('timestamptz', { nullable: true }) endorsedAt: Date | null;
  @Column('boolean', { nullable: true }) endorsedAsChair: boolean | null;
  @Column('timestamptz', { nullable: true }) replacedAt: Date | null;
}

@Entity('award_line')
export class AwardLineEntity {
  @PrimaryColumn('uuid') awardId: string;
  @PrimaryColumn('uuid') bidId: string;
  @Column('uuid') supplierId: string;
  @Column('int') tierNo: number;
  @Column('bigint') packs: number;
  @Column('bigint') priceRpPerUnit: number;
  @Column('bigint') amountRp: number;
}
