import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AppModule } from '../app.module.js';
import { loadConfig } from '../platform/config/load-config.js';
import { makeDataSource } from '../platform/db/data-source.js';
import { createHttp } from '../platform/http/create-http.js';
import { describeApi } from '../platform/http/openapi.js';
import { makeLogger } from '../platform/logging/logger.js';
import { packageRoot } from '../platform/package-root.js';

/** The description of the API as text; needs no database. */
const openApiText = async (): Promise<string> => {
  const log = makeLogger('silent');
  const dataSource = makeDataSource({
    url: 'postgresql://nobody@127.0.0.1:1/none',
    poolSize: 2,
    applicationName: 'openapi',
  });
  const app = await createHttp(AppModule.with({ config: loadConfig({}), log, dataSource }), log);
  const text = `${JSON.stringify(describeApi(app), null, 2)}\n`;
  await app.close();
  return text;
};

/** `sepikul openapi`: writes openapi.json, which a law holds equal to the code; `--stdout` shows it instead. */
export const writeOpenApi = async (toStdout: boolean): Promise<void> => {
  const text = await openApiText();
  // A pipe takes it in pieces: the process may end only when the last is taken.
  if (toStdout) await promisify((done: () => void) => process.stdout.write(text, done))();
  else await writeFile(join(packageRoot(), 'openapi.json'), text);
};
