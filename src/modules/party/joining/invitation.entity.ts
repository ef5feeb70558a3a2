import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PartyKind, Role } from '../../../platform/auth/principal.js';

@Entity('invitation')
export class InvitationEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') partyId: string;
  @Column('uuid') invitedBy: string;
  @Column('bytea') codeHash: Buffer;
  @Column('uuid', { nullable: true }) joinPartyId: string | null;
  @Column('uuid', { nullable: true }) decisionId: string | null;
  @Column('text', { nullable: true }) newKind: PartyKind | null;
  @Column('text', { nullable: true }) newName: string | null;
  @Column('text', { nullable: true }) newRegionCode: string | null;
  @Column('int', { nullable: true }) newStorageKg: number | null;
  @Column('text', { array: true }) newCapabilities: string[];
  @Column('uuid', { nullable: true }) newPartnerKoperasiId: string | null;
  @Column('text', { array: true }) roles: Role[];
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) acceptedAt: Date | null;
  @Column('uuid', { nullable: true }) acceptedBy: string | null;
  @Column('uuid', { nullable: true }) acceptedPartyId: string | null;
  @Column('timestamptz', { nullable: true }) revokedAt: Date | null;
  @Column('uuid', { nullable: true }) revokedBy: string | null;
}
