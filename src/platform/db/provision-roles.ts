import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** The roles of the first migration on: who owns, who serves, who works, who only looks. */
export const ROLES = ['sepikul_migrator', 'sepikul_app', 'sepikul_worker', 'sepikul_auditor'] as const;
export type Role = (typeof ROLES)[number];
export type RolePasswords = Readonly<Record<Role, string>>;

export const newPasswords = (): RolePasswords =>
  Object.fromEntries(ROLES.map((role) => [role, randomBytes(24).toString('base64url')])) as Record<
    Role,
    string
  >;

const attributes: Readonly<Record<Role, string>> = {
  sepikul_migrator: 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS',
  sepikul_app: 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS',
  sepikul_worker: 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS',
  sepikul_auditor: 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE BYPASSRLS',
};

/** Makes or mends the four roles. Runs as a superuser; running it twice changes nothing but the passwords. */
export const provisionRoles = async (adminUrl: string, passwords: RolePasswords): Promise<void> => {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    for (const role of ROLES) {
      const known = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
      await client.query(
        `${known.rowCount === 0 ? 'CREATE' : 'ALTER'} ROLE ${role} WITH ${attributes[role]} PASSWORD ${client.escapeLiteral(passwords[role])}`,
      );
    }
  } finally {
    await client.end();
  }
};

/** Makes a database owned by the migrator, from a template when one is named. True when it was made now. */
export const provisionDatabase = async (
  adminUrl: string,
  name: string,
  template = 'template1',
): Promise<boolean> => {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const known = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (known.rowCount !== 0) return false;
    const database = client.escapeIdentifier(name);
    await client.query(
      `CREATE DATABASE ${database} OWNER sepikul_migrator TEMPLATE ${client.escapeIdentifier(template)}`,
    );
    await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${ROLES.join(', ')}`);
    return true;
  } finally {
    await client.end();
  }
};

/** Throws a database away with everything in it, and whoever is connected out of it. */
export const dropDatabase = async (adminUrl: string, name: string): Promise<void> => {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`);
  } finally {
    await client.end();
  }
};

/** The same server and database under another role. */
export const urlFor = (adminUrl: string, role: Role, passwords: RolePasswords, database: string): string => {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = passwords[role];
  url.pathname = `/${database}`;
  return url.href;
};
