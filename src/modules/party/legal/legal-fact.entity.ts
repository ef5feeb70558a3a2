import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('legal_fact')
export class LegalFactEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') partyId: string;
  @Column('text') kind: string;
  @Column('boolean') holds: boolean;
  @Column('date') validFrom: string;
  @Column('text') basis: string;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
}
