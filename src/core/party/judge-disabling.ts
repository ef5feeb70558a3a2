import { refuseParty } from './refusals.js';

/** In what capacity somebody was disabled: what an administrator did, only an administrator takes back. */
export type DisablerRole = 'administrator' | 'chair';

/** A person as seen by who would disable or enable them. */
export interface Disableable {
  readonly id: string;
  readonly isDisabled: boolean;
  /** Null for somebody active, or disabled before this was kept. */
  readonly disabledAs: DisablerRole | null;
  readonly partyIds: readonly string[];
}

/** Who asks; `isDisabled` because two people may disable each other at the same moment. */
export interface Disabler {
  readonly id: string;
  readonly isDisabled: boolean;
  readonly isAdministrator: boolean;
  readonly chairedPartyIds: readonly string[];
}

/** A chair reaches those who serve in the chair's own parties and nowhere else. */
const requireReach = (person: Disableable, by: Disabler): DisablerRole => {
  if (by.isDisabled) throw refuseParty('PERSON_OUT_OF_REACH');
  if (by.isAdministrator) return 'administrator';
  const isOwn = person.partyIds.length > 0 && person.partyIds.every((id) => by.chairedPartyIds.includes(id));
  if (!isOwn) throw refuseParty('PERSON_OUT_OF_REACH');
  return 'chair';
};

/** @returns in what capacity. @throws Refusal */
export const disablePerson = (person: Disableable, by: Disabler): DisablerRole => {
  const role = requireReach(person, by);
  if (person.id === by.id) throw refuseParty('CANNOT_DISABLE_YOURSELF');
  if (person.isDisabled) throw refuseParty('PERSON_ALREADY_DISABLED');
  return role;
};

/** @throws Refusal */
export const enablePerson = (person: Disableable, by: Disabler): void => {
  const role = requireReach(person, by);
  if (!person.isDisabled) throw refuseParty('PERSON_NOT_DISABLED');
  if (role === 'chair' && person.disabledAs !== 'chair') throw refuseParty('DISABLED_BY_ADMINISTRATOR');
};
