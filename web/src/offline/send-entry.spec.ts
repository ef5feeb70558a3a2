import { lineUp } from './line-up.js';
import { readOutcome, sendEntry } from './send-entry.js';

const { entry } = lineUp(
  [],
  {
    kind: 'amendment',
    subject: 'line:1',
    title: 'Beras',
    href: '/',
    method: 'PATCH',
    path: '/api/v1/pools/1/commitments/1',
    body: { quantityPacks: 4 },
    version: 3,
  },
  { id: 'key', personId: 'ani', partyId: 'kop', nowMs: 0 },
);
const answer = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { date: 'Sun, 22 Nov 2026 07:03:00 GMT', ...headers },
  });
const refusal = (code: string) => ({ code, detail: code, errors: [] });

describe('an answer', () => {
  it('by the server’s clock says when it was received, and the version it made', async () => {
    expect(await readOutcome(answer(200, { version: 4 }), 0)).toEqual({
      kind: 'received',
      at: '2026-11-22T07:03:00.000Z',
      version: 4,
    });
  });

  it.each([
    ['a refusal', answer(409, refusal('POOL_ALREADY_CLOSED')), 'refused'],
    ['a busy server', answer(503, refusal('BUSY')), 'lost'],
    ['too many at once', answer(429, refusal('TOO_MANY'), { 'retry-after': '7' }), 'lost'],
    ['the same key being answered', answer(409, refusal('KEY_IN_FLIGHT')), 'lost'],
    ['a page of something in between', new Response('<html>', { status: 404 }), 'lost'],
    ['a session that is over', answer(401, refusal('SIGN_IN')), 'signed-out'],
  ])('%s', async (_, response, kind) => {
    expect((await readOutcome(response, 0)).kind).toBe(kind);
  });

  it('waits as long as it is told to', async () => {
    expect(await readOutcome(answer(429, refusal('TOO_MANY'), { 'retry-after': '7' }), 0)).toEqual({
      kind: 'lost',
      waitMs: 7_000,
    });
  });
});

describe('sending', () => {
  it('carries the key, the version and the body', async () => {
    const sent: [string, RequestInit][] = [];
    await sendEntry(entry, 5, { authorization: 'Bearer x' }, (path, init) => {
      sent.push([path, init]);
      return Promise.resolve(answer(200, { version: 6 }));
    });
    expect(sent[0]).toEqual([
      '/api/v1/pools/1/commitments/1',
      {
        method: 'PATCH',
        headers: {
          authorization: 'Bearer x',
          'idempotency-key': 'key',
          'if-match': '"5"',
          'content-type': 'application/json',
        },
        body: '{"quantityPacks":4}',
      },
    ]);
  });

  it('without a network is lost, not an error', async () => {
    expect(await sendEntry(entry, undefined, {}, () => Promise.reject(new TypeError('offline')))).toEqual({
      kind: 'lost',
    });
  });
});
