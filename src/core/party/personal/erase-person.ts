import { isLeftAlone, type RolesScene } from '../joining/change-roles.js';
import { refusePersonal } from './refusals.js';

/** A party that the person belongs to, under its lock. */
export type HeldRoles = RolesScene;

/**
 * Judges whether a person may be erased: parties that only they lead would be left without anybody who could bring
 * people in.
 *
 *   officer of A, chair of B with another chair -> may
 *   the only chair of B                         -> LAST_CHAIR_HANDS_OVER_FIRST
 *
 * @throws Refusal
 */
export const erasePerson = (held: readonly HeldRoles[]): void => {
  const alone = held.filter((scene) => isLeftAlone(scene, []));
  if (alone.length > 0) throw refusePersonal('LAST_CHAIR_HANDS_OVER_FIRST', { parties: alone.length });
};

/** What stands in place of a person's login and name. */
export const erasedLogin = (personId: string): string => `erased-${personId}`;
export const ERASED = 'erased';
