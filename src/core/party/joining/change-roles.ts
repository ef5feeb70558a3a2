import { refuseJoining } from './refusals.js';

export interface RolesScene {
  /** What the person has at the party now. */
  readonly current: readonly string[];
  /** Whether anybody else leads the party who may sign in. */
  readonly hasOtherLeader: boolean;
  /** Whether anybody else is its chair: a party that has a chair keeps one, led by officers or not. */
  readonly hasOtherChair: boolean;
  /** The administrator's officers lead it too. */
  readonly partyKind: string;
}

export interface RoleChange {
  readonly given: readonly string[];
  readonly taken: readonly string[];
}

const leadingRoles = (partyKind: string): readonly string[] =>
  partyKind === 'administrator' ? ['officer', 'chair'] : ['chair'];

/** Whether these roles lead a party of this kind: without anybody who does, nobody could bring people in. */
const leads = (partyKind: string, roles: readonly string[]): boolean =>
  roles.some((role) => leadingRoles(partyKind).includes(role));

/** Whether a party would be left without anybody who leads it, or without the chair it has, if somebody had these roles. */
export const isLeftAlone = (
  { current, hasOtherLeader, hasOtherChair, partyKind }: RolesScene,
  next: readonly string[],
): boolean =>
  (leads(partyKind, current) && !leads(partyKind, next) && !hasOtherLeader) ||
  (current.includes('chair') && !next.includes('chair') && !hasOtherChair);

/**
 * Judges a change of what somebody may do at a party; no role at all ends their membership.
 *
 *   officer -> officer, warehouse          | warehouse given
 *   officer -> officer                     | null: nothing changes
 *   chair -> officer, no other chair       | LAST_CHAIR_STAYS; of the administrator, led by its officers, too
 *   no member -> officer                   | PERSON_NOT_A_MEMBER: nobody is made a member without their consent
 *
 * @throws Refusal
 */
export const changeRoles = (scene: RolesScene, next: readonly string[]): RoleChange | null => {
  const { current } = scene;
  if (current.length === 0) throw refuseJoining('PERSON_NOT_A_MEMBER');
  const given = next.filter((role) => !current.includes(role));
  const taken = current.filter((role) => !next.includes(role));
  if (isLeftAlone(scene, next)) throw refuseJoining('LAST_CHAIR_STAYS', {}, 'roles');
  return given.length + taken.length === 0 ? null : { given, taken };
};
