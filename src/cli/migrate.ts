import { loadConfig } from '../platform/config/load-config.js';
import { migrate } from '../platform/db/migrate.js';
import { provisionDatabase, provisionRoles, ROLES, type Role } from '../platform/db/provision-roles.js';
import { migrations } from '../migrations/index.js';
import { say } from './say.js';

/** `sepikul migrate`: brings the schema up to date as its owner. */
export const migrateSchema = async (): Promise<void> => {
  const { DATABASE_MIGRATE_URL: url } = loadConfig(process.env);
  if (url === undefined) throw new Error('DATABASE_MIGRATE_URL is not set');
  const done = await migrate(url, migrations);
  say(done.length === 0 ? 'schema is up to date' : `ran ${done.join(', ')}`);
};

/**
 * `sepikul provision`: makes the four roles and the database, once, as a superuser. Passwords come from
 * SEPIKUL_MIGRATOR_PASSWORD and so on, so that they never stand on a command line.
 */
export const provision = async (adminUrl: string, database: string): Promise<void> => {
  const missing: string[] = [];
  const passwords = Object.fromEntries(
    ROLES.map((role) => {
      const name = `${role.toUpperCase()}_PASSWORD`;
      const password = process.env[name] ?? '';
      if (password === '') missing.push(name);
      return [role, password];
    }),
  ) as Record<Role, string>;
  if (missing.length > 0) throw new Error(`set ${missing.join(', ')}`);
  await provisionRoles(adminUrl, passwords);
  const made = await provisionDatabase(adminUrl, database);
  say(`roles are ready; database ${database} ${made ? 'was made' : 'was there'}`);
};
