import type pg from 'pg';
import { PASSWORD } from '../support/river.js';
import { Known } from './generate-value.js';

/** What one row of the database says of ids and codes, by the names the API knows them under. */
type Fact = Readonly<Record<string, string>>;

/** Ids and codes that stand together in rows, so that a request can name what belongs together. */
export type World = ReadonlyMap<string, readonly Fact[]>;

/** Columns whose texts the API takes; ids and numbers are taken from every table. */
const codes = [
  'consumer',
  'iso_week',
  'code',
  'login',
  'pack_code',
  'region_code',
  'commodity_code',
  'unit_code',
  'zone',
];

/** Rows of a table that are enough to name one of everything: the newest, for what is older has mostly come to its end. */
const MOST_ROWS = 40;

/** Names of the API that no row has, with the name that the row knows it under. */
const aliases: Readonly<Record<string, string>> = {
  dueIds: 'dueId',
  buyerId: 'koperasiId',
  toPoolId: 'poolId',
};

const camel = (snake: string): string => snake.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** `commitment_line` -> `commitmentLineId`, `lineId`. */
const namesOfId = (table: string, kind: string | undefined): string[] => {
  const words = table.split('_');
  const own = words.map((_, at) => camel(`${words.slice(at).join('_')}_id`));
  return kind === undefined ? own : [...own, `${kind}Id`];
};

interface Column {
  readonly table: string;
  readonly columns: readonly string[];
}

/** Reads what the planted season has, as the schema's owner. */
export const readWorld = async (owner: pg.Client): Promise<World> => {
  const { rows: tables } = await owner.query<Column>(
    `SELECT table_name AS table, array_agg(column_name::text ORDER BY ordinal_position) AS columns
     FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
       AND (data_type = 'uuid' OR column_name = ANY ($1) OR (column_name IN ('id', 'event_id') AND data_type = 'bigint')
            OR (table_name = 'party' AND column_name = 'kind'))
     GROUP BY 1 ORDER BY 1`,
    [codes],
  );
  const world = new Map<string, Fact[]>();
  for (const { table, columns } of tables) {
    const { rows } = await owner.query<Record<string, string | number | null>>(
      `SELECT DISTINCT ${columns.map((column) => `"${column}"`).join()} FROM "${table}" ORDER BY 1 DESC LIMIT ${table === 'party' ? 200 : MOST_ROWS}`,
    );
    for (const row of rows) {
      const fact: Record<string, string> = {};
      for (const [column, value] of Object.entries(row)) {
        if (value === null || column === 'kind') continue;
        const names =
          column === 'id'
            ? namesOfId(table, row.kind === undefined ? undefined : String(row.kind))
            : [camel(column)];
        for (const name of names) fact[name] = String(value);
      }
      for (const name of Object.keys(fact)) {
        const facts = world.get(name);
        if (facts === undefined) world.set(name, [fact]);
        else facts.push(fact);
      }
    }
  }
  for (const [name, table] of Object.entries(aliases))
    world.set(
      name,
      (world.get(table) ?? []).map((fact) => ({ ...fact, [name]: fact[table] ?? '' })),
    );
  world.set('password', [{ password: PASSWORD }]);
  return world;
};

const NOTHING = '00000000-0000-4000-8000-000000000000';

/** Of whom and of what a request speaks. */
export interface Naming {
  /** What was named in it so far, which the rest is to fit. */
  readonly named: Map<string, string>;
  /** What some names must be: the party that has to be the caller's own. */
  readonly fixed: ReadonlyMap<string, string>;
  /** The ids of the caller. */
  readonly own: readonly string[];
  /** What it must not name. */
  readonly spared: ReadonlySet<string>;
}

/**
 * Names one of those there are. What was named before in the same request is kept to where possible: an item of
 * that pool, a line of that koperasi.
 */
export const nameOne = (
  world: World,
  { name, pick, isOwn }: Known,
  { named, fixed, own, spared }: Naming,
): string => {
  const must = fixed.get(name);
  if (must !== undefined) return must;
  const fits = (fact: Fact): boolean =>
    [...named].every(
      ([other, value]) => other === name || fact[other] === undefined || fact[other] === value,
    );
  const all = (world.get(name) ?? []).filter((fact) => !spared.has(fact[name] ?? ''));
  const fitting = all.filter(fits);
  const owned = isOwn
    ? fitting.filter((fact) => Object.values(fact).some((value) => own.includes(value)))
    : [];
  const from = [owned, fitting, all].find((facts) => facts.length > 0) ?? [];
  const value = from[pick % Math.max(1, from.length)]?.[name] ?? NOTHING;
  named.set(name, value);
  return value;
};

/** A value with all that it names put in. */
export const nameAll = (world: World, value: unknown, naming: Naming): unknown => {
  if (value instanceof Known) return nameOne(world, value, naming);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => nameAll(world, each, naming));
  const copy: Record<string, unknown> = {};
  for (const [key, each] of Object.entries(value))
    Object.defineProperty(copy, key, {
      value: nameAll(world, each, naming),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  return copy;
};
