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
}

@Entity('posting')
export class PostingEntity {
  @PrimaryColumn('uuid') journalId: string;
  @PrimaryColumn('int') lineNo: number;
  @Column('uuid') accountId: string;
  @Column('bigint') amountRp: number;
}
