import { Column, Entity, PrimaryColumn } from 'typeorm';
import { IdempotencyKeyEntity } from './idempotency/idempotency.entity.js';

@Entity('outbox')
class OutboxEntity {
  @PrimaryColumn('bigint') id: number;
  @Column('text') type: string;
  @Column('jsonb') payload: object;
  @Column('timestamptz') recordedAt: Date;
  @Column('timestamptz', { nullable: true }) relayedAt: Date | null;
}

@Entity('inbox')
class InboxEntity {
  @PrimaryColumn('bigint') eventId: number;
  @PrimaryColumn('text') consumer: string;
  @Column('text') state: 'pending' | 'done' | 'parked';
  @Column('int') attempts: number;
  @Column('int') generation: number;
  @Column('timestamptz') dueAt: Date;
  @Column('text', { nullable: true }) lastError: string | null;
  @Column('timestamptz', { nullable: true }) doneAt: Date | null;
}

/** Who reads which event, of all versions that ran here. */
@Entity('consumer')
class ConsumerEntity {
  @PrimaryColumn('text') name: string;
  @Column('text') eventType: string;
  @Column('timestamptz') announcedAt: Date;
  @Column('timestamptz', { nullable: true }) retiredAt: Date | null;
}

@Entity('audit_event')
class AuditEventEntity {
  @PrimaryColumn('bigint') id: number;
  @Column('timestamptz') happenedAt: Date;
  @Column('uuid', { nullable: true }) actorId: string | null;
  @Column('text') action: string;
  @Column('text') subjectType: string;
  @Column('text') subjectId: string;
  @Column('jsonb') data: object;
  @Column('bigint') transactionId: number;
  @Column('uuid', { nullable: true }) keyId: string | null;
}

/** Each audit row's place in the chain, bound to all before it by its hash. */
@Entity('audit_chain')
class AuditChainEntity {
  @PrimaryColumn('bigint') number: number;
  @Column('bigint') auditId: number;
  @Column('bytea') previous: Buffer;
  @Column('bytea') hash: Buffer;
  /** What its hash is over: 1 until the key of the request was hashed too, then 2. */
  @Column('smallint') format: number;
}

@Entity('audit_head')
class AuditHeadEntity {
  @PrimaryColumn('bigint') number: number;
  @Column('bytea') hash: Buffer;
  @Column('timestamptz') publishedAt: Date;
  @Column('bigint') horizon: number;
}

/** Tables whose changes need no audit row of their own, with why. */
@Entity('audit_exempt')
class AuditExemptEntity {
  @PrimaryColumn('text') tableName: string;
  @Column('text') reason: string;
}

export const platformEntities = [
  OutboxEntity,
  InboxEntity,
  ConsumerEntity,
  AuditEventEntity,
  AuditChainEntity,
  AuditHeadEntity,
  AuditExemptEntity,
  IdempotencyKeyEntity,
];
