import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PriceKind } from '../../core/pool/pricing.js';
import type { DeclaredStep } from '../../core/pool/declare-steps.js';

@Entity('pool')
export class PoolEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organiserId: string;
  @Column('text') title: string;
  @Column('text') regionCode: string;
  @Column('text') side: string;
  @Column('text') purpose: string;
  @Column('text') contractMode: string;
  @Column('text') rationingRule: string;
  @Column('int') depositRateBps: number;
  @Column('text') depositForfeit: string;
  @Column('int') depositReturnDays: number;
  @Column('int') depositGraceS: number;
  @Column('text') dueBy: string;
  @Column('timestamptz', { nullable: true }) linesReleasedAt: Date | null;
  @Column('timestamptz', { nullable: true }) depositsAskedAt: Date | null;
  @Column('text') state: string;
  @Column('timestamptz') closesAt: Date;
  @Column('int') biddingPeriodS: number;
  @Column('date') neededFrom: string;
  @Column('date') neededUntil: string;
  @Column('int') version: number;
  @Column('timestamptz') createdAt: Date;
  @Column('uuid') createdBy: string;
  @Column('timestamptz', { nullable: true }) openedAt: Date | null;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
  @Column('uuid', { nullable: true }) closedBy: string | null;
  @Column('text', { nullable: true }) closeReason: string | null;
  @Column('timestamptz', { nullable: true }) discardedAt: Date | null;
  @Column('uuid', { nullable: true }) discardedBy: string | null;
  @Column('text', { nullable: true }) discardReason: string | null;
}

@Entity('pool_item')
export class PoolItemEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') poolId: string;
  @Column('int') position: number;
  @Column('text') commodityCode: string;
  @Column('text') packCode: string;
  @Column('bigint') packSizeMilli: number;
  @Column('text') mode: string;
  @Column('bigint') ceilingRpPerUnit: number;
  @Column('text') ceilingSource: string;
  @Column('bigint') referenceRpPerUnit: number;
}

@Entity('pool_step')
export class PoolStepEntity {
  @PrimaryColumn('uuid') poolId: string;
  @PrimaryColumn('text') step: DeclaredStep;
  @Column('int') dueS: number;
  @Column('uuid', { nullable: true }) holderId: string | null;
  @Column('uuid', { nullable: true }) deputyId: string | null;
  @Column('int') deputyS: number;
}

@Entity('pool_award_rule')
export class PoolAwardRuleEntity {
  @PrimaryColumn('uuid') poolId: string;
  @Column('int') annualRateBps: number;
  @Column('int') maxShareBps: number;
  @Column('int') minSuppliers: number;
  @Column('bigint') missingSupplierRp: number;
  @Column('int') reservedShareBps: number;
}

@Entity('pool_freight')
export class PoolFreightEntity {
  @PrimaryColumn('uuid') poolId: string;
  @PrimaryColumn('text') fromCode: string;
  @PrimaryColumn('text') toCode: string;
  @Column('bigint') rpPerUnit: number;
}

@Entity('item_distribution')
export class ItemDistributionEntity {
  @PrimaryColumn('uuid') itemId: string;
  @Column('uuid') supplierId: string;
  @Column('bigint') priceRpPerUnit: number;
  @Column('int') quotaPerBuyerPacks: number;
  @Column('bigint', { nullable: true }) stockPacks: number | null;
  @Column('int', { nullable: true }) maxPerPickupPacks: number | null;
  @Column('text') pickupPlace: string;
}

@Entity('item_grade')
export class ItemGradeEntity {
  @PrimaryColumn('uuid') itemId: string;
  @Column('int') position: number;
  @PrimaryColumn('text') code: string;
  @Column('int') priceBps: number;
}

@Entity('commitment_line')
export class CommitmentLineEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') poolId: string;
  @Column('uuid') itemId: string;
  @Column('uuid') koperasiId: string;
  @Column('uuid') beneficiaryId: string;
  @Column('date') neededBy: string;
  @Column('int') quantityPacks: number;
  @Column('int') tolerancePacks: number;
  @Column('int') minimumPacks: number;
  @Column('bigint', { nullable: true }) maxLandedRp: number | null;
  @Column('boolean') acceptsMerge: boolean;
  @Column('uuid', { nullable: true }) requirementLineId: string | null;
  @Column('text') state: 'active' | 'withdrawn';
  @Column('int') version: number;
  @Column('uuid') madeBy: string;
  @Column('timestamptz') madeAt: Date;
}

@Entity('commitment_revision')
export class CommitmentRevisionEntity {
  @PrimaryColumn('uuid') lineId: string;
  @PrimaryColumn('int') version: number;
  @Column('text') state: 'active' | 'withdrawn';
  @Column('int') quantityPacks: number;
  @Column('int') tolerancePacks: number;
  @Column('int') minimumPacks: number;
  @Column('bigint', { nullable: true }) maxLandedRp: number | null;
  @Column('boolean') acceptsMerge: boolean;
  @Column('uuid') madeBy: string;
  @Column('timestamptz') madeAt: Date;
}

@Entity('pool_pricing')
export class PoolPricingEntity {
  @PrimaryColumn('uuid') poolId: string;
  @Column('text') kind: PriceKind;
  @Column('bigint') feeRpPerUnit: number;
}
