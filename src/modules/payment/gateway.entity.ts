import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('gateway_account')
export class GatewayAccountEntity {
  @PrimaryColumn('uuid') partyId: string;
  @Column('text') merchantId: string;
  @Column('bytea') sealedKeys: Buffer;
  @Column('text', { array: true }) channels: string[];
  @Column('uuid') changedBy: string;
  @Column('timestamptz') changedAt: Date;
  @Column('int') version: number;
}

@Entity('former_gateway_keys')
export class FormerGatewayKeysEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') partyId: string;
  @Column('text') merchantId: string;
  @Column('bytea') sealedKeys: Buffer;
  @Column('timestamptz') replacedAt: Date;
}

@Entity('payment')
export class PaymentEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') orderId: string;
  @Column('uuid') payerId: string;
  @Column('uuid') payeeId: string;
  @Column('text') channel: string;
  @Column('bigint') amountRp: number;
  @Column('bigint') feeRp: number;
  @Column('int') settlingDelayS: number;
  @Column('boolean') isRefundable: boolean;
  @Column('text') state: string;
  @Column('text', { array: true }) seen: string[];
  @Column('bigint') refundedRp: number;
  @Column('jsonb', { nullable: true }) instructions: object | null;
  @Column('text', { nullable: true }) fault: string | null;
  @Column('text', { nullable: true }) transactionId: string | null;
  @Column('timestamptz', { nullable: true }) chargedAt: Date | null;
  @Column('text', { nullable: true }) merchantId: string | null;
  @Column('timestamptz', { nullable: true }) cancelAskedAt: Date | null;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) settledAt: Date | null;
  @Column('timestamptz', { nullable: true }) firmAt: Date | null;
  @Column('uuid', { nullable: true }) journalId: string | null;
  @Column('uuid', { nullable: true }) reversalJournalId: string | null;
  @Column('timestamptz', { nullable: true }) clearedAt: Date | null;
  @Column('uuid') createdBy: string;
  @Column('timestamptz') createdAt: Date;
  @Column('int') version: number;
}

@Entity('payment_item')
export class PaymentItemEntity {
  @PrimaryColumn('uuid') paymentId: string;
  @PrimaryColumn('uuid') dueId: string;
  @Column('bigint') amountRp: number;
}

@Entity('gateway_ask')
export class GatewayAskEntity {
  @PrimaryColumn('uuid') paymentId: string;
  @Column('text') call: string;
  @Column('timestamptz', { nullable: true }) dueAt: Date | null;
  @Column('int') round: number;
}

@Entity('gateway_call')
export class GatewayCallEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') paymentId: string;
  @Column('text') call: string;
  @Column('uuid', { nullable: true }) refundId: string | null;
  @Column('timestamptz') beganAt: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('text', { nullable: true }) outcome: string | null;
  @Column('int', { nullable: true }) code: number | null;
}

@Entity('gateway_notification')
export class GatewayNotificationEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { nullable: true }) body: string | null;
  @Column('int') sizeBytes: number;
  @Column('timestamptz') receivedAt: Date;
}

@Entity('gateway_verdict')
export class GatewayVerdictEntity {
  @PrimaryColumn('uuid') notificationId: string;
  @Column('text') verdict: string;
  @Column('uuid', { nullable: true }) paymentId: string | null;
  @Column('timestamptz') judgedAt: Date;
}

@Entity('suspense_item')
export class SuspenseItemEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') payeeId: string;
  @Column('uuid', { nullable: true }) payerId: string | null;
  @Column('uuid', { nullable: true }) paymentId: string | null;
  @Column('uuid') sourceId: string;
  @Column('bigint') amountRp: number;
  @Column('text') reason: string;
  @Column('text') state: string;
  @Column('timestamptz') firmAt: Date;
  @Column('uuid', { nullable: true }) dueId: string | null;
  @Column('uuid', { nullable: true }) journalId: string | null;
  @Column('uuid', { nullable: true }) decisionId: string | null;
  @Column('text', { nullable: true }) outcome: string | null;
  @Column('bigint', { nullable: true }) outcomeRp: number | null;
  @Column('timestamptz') arisenAt: Date;
  @Column('uuid', { nullable: true }) resolvedBy: string | null;
  @Column('timestamptz', { nullable: true }) resolvedAt: Date | null;
  @Column('int') version: number;
}

@Entity('due_transfer')
export class DueTransferEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') dueId: string;
  @Column('bigint') amountRp: number;
  @Column('date') paidOn: string;
  @Column('text', { nullable: true }) reference: string | null;
  @Column('text') state: string;
  @Column('uuid') claimedBy: string;
  @Column('timestamptz') claimedAt: Date;
  @Column('uuid', { nullable: true }) judgedBy: string | null;
  @Column('timestamptz', { nullable: true }) judgedAt: Date | null;
  @Column('text', { nullable: true }) refusalReason: string | null;
}

@Entity('transfer_proof')
export class TransferProofEntity {
  @PrimaryColumn('uuid') transferId: string;
  @PrimaryColumn('bytea') sha256: Buffer;
  @Column('text') mediaType: string;
  @Column('text') fileName: string;
  @Column('bytea') content: Buffer;
  @Column('uuid') uploadedBy: string;
  @Column('timestamptz') uploadedAt: Date;
}

@Entity('payment_refund')
export class PaymentRefundEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') paymentId: string;
  @Column('uuid') dueId: string;
  @Column('uuid') payerId: string;
  @Column('uuid') payeeId: string;
  @Column('text') refundKey: string;
  @Column('bigint') amountRp: number;
  @Column('text') reason: string;
  @Column('text') state: string;
  @Column('uuid') decisionId: string;
  @Column('uuid', { nullable: true }) journalId: string | null;
  @Column('text', { nullable: true }) fault: string | null;
  @Column('timestamptz') proposedAt: Date;
  @Column('timestamptz', { nullable: true }) doneAt: Date | null;
}

export const gatewayEntities = [
  GatewayAccountEntity,
  FormerGatewayKeysEntity,
  PaymentEntity,
  PaymentItemEntity,
  GatewayAskEntity,
  GatewayCallEntity,
  GatewayNotificationEntity,
  GatewayVerdictEntity,
  SuspenseItemEntity,
  DueTransferEntity,
  TransferProofEntity,
  PaymentRefundEntity,
];
