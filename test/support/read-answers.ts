import { must } from './must.js';
import type { Person } from './river.js';

/** The first page of a list, as a person reads it. @throws when they may not. */
export const rows = async <Row>(person: Pick<Person, 'get'>, path: string): Promise<Row[]> =>
  (await must<{ data: Row[] }>(person.get(path))).data;

/** By what name an answer refuses. */
export const codeOf = ({ body }: { body: unknown }): string => (body as { code: string }).code;
