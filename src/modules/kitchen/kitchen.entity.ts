import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RequirementState } from '../../core/kitchen/publish-requirement.js';

@Entity('requirement')
export class RequirementEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') kitchenId: string;
  @Column('text') isoWeek: string;
  @Column('text') state: RequirementState;
  @Column('int') version: number;
  @Column('timestamptz', { nullable: true }) publishedAt: Date | null;
  @Column('uuid', { nullable: true }) publishedBy: string | null;
}

@Entity('requirement_line')
export class RequirementLineEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') requirementId: string;
  @Column('date') neededOn: string;
  @Column('text') commodityCode: string;
  @Column('bigint') quantityMilli: number;
}
