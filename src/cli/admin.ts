import { Refusal } from '../core/kernel/refuse.js';
import { createAdministrator } from '../modules/party/index.js';
import { migrations } from '../migrations/index.js';
import { loadConfig } from '../platform/config/load-config.js';
import { migrate } from '../platform/db/migrate.js';
import { borrowDatabase } from '../process/borrow-database.js';
import { withDb } from '../process/with-db.js';
import { say } from './say.js';

interface NewAdministrator {
  readonly login: string;
  readonly name: string;
  readonly another?: true;
}

/** `sepikul admin create`: the first administrator, who invites everybody else. @returns the exit code. */
export const createAdmin = async ({ login, name, another }: NewAdministrator): Promise<number> => {
  const database = await borrowDatabase(loadConfig(process.env));
  try {
    if (database.urls.migrate !== undefined) await migrate(database.urls.migrate, migrations);
    const code = await withDb(database.urls.app, 'sepikul-admin', (db) =>
      createAdministrator(db, { login, name, another: another === true }),
    );
    say(`Kode sekali pakai, berlaku 24 jam (one-time code, for 24 hours): ${code}`);
    say('Buat kata sandi dengannya (choose a password with it):');
    say(
      `  POST /api/v1/password-resets/redeem {"login": ${JSON.stringify(login)}, "code": "${code}", "password": "…"}`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    say(`${error.text.id} (${error.text.en})`);
    return 1;
  } finally {
    await database.stop();
  }
};
