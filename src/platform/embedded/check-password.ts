import pg from 'pg';
import { SUPERUSER } from './keep-secret.js';

export type PasswordCheck = 'ACCEPTED' | 'WRONG_PASSWORD' | 'NO_ANSWER';

const ANSWER_MS_MAX = 5_000;
const WRONG_PASSWORD_SQLSTATE = '28P01';

/** Not only a login: a server that accepts it but cannot answer a question is of no use. */
export async function checkPassword(port: number, password: string): Promise<PasswordCheck> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: SUPERUSER,
    password,
    database: 'postgres',
    ssl: false,
    connectionTimeoutMillis: ANSWER_MS_MAX,
    query_timeout: ANSWER_MS_MAX,
  });
  // A server that dies while we talk raises this besides the rejected promise.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return 'ACCEPTED';
  } catch (error) {
    const { code } = error as { code?: string };
    return code === WRONG_PASSWORD_SQLSTATE ? 'WRONG_PASSWORD' : 'NO_ANSWER';
  } finally {
    await client.end().catch(() => undefined);
  }
}
