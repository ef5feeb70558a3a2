import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The answer to a request that bore an Idempotency-Key. */
@Entity('idempotency_key')
export class IdempotencyKeyEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') personId: string;
  @Column('bytea') fingerprint: Buffer;
  @Column('text', { nullable: true }) answer: string | null;
  @Column('bigint') transactionId: number;
  @Column('timestamptz') madeAt: Date;
}
