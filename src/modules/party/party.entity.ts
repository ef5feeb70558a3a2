import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SupplierClass } from '../../core/party/class-supplier.js';
import type { HappeningKind } from '../../core/party/happenings.js';
import type { PartyState } from '../../core/party/judge-standing.js';
import type { DisablerRole } from '../../core/party/judge-disabling.js';
import type { PartyKind, Role } from '../../platform/auth/principal.js';

@Entity('region')
export class RegionEntity {
  @PrimaryColumn('text') code: string;
  @Column('text') name: string;
  @Column('text') level: 'city' | 'district' | 'village';
  @Column('text', { nullable: true }) villageType: string | null;
  @Column('text', { nullable: true }) parentCode: string | null;
  @Column('double precision', { nullable: true }) latitude: number | null;
  @Column('double precision', { nullable: true }) longitude: number | null;
  @Column('text', { nullable: true }) hetZone: string | null;
}

@Entity('party')
export class PartyEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: PartyKind;
  @Column('text') code: string;
  @Column('text') name: string;
  @Column('text') state: PartyState;
  @Column('text', { nullable: true }) suspendedReason: string | null;
  @Column('text', { nullable: true }) regionCode: string | null;
  @Column('double precision', { nullable: true }) latitude: number | null;
  @Column('double precision', { nullable: true }) longitude: number | null;
  @Column('text') timeZone: string;
  @Column('jsonb') legalStatus: Record<string, string>;
  @Column('int', { nullable: true }) storageKg: number | null;
  @Column('text', { array: true }) capabilities: string[];
  @Column('uuid', { nullable: true }) partnerKoperasiId: string | null;
  @Column('boolean') isDemo: boolean;
  @Column('int') version: number;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) qualifiedAt: Date | null;
}

@Entity('person')
export class PersonEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') login: string;
  @Column('text') name: string;
  /** Null until the person chose a password by a one-time code. */
  @Column('text', { nullable: true }) passwordHash: string | null;
  @Column('timestamptz', { nullable: true }) disabledAt: Date | null;
  @Column('text', { nullable: true }) disabledAs: DisablerRole | null;
  /** Where messages go. */
  @Column('text', { nullable: true }) contact: string | null;
  @Column('boolean') isDemo: boolean;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) erasedAt: Date | null;
}

@Entity('membership')
export class MembershipEntity {
  @PrimaryColumn('uuid') personId: string;
  @PrimaryColumn('uuid') partyId: string;
  @PrimaryColumn('text') role: Role;
}

@Entity('session')
export class SessionEntity {
  @PrimaryColumn('bytea') tokenHash: Buffer;
  @Column('uuid') personId: string;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) revokedAt: Date | null;
  @Column('uuid') id: string;
  /** To the minute. */
  @Column('timestamptz') lastUsedAt: Date;
  @Column('timestamptz', { nullable: true }) steppedUpAt: Date | null;
  @Column('text', { nullable: true }) device: string | null;
}

@Entity('supplier_class')
export class SupplierClassEntity {
  @PrimaryColumn('uuid') supplierId: string;
  @PrimaryColumn('int') revision: number;
  @Column('text') class: SupplierClass;
  @Column('text') basis: string;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
}

@Entity('happening')
export class HappeningEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') partyId: string;
  @Column('text') kind: HappeningKind;
  @Column('text') subjectType: string;
  @Column('uuid') subjectId: string;
  @Column('jsonb') data: Record<string, unknown>;
  @Column('timestamptz') toldAt: Date;
}
