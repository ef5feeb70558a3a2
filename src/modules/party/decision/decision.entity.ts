import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DecisionKind, DecisionState } from '../../../core/party/decision/take-decision.js';

@Entity('decision')
export class DecisionEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: DecisionKind;
  @Column('uuid') partyId: string;
  @Column('uuid') subjectId: string;
  @Column('jsonb') terms: Record<string, string | number | boolean | null>;
  @Column('text') state: DecisionState;
  @Column('uuid') proposedBy: string;
  @Column('timestamptz') proposedAt: Date;
  @Column('timestamptz') expiresAt: Date;
  @Column('uuid', { nullable: true }) approvedBy: string | null;
  @Column('timestamptz', { nullable: true }) approvedAt: Date | null;
  @Column('uuid', { nullable: true }) refusedBy: string | null;
  @Column('timestamptz', { nullable: true }) refusedAt: Date | null;
  @Column('text', { nullable: true }) refusalReason: string | null;
}

@Entity('bank_account')
export class BankAccountEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') partyId: string;
  @Column('uuid') decisionId: string;
  @Column('text') bankCode: string;
  @Column('text') accountNumber: string;
  @Column('text') holderName: string;
  @Column('int') coolingOffH: number;
  @Column('timestamptz') proposedAt: Date;
}

@Entity('bank_account_stop')
export class BankAccountStopEntity {
  @PrimaryColumn('uuid') accountId: string;
  @Column('uuid') partyId: string;
  @Column('uuid') stoppedBy: string;
  @Column('timestamptz') stoppedAt: Date;
  @Column('text') reason: string;
}

@Entity('house_rule')
export class HouseRuleEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organiserId: string;
  @Column('uuid') decisionId: string;
  @Column('text') topic: string;
  @Column('text') textId: string;
  @Column('text', { nullable: true }) value: string | null;
  @Column('date') decidedOn: string;
  @Column('date') effectiveFrom: string;
  @Column('text', { nullable: true }) minutesRef: string | null;
  @Column('timestamptz') proposedAt: Date;
}
