import { liesIn } from './lies-in.js';
import { refuseParty } from './refusals.js';

/** A candidate waits to be qualified; a suspended party begins nothing new. */
export const partyStates = ['candidate', 'active', 'suspended'] as const;
export type PartyState = (typeof partyStates)[number];

/** What decides whether a party can be suspended or reinstated. */
export interface Standing {
  readonly kind: string;
  readonly state: PartyState;
  readonly regionCode: string | null;
}

/** For whom somebody judges: the administrator for all, an organiser's chair for the organiser's regions. */
export type Judge =
  { readonly as: 'administrator' } | { readonly as: 'organiser'; readonly regionCodes: readonly string[] };

const GOVERNED = ['koperasi', 'supplier', 'carrier', 'kitchen'];

/** @throws Refusal unless the party is one that the judge judges. */
export const requireReach = (party: Pick<Standing, 'kind' | 'regionCode'>, judge: Judge): void => {
  if (judge.as === 'administrator') return;
  const { regionCode } = party;
  const isNear = regionCode !== null && judge.regionCodes.some((region) => liesIn(regionCode, region));
  if (!isNear || !GOVERNED.includes(party.kind)) throw refuseParty('PARTY_OUT_OF_REACH');
};

/** An organiser judges those it does business with, in its own region; nobody locks out the administrator. */
export const suspendParty = (party: Standing, judge: Judge): void => {
  requireReach(party, judge);
  if (party.kind === 'administrator') throw refuseParty('ADMINISTRATOR_STAYS_ACTIVE');
  if (party.state === 'suspended') throw refuseParty('PARTY_ALREADY_SUSPENDED');
};

export const reinstateParty = (party: Standing, judge: Judge): void => {
  requireReach(party, judge);
  if (party.state !== 'suspended') throw refuseParty('PARTY_NOT_SUSPENDED');
};
