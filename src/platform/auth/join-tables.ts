import type { Access, AccessTable } from './allow.js';

/** One table of several, each under its name. A row that stands in two is refused, where a spread would keep the last of them and say nothing. */
export const joinTables = (tables: Readonly<Record<string, AccessTable>>): AccessTable => {
  const joined = new Map<string, { row: Access; of: string }>();
  for (const [name, table] of Object.entries(tables))
    for (const [route, row] of Object.entries(table)) {
      const other = joined.get(route)?.of;
      if (other !== undefined)
        throw new Error(`the access tables of ${other} and ${name} both have ${route}`);
      joined.set(route, { row, of: name });
    }
  return Object.fromEntries([...joined].map(([route, { row }]) => [route, row]));
};
