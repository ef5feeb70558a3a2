import { liesIn } from '../lies-in.js';
import { refuseParty } from '../refusals.js';
import { refuseJoining } from './refusals.js';

/** Who invites: a party, and the roles that the inviting person has there. */
export interface Inviter {
  readonly kind: string;
  readonly isActive: boolean;
  /** Null: of no region, as the administrator. */
  readonly regionCode: string | null;
  readonly roles: readonly string[];
}

/** A party that is not here yet. */
export interface InvitedParty {
  readonly kind: string;
  readonly regionCode: string | null;
  readonly isRegionKnown: boolean;
  readonly partner: { readonly isKoperasi: boolean } | null;
}

/** A party that is here, which a person is invited to. */
export interface JoinedParty {
  /** The inviter itself. */
  readonly isOwn: boolean;
  readonly kind: string;
  readonly regionCode: string | null;
  readonly hasChair: boolean;
  /** Two people of an organiser have decided that it brings the next chair, by this decision. */
  readonly isDecided: boolean;
}

const invitable: Readonly<Record<string, readonly string[]>> = {
  organiser: ['koperasi', 'supplier', 'carrier', 'kitchen'],
  administrator: ['koperasi', 'supplier', 'carrier', 'kitchen', 'organiser', 'observer'],
};

/** They order by lots, whose zones are kecamatan: so it must be known in which they lie. */
const ofOneVillage = ['koperasi', 'kitchen'];
const VILLAGE_CODE_LENGTH = '32.71.01.1001'.length;

type Speaker = Pick<Inviter, 'kind' | 'roles'>;

/** Whether somebody may invite parties that are not here yet. */
export const bringsParties = ({ kind, roles }: Speaker): boolean =>
  invitable[kind] !== undefined && roles.some((role) => role === 'officer' || role === 'chair');

/** Whether somebody may invite people to parties that are here. */
export const bringsPeople = ({ kind, roles }: Speaker): boolean =>
  roles.includes('chair') || (kind === 'administrator' && roles.includes('officer'));

const requireChairFirst = (roles: readonly string[]): void => {
  if (!roles.includes('chair')) throw refuseJoining('FIRST_PERSON_IS_CHAIR', {}, 'roles');
};

const requireReach = (
  inviter: Pick<Inviter, 'kind' | 'regionCode'>,
  regionCode: string | null,
  field?: string,
): void => {
  if (inviter.kind === 'administrator') return;
  const isNear = inviter.regionCode !== null && regionCode !== null && liesIn(regionCode, inviter.regionCode);
  if (!isNear) throw refuseJoining('INVITED_REGION_OUT_OF_REACH', {}, field);
};

/**
 * Judges the invitation of a new party. Several may share a region and a name; each gets an id of its own.
 *
 *   organiser of 32.71 | koperasi at 32.71.01.1001          -> may, whoever is there already
 *   organiser of 32.71 | koperasi at 35.71.01.1001          -> INVITED_REGION_OUT_OF_REACH
 *   organiser of 32.71 | observer                           -> INVITED_KIND_NOT_ALLOWED
 *   supplier           | supplier                           -> ONLY_ORGANISERS_INVITE_PARTIES
 *
 * @throws Refusal
 */
export const inviteParty = (inviter: Inviter, party: InvitedParty, roles: readonly string[]): void => {
  const kinds = invitable[inviter.kind];
  if (kinds === undefined || !bringsParties(inviter)) throw refuseJoining('ONLY_ORGANISERS_INVITE_PARTIES');
  if (!inviter.isActive) throw refuseJoining('INVITER_SUSPENDED');
  if (!kinds.includes(party.kind))
    throw refuseJoining('INVITED_KIND_NOT_ALLOWED', { kind: party.kind }, 'party.kind');
  const { regionCode } = party;
  if (regionCode !== null && !party.isRegionKnown)
    throw refuseJoining('INVITED_REGION_UNKNOWN', { region: regionCode }, 'party.regionCode');
  requireReach(inviter, regionCode, 'party.regionCode');
  if (ofOneVillage.includes(party.kind) && regionCode?.length !== VILLAGE_CODE_LENGTH)
    throw refuseJoining('INVITED_REGION_NOT_A_VILLAGE', {}, 'party.regionCode');
  if (party.partner !== null && (party.kind !== 'kitchen' || !party.partner.isKoperasi))
    throw refuseJoining('PARTNER_NOT_A_KOPERASI', {}, 'party.partnerKoperasiId');
  requireChairFirst(roles);
};

/**
 * Judges whether a party is one that somebody may bring a new chair to: of a kind and region of theirs, with no chair left.
 * @throws Refusal
 */
export const requireLostChair = (
  inviter: Pick<Inviter, 'kind' | 'regionCode'>,
  party: Pick<JoinedParty, 'kind' | 'regionCode' | 'hasChair'> | undefined,
): void => {
  if (party === undefined) throw refuseParty('PARTY_NOT_FOUND');
  const kinds = invitable[inviter.kind];
  if (kinds === undefined) throw refuseJoining('ONLY_THE_CHAIR_INVITES');
  if (!kinds.includes(party.kind)) throw refuseJoining('INVITED_KIND_NOT_ALLOWED', { kind: party.kind });
  requireReach(inviter, party.regionCode);
  if (party.hasChair) throw refuseJoining('PARTY_HAS_ITS_CHAIR');
};

/**
 * Judges the invitation of a person to a party that is here. To another party than its own nobody brings people,
 * except to one that has lost its chair: then organiser or administrator bring the next.
 *
 *   chair of A             | A               -> may, with any role
 *   officer of A           | A               -> ONLY_THE_CHAIR_INVITES
 *   organiser of 32.71     | B, has a chair  -> PARTY_HAS_ITS_CHAIR
 *   organiser of 32.71     | B, has none     -> may, as its chair, once two of its people have decided so
 *   the same, undecided                      -> NEW_CHAIR_TAKES_TWO
 *
 * @throws Refusal
 */
export const invitePerson = (
  inviter: Inviter,
  party: JoinedParty | undefined,
  roles: readonly string[],
): void => {
  if (party === undefined) throw refuseParty('PARTY_NOT_FOUND');
  if (roles.length === 0) throw refuseJoining('INVITED_WITHOUT_A_ROLE', {}, 'roles');
  if (!bringsPeople(inviter)) throw refuseJoining('ONLY_THE_CHAIR_INVITES');
  if (!inviter.isActive) throw refuseJoining('INVITER_SUSPENDED');
  if (party.isOwn) return;
  requireLostChair(inviter, party);
  requireChairFirst(roles);
  if (inviter.kind !== 'administrator' && !party.isDecided) throw refuseJoining('NEW_CHAIR_TAKES_TWO');
};
