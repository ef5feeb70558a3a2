import type { Client } from 'pg';
import type { Footprint } from './prune-orders.js';

/** A statement as a player sends it. */
export interface Statement {
  readonly text: string;
  /** Its own transaction, part of one, or the end of one; `rollback`: part of one, which it was the last of. */
  readonly kind: 'alone' | 'inside' | 'rollback' | 'commit';
  /** What its transaction sent so far, this one included. */
  readonly transaction: readonly string[];
}

/** What texts of the schema name, and what is written through them. */
interface Touched {
  readonly reads: Set<string>;
  readonly writes: Set<string>;
  readonly locks: Set<string>;
  readonly shares: Set<string>;
}

const CLOCK = 'clock';
const ADVISORY = 'advisory locks';

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[a-z_][a-z0-9_]*/g) ?? []);
const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, name = '']) => name.toLowerCase());

/**
 * Reads from a migrated schema what a statement may touch: the tables it names, and through policies, views, defaults,
 * triggers, foreign keys and functions all that they name. Words decide, so rather too much than too little.
 */
export class Footprints {
  private readonly known = new Map<string, Touched>();

  private constructor(
    /** What reading a table or view, or calling a function, leads to. */
    private readonly readTexts: ReadonlyMap<string, string>,
    /** What writing a table leads to besides. */
    private readonly writeTexts: ReadonlyMap<string, string>,
    /** What is looked at when a transaction that wrote a table commits. */
    private readonly commitTexts: ReadonlyMap<string, string>,
    private readonly references: ReadonlyMap<string, readonly string[]>,
    /** Tables in which two new rows may be the same: keys besides a drawn id. */
    private readonly keyed: ReadonlySet<string>,
    private readonly tables: ReadonlySet<string>,
  ) {}

  static async of(owner: Client): Promise<Footprints> {
    const mapOf = async (query: string): Promise<Map<string, string>> => {
      const map = new Map<string, string>();
      for (const { name, said } of (await owner.query<{ name: string; said: string | null }>(query)).rows)
        map.set(name, `${map.get(name) ?? ''} ${said ?? ''}`);
      return map;
    };
    const ours = `pg_namespace.nspname IN ('public', 'moment')`;
    const relations = await mapOf(
      `SELECT relname AS name, concat_ws(' ', CASE WHEN relkind IN ('v', 'm') THEN pg_get_viewdef(pg_class.oid) END,
         (SELECT string_agg(concat_ws(' ', qual, with_check), ' ') FROM pg_policies
          WHERE tablename = relname AND schemaname = nspname)) AS said
       FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
       WHERE ${ours} AND relkind IN ('r', 'p', 'v', 'm', 'S')`,
    );
    const functions = await mapOf(
      `SELECT proname AS name, coalesce(pg_get_function_sqlbody(pg_proc.oid), prosrc) AS said
       FROM pg_proc JOIN pg_namespace ON pg_namespace.oid = pronamespace WHERE ${ours}`,
    );
    const trigger = (when: string): string =>
      `SELECT relname AS name, proname AS said FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
       JOIN pg_proc ON pg_proc.oid = tgfoid WHERE NOT tgisinternal AND tgenabled <> 'D' AND ${when}`;
    const writes = await mapOf(
      `${trigger('NOT tginitdeferred')} UNION ALL
       SELECT relname, pg_get_expr(adbin, adrelid) FROM pg_attrdef JOIN pg_class ON pg_class.oid = adrelid UNION ALL
       SELECT relname, pg_get_constraintdef(pg_constraint.oid) FROM pg_constraint JOIN pg_class ON pg_class.oid = conrelid
       WHERE contype = 'c'`,
    );
    const references = new Map<string, string[]>();
    for (const { name, said } of (
      await owner.query<{ name: string; said: string }>(
        `SELECT conrelid::regclass::text AS name, confrelid::regclass::text AS said FROM pg_constraint WHERE contype = 'f'`,
      )
    ).rows)
      references.set(bare(name), [...(references.get(bare(name)) ?? []), bare(said)]);
    const keyed = await mapOf(
      `SELECT indrelid::regclass::text AS name FROM pg_index WHERE indisunique AND NOT (indnatts = 1 AND EXISTS (
         SELECT FROM pg_attribute WHERE attrelid = indrelid AND attnum = indkey[0] AND attname = 'id'))`,
    );
    return new Footprints(
      new Map([...functions, ...relations]),
      writes,
      await mapOf(trigger('tginitdeferred')),
      references,
      new Set([...keyed.keys()].map(bare)),
      new Set(relations.keys()),
    );
  }

