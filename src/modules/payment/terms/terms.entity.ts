import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('credit_terms')
export class CreditTermsEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') grantorId: string;
  @Column('uuid') buyerId: string;
  @Column('text') kind: string;
  @Column('int') days: number;
  @Column('bigint') limitRp: number;
  @Column('timestamptz') effectiveFrom: Date;
  @Column('uuid') grantedBy: string;
  @Column('timestamptz') grantedAt: Date;
}

@Entity('due_reminder')
export class DueReminderEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') dueId: string;
  @Column('text') stage: string;
  @Column('timestamptz') remindedAt: Date;
}
