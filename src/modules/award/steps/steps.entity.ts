import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ContractAnswer, OutReason } from '../../../core/award/steps/course.js';
import type { DeclaredStep } from '../../../core/pool/declare-steps.js';

/** A step of an attempt: it waits until it has ended. */
@Entity('award_step')
export class AwardStepEntity {
  @PrimaryColumn('uuid') awardId: string;
  @PrimaryColumn('text') step: DeclaredStep;
  @Column('uuid') lotId: string;
  @Column('timestamptz') beganAt: Date;
  @Column('timestamptz') dueAt: Date;
  @Column('timestamptz') defaultAt: Date;
  @Column('timestamptz', { nullable: true }) deputyCalledAt: Date | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  /** Null when time ended it. */
  @Column('uuid', { nullable: true }) endedBy: string | null;
  /** The move it ended with. */
  @Column('text', { nullable: true }) outcome: string | null;
}

@Entity('objection')
export class ObjectionEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') awardId: string;
  @Column('uuid') partyId: string;
  @Column('uuid', { nullable: true }) bidId: string | null;
  @Column('text') reason: string;
  @Column('uuid') madeBy: string;
  @Column('timestamptz') madeAt: Date;
}

@Entity('objection_answer')
export class ObjectionAnswerEntity {
  @PrimaryColumn('uuid') objectionId: string;
  @Column('text') answer: 'upheld' | 'rejected';
  @Column('text') reason: string;
  @Column('uuid') answeredBy: string;
  @Column('timestamptz') answeredAt: Date;
}

@Entity('contract_answer')
export class ContractAnswerEntity {
  @PrimaryColumn('uuid') awardId: string;
  @PrimaryColumn('uuid') supplierId: string;
  @Column('text') answer: ContractAnswer;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('uuid') answeredBy: string;
  @Column('timestamptz') answeredAt: Date;
}

/** A bid that takes no further part in its lot. */
@Entity('bid_out')
export class BidOutEntity {
  @PrimaryColumn('uuid') bidId: string;
  @Column('uuid') lotId: string;
  @Column('uuid') awardId: string;
  @Column('text') reason: OutReason;
  @Column('timestamptz') outAt: Date;
}
