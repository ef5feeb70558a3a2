import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OrderOutcome } from '../../../core/pool/entered/judge-entered.js';
import type { LineRequest } from '../../../core/pool/place-commitments.js';

/** A line as it was written down; for the koperasi itself. */
export type EnteredLine = Omit<LineRequest, 'limitSides' | 'beneficiaryId'>;

@Entity('entered_order')
export class EnteredOrderEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') poolId: string;
  @Column('uuid') organiserId: string;
  @Column('uuid') koperasiId: string;
  @Column('jsonb') lines: readonly EnteredLine[];
  @Column('uuid') enteredBy: string;
  @Column('uuid', { nullable: true }) askedId: string | null;
  @Column('timestamptz') enteredAt: Date;
  @Column('timestamptz') expiresAt: Date;
  @Column('int') tries: number;
  @Column('text', { nullable: true }) outcome: OrderOutcome | null;
  @Column('text', { nullable: true }) confirmedBy: 'code' | 'self' | null;
  @Column('uuid', { nullable: true }) endedBy: string | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}
