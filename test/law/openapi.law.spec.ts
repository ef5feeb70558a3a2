import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { packageRoot } from '../../src/platform/package-root.js';

interface Operation {
  readonly operationId: string;
  readonly security?: readonly object[];
  readonly responses: Record<string, { content?: object }>;
}
interface Api {
  readonly paths: Record<string, Record<string, Operation>>;
}

const operationsOf = (api: Api): [string, Operation][] =>
  Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [
      `${method} ${path}`,
      operation,
    ]),
  );

/** What a description of the API must have besides being true; a line per fault. */
const faultsOf = (api: Api): string[] => {
  const seen = new Set<string>();
  return operationsOf(api).flatMap(([route, operation]) => {
    const faults: string[] = [];
    if (seen.has(operation.operationId))
      faults.push(`${route}: operationId ${operation.operationId} is taken`);
    seen.add(operation.operationId);
    if (!Object.keys(operation.responses).some((status) => status.startsWith('2')))
      faults.push(`${route}: no answer`);
    if (operation.security !== undefined && !('401' in operation.responses))
      faults.push(`${route}: needs a session but documents no 401`);
    return faults;
  });
};

describe('openapi.json', () => {
  let made: string;
  beforeAll(async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [join(packageRoot(), 'dist/cli/main.js'), 'openapi', '--stdout'],
      {
        env: { ...process.env, NODE_OPTIONS: '' },
        maxBuffer: 64 * 1024 * 1024,
      },
    );
    made = stdout;
  });

  it('says what the code does (mend: npm run openapi)', async () => {
    expect(JSON.parse(await readFile(join(packageRoot(), 'openapi.json'), 'utf8'))).toEqual(JSON.parse(made));
  });

  it('has a name and an answer for every route, and a 401 where a session is needed', () => {
    const api = JSON.parse(made) as Api;
    expect(operationsOf(api).length).toBeGreaterThan(40);
    expect(faultsOf(api)).toEqual([]);
  });

  it('catches planted faults', () => {
    const twice: Operation = { operationId: 'same', security: [{}], responses: {} };
    expect(faultsOf({ paths: { '/a': { get: twice, post: twice } } })).toHaveLength(5);
  });
});