  of({ text, kind, transaction }: Statement): Footprint {
    const touched = kind === 'commit' ? this.atCommit(transaction) : this.touchedBy(text);
    const all = transaction.map((each) => this.touchedBy(each));
    const isEnd = kind === 'commit' || kind === 'rollback';
    const held = isEnd ? all : [];
    return {
      reads: touched.reads,
      publishes:
        kind === 'commit'
          ? union(all.map(({ writes }) => writes))
          : kind === 'alone'
            ? touched.writes
            : new Set(),
      locks: union([touched, ...held].map(({ locks }) => locks)),
      shares: union([touched, ...held].map(({ shares }) => shares)),
    };
  }

  private atCommit(transaction: readonly string[]): Touched {
    const wrote = union(transaction.map((text) => this.touchedBy(text).writes));
    return this.touchedBy([...wrote].map((table) => this.commitTexts.get(table) ?? '').join(' '));
  }

  private touchedBy(text: string): Touched {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const touched: Touched = { reads: new Set(), writes: new Set(), locks: new Set(), shares: new Set() };
    this.known.set(text, touched);
    this.look(text, touched, new Set());
    return touched;
  }

  /** Follows a text's words to what they name, and on. */
  private look(text: string, touched: Touched, seen: Set<string>): void {
    const words = wordsOf(text);
    const named = [...words].filter((word) => this.tables.has(word));
    if (words.has('clock_timestamp')) touched.reads.add(CLOCK);
    if (words.has('let_time_pass')) touched.writes.add(CLOCK);
    if (/pg_(try_)?advisory/i.test(text)) touched.locks.add(ADVISORY);
    for (const table of named) touched.reads.add(table);
    for (const [, how = '', of = ''] of text.matchAll(
      /\bFOR\s+(NO KEY UPDATE|UPDATE|SHARE|KEY SHARE)\b(?:\s+OF\s+(\w+))?/gi,
    ))
      for (const table of this.tables.has(of) ? [of] : named)
        (/SHARE/i.test(how) ? touched.shares : touched.locks).add(table);
    for (const table of matches(
      text,
      /(?<!\b(?:FOR|KEY|DO)\s+)\b(?:UPDATE|DELETE\s+FROM)\s+(?:ONLY\s+)?(\w+)/gi,
    ))
      this.write(table, touched, seen, true);
    const mayUpdate = /\bDO\s+UPDATE\b/i.test(text);
    for (const table of matches(text, /\bINSERT\s+INTO\s+(?:public\.)?(\w+)/gi))
      this.write(table, touched, seen, mayUpdate || this.keyed.has(table));
    for (const word of words) {
      const next = this.readTexts.get(word);
      if (next === undefined || seen.has(word)) continue;
      seen.add(word);
      this.look(next, touched, seen);
    }
  }

  private write(table: string, touched: Touched, seen: Set<string>, isLocked: boolean): void {
    if (!this.tables.has(table)) return;
    touched.writes.add(table);
    if (isLocked) touched.locks.add(table);
    for (const referenced of this.references.get(table) ?? []) {
      touched.shares.add(referenced);
      touched.reads.add(referenced);
    }
    if (seen.has(`write ${table}`)) return;
    seen.add(`write ${table}`);
    this.look(this.writeTexts.get(table) ?? '', touched, seen);
  }
}

const bare = (name: string): string => name.replace(/^.*\./, '').replaceAll('"', '');
const union = (sets: readonly ReadonlySet<string>[]): Set<string> => new Set(sets.flatMap((set) => [...set]));
