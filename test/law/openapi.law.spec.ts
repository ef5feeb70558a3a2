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
  readonly components: {
    readonly schemas: Record<
      string,
      { properties: Record<string, { maxLength?: number; minimum?: number }> }
    >;
  };
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

type Field = readonly [schema: string, property: string];

/** What one route takes as a text and another answers with, under another name or inside more words. */
const shownAgain: readonly { taken: Field; shown: Field; inside?: number }[] = [
  { taken: ['ClosePoolBody', 'reason'], shown: ['PoolView', 'closeReason'] },
  { taken: ['ClosePoolBody', 'reason'], shown: ['PoolDetailView', 'closeReason'] },
  // What a party is told of it names the item and the pool besides.
  { taken: ['ObjectionBody', 'reason'], shown: ['HappeningView', 'textId'], inside: 1_000 },
  { taken: ['ObjectionAnswerBody', 'reason'], shown: ['HappeningView', 'textEn'], inside: 1_000 },
];

/** Fields that promise to be shorter than what they show may be. */
const tooShort = ({ components: { schemas } }: Api, pairs: typeof shownAgain): string[] => {
  const most = ([schema, property]: Field): number => schemas[schema]?.properties[property]?.maxLength ?? 0;
  return pairs
    .filter(({ taken, shown, inside = 0 }) => most(taken) === 0 || most(shown) < most(taken) + inside)
    .map(({ taken, shown }) => `${shown.join('.')} has no room for ${taken.join('.')}`);
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
    const planted: Api = { paths: { '/a': { get: twice, post: twice } }, components: { schemas: {} } };
    expect(faultsOf(planted)).toHaveLength(5);
  });

  it('leaves room in an answer for all that a body may say', () => {
    const api = JSON.parse(made) as Api;
    expect(tooShort(api, shownAgain)).toEqual([]);
    const planted = { taken: ['ObjectionBody', 'reason'], shown: ['PoolView', 'closeReason'] } as const;
    expect(tooShort(api, [planted])).toEqual(['PoolView.closeReason has no room for ObjectionBody.reason']);
  });

  it('lets each amount of a deposit be nothing, as it is before it is paid', () => {
    const { DepositStandView } = (JSON.parse(made) as Api).components.schemas;
    const amounts = Object.entries(DepositStandView?.properties ?? {}).filter(([name]) =>
      name.endsWith('Rp'),
    );
    expect(amounts).toHaveLength(10);
    expect(amounts.filter(([, { minimum = 0 }]) => minimum > 0)).toEqual([]);
  });

  it('documents that a new password may be refused, wherever one is chosen', () => {
    const { paths } = JSON.parse(made) as Api;
    for (const [path, method] of [
      ['/api/v1/me/password', 'put'],
      ['/api/v1/password-resets/redeem', 'post'],
      ['/api/v1/invitations/accept', 'post'],
    ] as const)
      expect([path, Object.keys(paths[path]?.[method]?.responses ?? {})]).toEqual([
        path,
        expect.arrayContaining(['422']),
      ]);
  });
});
