import { Column, Entity, PrimaryColumn } from 'typeorm';

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
}

export const platformEntities = [OutboxEntity, InboxEntity, ConsumerEntity, AuditEventEntity];
