import { makeJudge } from '../fuzz/judge-answer.js';
import { makeCase } from '../fuzz/make-case.js';
import { readApi, type Api, type Route } from '../fuzz/read-api.js';
import type { Received } from '../fuzz/send-request.js';

const given: Api = {
  routes: [],
  schemas: {
    Sack: {
      type: 'object',
      required: ['id', 'packs'],
      properties: {
        id: { type: 'string', format: 'uuid' },
        packs: { type: 'integer', minimum: 1 },
        note: { type: 'string', nullable: true },
      },
    },
  },
};
const json = { 'application/json': { schema: { $ref: '#/components/schemas/Sack' } } };
const route: Route = {
  name: 'GET /sacks/{sackId}',
  method: 'GET',
  path: '/sacks/{sackId}',
  parameters: [],
  body: undefined,
  files: [],
  answers: { 200: json, 204: {}, 404: { 'application/problem+json': {} } },
};

const answer = (status: number, body: unknown, type = 'application/json'): Received => ({
  status,
  headers: { 'content-type': type },
  body: Buffer.from(body === undefined ? '' : JSON.stringify(body)),
  tookMs: 1,
});
const sack = { id: '00000000-0000-4000-8000-000000000000', packs: 1 };

describe('the judge of fuzzed answers', () => {
  const judge = makeJudge(given);

  it.each([
    ['what it says', answer(200, sack)],
    ['null where that is said', answer(200, { ...sack, note: null })],
    ['nothing where nothing is', answer(204, undefined)],
  ])('finds nothing in %s', (_, received) => {
    expect(judge(route, received)).toEqual([]);
  });

  it.each([
    ['a failure', answer(500, {}), '5xx'],
    ['a service not ready', answer(503, {}), '5xx'],
    ['a status nobody documented', answer(418, {}), 'undocumented status'],
    ['a type nobody documented', answer(200, '<p>', 'text/html'), 'undocumented type'],
    ['a field that is missing', answer(200, { id: sack.id }), 'broken schema'],
    ['a field too many', answer(200, { ...sack, price: 1 }), 'broken schema'],
    ['a value of another form', answer(200, { ...sack, id: 'rice' }), 'broken schema'],
    ['a value out of bounds', answer(200, { ...sack, packs: 0 }), 'broken schema'],
    ['what is no JSON', { ...answer(200, sack), body: Buffer.from('{') }, 'broken schema'],
    ['a body where none is', answer(204, sack), 'body where none is'],
    [
      'a stack',
      answer(404, { status: 404, detail: 'at /app/node_modules/x.js:1' }, 'application/problem+json'),
      'broken schema',
    ],
  ])('finds %s', (_, received, kind) => {
    expect(judge(route, received).map((fault) => fault.kind)).toContain(kind);
  });
});

describe('the cases of the fuzz', () => {
  it('are the same for a seed, a route and a number, and others for others', async () => {
    const api = await readApi();
    const drawn = (seed: number): unknown[] =>
      api.routes.flatMap((each) => [0, 5, 9].map((number) => makeCase(api, each, seed, number)));
    expect(drawn(7)).toEqual(drawn(7));
    expect(drawn(7)).not.toEqual(drawn(8));
    expect(api.routes.length).toBeGreaterThan(80);
  });
});
