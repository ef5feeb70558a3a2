import { actsFor, oversees } from '../auth/principal.js';
import type { Scope } from './scope.js';

/** The settings that the policies read (functions `principal_…` of the schema); local to one transaction. */
export const SETTINGS = [
  'sepikul.person',
  'sepikul.parties',
  'sepikul.sight',
  'sepikul.purpose',
  'sepikul.acting',
] as const;

const listOf = (partyIds: readonly string[]): string => `{${partyIds.join(',')}}`;

/** Their values for a scope, in that order; an empty text is nothing. */
export const settingsOf = ({ principal, purpose }: Scope): readonly string[] => [
  principal?.personId ?? '',
  principal === undefined ? '' : listOf(principal.memberships.map(({ partyId }) => partyId)),
  principal !== undefined && oversees(principal) ? 'all' : '',
  purpose ?? '',
  principal === undefined ? '' : listOf(actsFor(principal)),
];
