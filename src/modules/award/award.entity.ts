import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AwardOutcome } from '../../core/award/award-outcome.js';
import type { AwardProblem } from '../../core/award/joint/award-problem.js';
import type { LotAward } from '../../core/award/lot-award.js';
import type { AwardState } from '../../core/award/award-state.js';
import type { Coalition, OutReason } from '../../core/award/coalition/coalition.js';
import type { ItemMode } from '../../core/pool/draft-distribution.js';

/** What the engine says about an award beyond its lines: kept as computed, never rewritten. */
export type AwardExplanation = Omit<LotAward, 'lotId' | 'lines' | 'costRp' | 'boundRp' | 'gapPpm'>;

/** How the lines were found that buy together. */
export type KeptCoalition = Pick<Coalition, 'rounds' | 'tolerances' | 'shortZones' | 'unweighed' | 'solves'>;

@Entity('award_group')
export class AwardGroupEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') poolId: string;
  @Column('jsonb') problem: AwardProblem;
  @Column('jsonb') outcome: AwardOutcome;
  @Column('timestamptz') computedAt: Date;
  /** Null of groups awarded before shares were part of it. */
  @Column('jsonb', { nullable: true }) coalition: KeptCoalition | null;
}

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
  @Column('uuid', { nullable: true }) groupId: string | null;
  @Column('text') mode: ItemMode;
  /** Taken beyond what was asked, of lines that tolerate more. */
  @Column('bigint') tolerancePacks: number;
  /** Asked by lines that a limit keeps out. */
  @Column('bigint') leftPacks: number;
}

@Entity('award_line')
export class AwardLineEntity {
  @PrimaryColumn('uuid') awardId: string;
  /** Null where a supplier distributes at a fixed price. */
  @Column('uuid', { nullable: true }) bidId: string | null;
  @PrimaryColumn('uuid') supplierId: string;
  @Column('int') tierNo: number;
  @Column('bigint') packs: number;
  @Column('bigint') priceRpPerUnit: number;
  @Column('bigint') amountRp: number;
  @Column('bigint') surchargeRp: number;
  @Column('bigint') freightRp: number;
  @Column('bigint') taxRp: number;
  @Column('bigint') fixedRp: number;
}

@Entity('award_zone')
export class AwardZoneEntity {
  @PrimaryColumn('uuid') awardId: string;
  @PrimaryColumn('uuid') bidId: string;
  @PrimaryColumn('text') zoneCode: string;
  @Column('bigint') packs: number;
  @Column('bigint') surchargeRpPerUnit: number;
  @Column('bigint') freightRpPerUnit: number;
  @Column('bigint') amountRp: number;
}

/** What an award gives a line, and what that comes to; or why it gives nothing. */
@Entity('award_share')
export class AwardShareEntity {
  @PrimaryColumn('uuid') awardId: string;
  @PrimaryColumn('uuid') lineId: string;
  @Column('int') packs: number;
  @Column('bigint') amountRp: number;
  @Column('text', { nullable: true }) reason: OutReason | null;
  @Column('int', { nullable: true }) wouldPacks: number | null;
  @Column('bigint', { nullable: true }) wouldAmountRp: number | null;
}
