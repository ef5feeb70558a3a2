import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('payout')
export class PayoutEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') payerId: string;
  @Column('uuid') payeeId: string;
  @Column('uuid') accountId: string;
  @Column('text') method: string;
  @Column('bigint') amountRp: number;
  @Column('uuid') decisionId: string;
  @Column('text') state: string;
  @Column('timestamptz') proposedAt: Date;
  @Column('timestamptz', { nullable: true }) approvedAt: Date | null;
  @Column('timestamptz', { nullable: true }) sentAt: Date | null;
  @Column('uuid', { nullable: true }) sentBy: string | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('uuid', { nullable: true }) journalId: string | null;
  @Column('uuid', { nullable: true }) returnJournalId: string | null;
  @Column('bigint', { nullable: true }) overRp: number | null;
  @Column('int') version: number;
}

@Entity('payout_item')
export class PayoutItemEntity {
  @PrimaryColumn('uuid') payoutId: string;
  @PrimaryColumn('uuid') dueId: string;
  @Column('bigint') amountRp: number;
  @Column('boolean') isUnderWay: boolean;
}

@Entity('payout_proof')
export class PayoutProofEntity {
  @PrimaryColumn('uuid') payoutId: string;
  @PrimaryColumn('bytea') sha256: Buffer;
  @Column('text') mediaType: string;
  @Column('text') fileName: string;
  @Column('bytea') content: Buffer;
  @Column('uuid') uploadedBy: string;
  @Column('timestamptz') uploadedAt: Date;
}

@Entity('bank_statement')
export class BankStatementEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') partyId: string;
  @Column('uuid') accountId: string;
  @Column('text') format: string;
  @Column('bytea') sha256: Buffer;
  @Column('int') lines: number;
  @Column('int') newLines: number;
  @Column('date') firstDay: string;
  @Column('date') lastDay: string;
  @Column('uuid') importedBy: string;
  @Column('timestamptz') importedAt: Date;
}

@Entity('bank_line')
export class BankLineEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') partyId: string;
  @Column('uuid') accountId: string;
  @Column('uuid') statementId: string;
  @Column('bytea') lineKey: Buffer;
  @Column('date') bookedOn: string;
  @Column('bigint') amountRp: number;
  @Column('smallint') sen: number;
  @Column('text') text: string;
  @Column('text') state: string;
  @Column('text', { nullable: true }) resolvedAs: string | null;
  @Column('uuid', { nullable: true }) resolvedId: string | null;
  @Column('uuid', { nullable: true }) resolvedBy: string | null;
  @Column('timestamptz', { nullable: true }) resolvedAt: Date | null;
  @Column('uuid', { nullable: true }) suspenseJournalId: string | null;
  @Column('int') version: number;
}

@Entity('payout_account')
export class PayoutAccountEntity {
  @PrimaryColumn('uuid') partyId: string;
  @Column('bytea') keys: Buffer;
  @Column('uuid') setBy: string;
  @Column('timestamptz') setAt: Date;
  @Column('int') version: number;
}

@Entity('former_payout_keys')
export class FormerPayoutKeysEntity {
  @PrimaryColumn('uuid') partyId: string;
  @PrimaryColumn('int') version: number;
  @Column('bytea') keys: Buffer;
  @Column('timestamptz') replacedAt: Date;
}

@Entity('payout_call')
export class PayoutCallEntity {
  @PrimaryColumn('uuid') payoutId: string;
  @Column('uuid') payerId: string;
  @Column('text', { nullable: true }) referenceNo: string | null;
  @Column('timestamptz') begunAt: Date;
  @Column('timestamptz', { nullable: true }) nextAt: Date | null;
  @Column('int') tries: number;
  @Column('text', { nullable: true }) answer: string | null;
  @Column('int', { nullable: true }) accountVersion: number | null;
}

@Entity('payout_notification')
export class PayoutNotificationEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { nullable: true }) payoutId: string | null;
  @Column('bytea') raw: Buffer;
  @Column('boolean') isSigned: boolean;
  @Column('text', { nullable: true }) fault: string | null;
  @Column('timestamptz') heardAt: Date;
}
