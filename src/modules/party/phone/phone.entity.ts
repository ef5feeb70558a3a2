import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('party_phone')
export class PartyPhoneEntity {
  @PrimaryColumn('uuid') partyId: string;
  /** As it is dialled from anywhere; null: taken back. */
  @Column('text', { nullable: true }) phone: string | null;
  @Column('int') version: number;
  @Column('uuid') setBy: string;
  @Column('timestamptz') setAt: Date;
}
