/** The day it is where a party is, by the database's clock: for a statement that reads `party`. */
export const CIVIL_DAY = '(clock_timestamp() AT TIME ZONE party.time_zone)::date';
