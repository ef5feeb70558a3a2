import pg, { type QueryArrayConfig, type QueryConfig } from 'pg';
import { SETTINGS } from './principal-settings.js';
import { PLANNED_ONCE } from './sql.js';

const NAMES = [...SETTINGS, 'plan_cache_mode'];
const SET_PRINCIPAL = `SELECT ${NAMES.map((name, place) => `set_config('${name}', $${place + 1}, true)`).join(', ')}`;
const NAME = 'set_principal';

/** What this stands on of pg's own query and connection, which its types leave out. */
interface Wire {
  readonly submittedNamedStatements: Record<string, string | undefined>;
  parse(query: { name: string; text: string }): void;
  bind(query: { statement: string; values: readonly string[] }): void;
  execute(query: object): void;
}
interface WireQuery {
  readonly name: string;
  readonly text: string;
  prepare(connection: Wire): void;
  hasBeenParsed(connection: Wire): unknown;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Wire): void;
}
const BaseQuery = pg.Query as unknown as new (config: QueryConfig | QueryArrayConfig) => WireQuery;

/** Connections that know the statement of the settings by its name. */
const prepared = new WeakSet<Wire>();

/**
 * A named single statement whose transaction carries its principal, at no further round trip: Bind and Execute of
 * the settings go out in front of its own and before the one Sync, and what stands between two Syncs is one
 * transaction (PostgreSQL manual, "Extended Query", "Pipelining"). The statement is parsed first: when that fails,
 * nothing after it has run, and what pg remembers of the connection stays right.
 */
export class ScopedQuery extends BaseQuery {
  private isPrincipalSet = false;
  private readonly settings: readonly string[];

  constructor(config: (QueryConfig | QueryArrayConfig) & { name: string }, settings: readonly string[]) {
    super(config);
    this.settings = [...settings, config.text.startsWith(PLANNED_ONCE) ? 'force_generic_plan' : 'auto'];
  }

  override prepare(connection: Wire): void {
    if (!this.hasBeenParsed(connection)) {
      connection.parse({ name: this.name, text: this.text });
      connection.submittedNamedStatements[this.name] = this.text;
    }
    if (!prepared.has(connection)) connection.parse({ name: NAME, text: SET_PRINCIPAL });
    connection.bind({ statement: NAME, values: this.settings });
    connection.execute({});
    super.prepare(connection);
  }

  /** The one row of the settings is nobody's answer. */
  override handleDataRow(message: unknown): void {
    if (this.isPrincipalSet) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: Wire): void {
    if (this.isPrincipalSet) {
      super.handleCommandComplete(message, connection);
      return;
    }
    this.isPrincipalSet = true;
    prepared.add(connection);
  }
}
