import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../../src/platform/package-root.js';

interface Operation {
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly responses: Record<string, object>;
}
type Paths = Record<string, Record<string, Operation>>;

/** Edits of what has no version, and why nobody's change is lost by them; docs/adr/0016 says more. */
const unversioned: Readonly<Record<string, string>> = {
  'PUT /api/v1/me/password': 'the current one is said',
  'PUT /api/v1/me/contact': "one's own",
  'PUT /api/v1/me/holder-key': "one's own",
  'PUT /api/v1/lots/{lotId}/sealing-key': 'set once',
  'PUT /api/v1/pools/{poolId}/sealing-key': 'set once',
  'PUT /api/v1/openings/{openingId}/release': "one's own, judged by what it is",
  'PUT /api/v1/openings/{openingId}/private-key': 'judged by what it is: one alone is right',
  'DELETE /api/v1/payments/{paymentId}': 'what is given up stays given up',
  'DELETE /api/v1/sessions/current': 'what is ended stays ended',
  'DELETE /api/v1/people/{personId}/sessions': 'what is ended stays ended',
  'DELETE /api/v1/me/sessions': 'what is ended stays ended',
  'DELETE /api/v1/me/sessions/{sessionId}': 'what is ended stays ended',
  'DELETE /api/v1/me/second-factor': "one's own",
  'DELETE /api/v1/people/{personId}/second-factor': 'what is ended stays ended',
  'DELETE /api/v1/parties/{partyId}/invitations/{invitationId}': 'what is ended stays ended',
};

/** Whoever adds an edit asks for the version seen, or says here why there is none. */
const breachesIn = (paths: Paths, without: Readonly<Record<string, string>>): string[] => {
  const edits = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method]) => ['put', 'patch', 'delete'].includes(method))
      .map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const),
  );
  const breaches = edits.flatMap(([route, { parameters = [], responses }]) => {
    const asks = parameters.some((each) => each.in === 'header' && each.name === 'If-Match');
    if (asks && route in without) return [`${route} asks for If-Match and is among those that do not`];
    if (asks)
      return ['412', '428']
        .filter((status) => !(status in responses))
        .map((status) => `${route}: no ${status}`);
    return (without[route] ?? '').trim() === '' ? [`${route} asks for no If-Match, for no reason`] : [];
  });
  const gone = Object.keys(without).filter((route) => !edits.some(([edit]) => edit === route));
  return [...breaches, ...gone.map((route) => `${route} is no edit`)];
};

describe('If-Match', () => {
  it('is asked for by every edit of what has a version', async () => {
    const { paths } = JSON.parse(await readFile(join(packageRoot(), 'openapi.json'), 'utf8')) as {
      paths: Paths;
    };
    expect(breachesIn(paths, unversioned)).toEqual([]);
  });

  it('is found out where it is missed', () => {
    const asking = { parameters: [{ in: 'header', name: 'If-Match' }] };
    const paths = {
      '/a': {
        get: { responses: {} },
        put: { responses: {} },
        patch: { ...asking, responses: { '412': {} } },
      },
      '/b': { delete: { ...asking, responses: {} } },
    };
    expect(breachesIn(paths, { 'DELETE /b': 'ended', 'PUT /c': 'ended' })).toEqual([
      'PUT /a asks for no If-Match, for no reason',
      'PATCH /a: no 428',
      'DELETE /b asks for If-Match and is among those that do not',
      'PUT /c is no edit',
    ]);
  });
});
