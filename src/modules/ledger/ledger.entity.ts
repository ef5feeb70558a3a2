import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('account')
export class AccountEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') partyId: string;
  @Column('text') purpose: string;
}

@Entity('journal')
export class JournalEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') businessKey: string;
  @Column('text') kind: string;
  @Column('timestamptz') postedAt: Date;
  @Column('uuid', { nullable: true }) reversesId: string | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('text', { nullable: true }) reference: string | null;
  @Column('uuid', { nullable: true }) poolId: string | null;
  @Column('timestamptz') effectiveAt: Date;
}

@Entity('posting')
export class PostingEntity {
  @PrimaryColumn('uuid') journalId: string;
  @PrimaryColumn('int') lineNo: number;
  @Column('uuid') accountId: string;
  @Column('bigint') amountRp: number;
}

@Entity('account_day')
export class AccountDayEntity {
  @PrimaryColumn('uuid') partyId: string;
  @PrimaryColumn('text') purpose: string;
  @PrimaryColumn('date') day: string;
  @Column('bigint') debitRp: number;
  @Column('bigint') creditRp: number;
}

@Entity('posting_tail')
export class PostingTailEntity {
  @PrimaryColumn('uuid') accountId: string;
  @PrimaryColumn('bigint') id: number;
  @Column('date') day: string;
  @Column('bigint') amountRp: number;
}

@Entity('ledger_hold')
export class LedgerHoldEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') businessKey: string;
  @Column('uuid') partyId: string;
  @Column('text') purpose: string;
  @Column('bigint') amountRp: number;
  @Column('text') state: string;
  @Column('uuid', { nullable: true }) journalId: string | null;
  @Column('timestamptz') heldAt: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}

@Entity('ledger_check')
export class LedgerCheckEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') checkName: string;
  @Column('date') day: string;
  @Column('text') outcome: string;
  @Column('text', { array: true }) views: string[];
  @Column('int') failureCount: number;
  @Column('jsonb') failures: { view: string; subject: string; detail: string }[];
  @Column('timestamptz') ranAt: Date;
}
