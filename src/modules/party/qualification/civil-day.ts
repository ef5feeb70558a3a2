/** The day it is where a party is, by the database's clock: for a statement that reads `party`. */
export const CIVIL_DAY = '(clock_timestamp() AT TIME ZONE party.time_zone)::date';

/** Of `party_document`: it was accepted, and holds on that day. */
export const HOLDS_TODAY = `party_document.state = 'accepted' AND (expires_on >= ${CIVIL_DAY}) IS NOT FALSE`;
