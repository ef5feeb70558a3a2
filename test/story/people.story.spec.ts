import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TOTP } from 'otpauth';
import request, { type Response } from 'supertest';
import { anOpenPool, koperasiLogins } from '../support/given.js';
import { codeOf } from '../support/read-answers.js';
import { PASSWORD, signIn, startRiver, until, type Person, type River } from '../support/river.js';

const NEW = 'tujuh bebek putih';

/** Sent by the file adapter, as a developer finds it. */
interface SentMessage {
  readonly to: string;
  readonly text: string;
}

describe('attacks on people', () => {
  let river: River;
  let secondUrl: string;
  let logins: string[];
  const folder = mkdtempSync(join(tmpdir(), 'sepikul-people-'));
  const messagesFile = join(folder, 'messages.jsonl');

  beforeAll(async () => {
    river = await startRiver({
      settings: { MESSAGES_FILE: messagesFile, SECRET_KEY: 'a-secret-of-more-than-32-characters' },
    });
    secondUrl = await river.addHttp();
    logins = await koperasiLogins(river, 6);
  });
  afterAll(async () => {
    await river.stop();
    rmSync(folder, { recursive: true });
  });

  /** Signs in at one of the two HTTP processes, from an address that their proxy saw. */
  const enter = (
    login: string,
    more: object = {},
    from = '36.70.1.1',
    url = river.baseUrl,
  ): Promise<Response> =>
    Promise.resolve(
      request(url)
        .post('/api/v1/sessions')
        .set('X-Forwarded-For', from)
        .send({ login, password: PASSWORD, ...more }),
    );
  const post = (path: string, body: object): Promise<Response> =>
    Promise.resolve(request(river.baseUrl).post(`/api/v1/${path}`).send(body));
  /** The same session, at the other process. */
  const elsewhere = (token: string, path = 'me'): Promise<Response> =>
    Promise.resolve(request(secondUrl).get(`/api/v1/${path}`).set('Authorization', `Bearer ${token}`));
  const letStepUpPass = (person: Person): Promise<unknown> =>
    river.database.owner.query(
      `UPDATE session SET stepped_up_at = stepped_up_at - interval '16 min' WHERE person_id = $1`,
      [person.personId],
    );
  /** A lot of the organiser's that takes bids. */
  const aLot = async (organiser: Person): Promise<string> => {
    const { poolId, itemIds } = await anOpenPool(organiser);
    const koperasi = await signIn(river, logins[5] ?? '');
    const placed = await koperasi.post(`pools/${poolId}/commitments`, {
      koperasiId: koperasi.partyId,
      lines: [{ itemId: itemIds[0], neededBy: '2026-12-01', quantityPacks: 20 }],
    });
    expect(placed.status).toBeLessThan(300);
    expect((await organiser.post(`pools/${poolId}/close`, { reason: 'uji' })).status).toBeLessThan(300);
    return until('a lot is formed', async () => {
      const { data } = (await organiser.get(`pools/${poolId}/lots`)).body as {
        data: { id: string }[];
      };
      return data[0]?.id;
    });
  };
  const messages = (): SentMessage[] => {
    try {
      return readFileSync(messagesFile, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as SentMessage);
    } catch {
      return [];
    }
  };
  const codeSentTo = (contact: string): Promise<string> =>
    until(`a code is sent to ${contact}`, () =>
      Promise.resolve(
        messages()
          .filter(({ to }) => to === contact)
          .map(({ text }) => /Anda: (\S+)\./.exec(text)?.[1])
          .at(-1),
      ),
    );

  it('by guessing from one address are slowed down by both processes together', async () => {
    const [login = ''] = logins;
    const answers: Response[] = [];
    for (let time = 0; time < 8; time += 1)
      answers.push(
        await enter(
          login,
          { password: `tebak ${time}` },
          '203.0.113.1',
          time % 2 === 0 ? river.baseUrl : secondUrl,
        ),
      );
    expect(answers.slice(0, 6).map(codeOf)).toEqual(Array.from({ length: 6 }, () => 'LOGIN_REFUSED'));
    const closed = answers.filter(({ status }) => status === 429);
    expect(closed.length).toBeGreaterThan(0);
    for (const answer of closed) {
      expect(codeOf(answer)).toBe('TOO_MANY_ATTEMPTS');
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    }
    expect((await enter(login)).status).toBe(201);
  });

  it('by guessing from many addresses do not lock a person out of where they always sign in', async () => {
    const login = logins[1] ?? '';
    expect((await enter(login)).status).toBe(201);
    const guesses = await Promise.all(
      Array.from({ length: 26 }, (_, host) => enter(login, { password: 'tebak' }, `198.51.100.${host + 1}`)),
    );
    expect(guesses.filter(({ status }) => status === 201)).toHaveLength(0);
    expect(guesses.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
    expect((await enter(login, {}, '36.70.1.1', secondUrl)).status).toBe(201);
  });

  it('by a token are over at once when it is revoked, its person disabled or a role taken away', async () => {
    const person = await signIn(river, 'supplier-4');
    const admin = await signIn(river, 'admin');
    expect((await elsewhere(person.token)).status).toBe(200);
    const { data } = (await person.get('me/sessions')).body as { data: { id: string; isCurrent: boolean }[] };
    const own = data.find(({ isCurrent }) => isCurrent)?.id ?? '';
    expect((await admin.delete(`me/sessions/${own}`)).status).toBe(404);
    expect((await person.delete(`me/sessions/${own}`)).status).toBe(204);
    expect((await elsewhere(person.token)).status).toBe(401);

    const again = await signIn(river, 'supplier-4');
    expect((await admin.post(`people/${again.personId}/disable`)).status).toBe(204);
    expect((await elsewhere(again.token)).status).toBe(401);
    expect(codeOf(await enter('supplier-4'))).toBe('LOGIN_REFUSED');
    expect((await admin.post(`people/${again.personId}/enable`)).status).toBe(204);
    expect((await elsewhere(again.token)).status).toBe(401);

    const [phone, desk] = [await signIn(river, 'supplier-4'), await signIn(river, 'supplier-4')];
    expect((await desk.delete('me/sessions')).body).toEqual({ revoked: 2 });
    expect((await elsewhere(phone.token)).status).toBe(401);

    const looker = await signIn(river, 'observer');
    expect((await elsewhere(looker.token, 'invariants')).status).toBe(200);
    await river.database.owner.query('DELETE FROM membership WHERE person_id = $1', [looker.personId]);
    expect((await elsewhere(looker.token, 'invariants')).status).toBe(403);
  });

  it('by a code of an authenticator or of recovery that was used already are refused', async () => {
    const login = 'supplier-5';
    const person = await signIn(river, login);
    const begun = (await person.post('me/second-factor')).body as { uri: string; secret: string; qr: string };
    expect(begun.uri).toMatch(/^otpauth:\/\/totp\//);
    const now = (): string => new TOTP({ secret: begun.secret }).generate();
    const confirmed = await person.post('me/second-factor/confirm', { code: now() });
    const [first = ''] = (confirmed.body as { recoveryCodes: string[] }).recoveryCodes;
    await river.database.owner.query('UPDATE second_factor SET last_step = 1');

    expect(codeOf(await enter(login))).toBe('SECOND_FACTOR_REQUIRED');
    const code = now();
    const raced = await Promise.all([enter(login, { code }), enter(login, { code }, '36.70.1.1', secondUrl)]);
    expect(raced.map(({ status }) => status).sort()).toEqual([201, 401]);
    expect(codeOf(await enter(login, { code }))).toBe('CODE_REFUSED');
    expect((await enter(login, { code: first })).status).toBe(201);
    expect(codeOf(await enter(login, { code: first }, '36.70.1.1', secondUrl))).toBe('CODE_REFUSED');

    // The password alone, in the thief's hands, does not step up either.
    await letStepUpPass(person);
    expect(codeOf(await person.post('sessions/current/step-up', { password: PASSWORD }))).toBe(
      'SECOND_FACTOR_REQUIRED',
    );
    expect(codeOf(await person.delete('me/second-factor'))).toBe('STEP_UP_REQUIRED');
  });

  it('by a code sent to another person, or used before, buy no password', async () => {
    const [victim = '', thief = ''] = [logins[2], logins[3]];
    const [own, others] = [await signIn(river, victim), await signIn(river, thief)];
    expect((await own.put('me/contact', { contact: 'korban@contoh.id' })).status).toBe(204);
    expect((await others.put('me/contact', { contact: 'pencuri@contoh.id' })).status).toBe(204);
    const asked = await Promise.all(['tidak-ada', thief].map((login) => post('password-resets', { login })));
    expect(asked[0]?.status).toBe(202);
    expect(asked[0]?.body).toEqual(asked[1]?.body);
    const code = await codeSentTo('pencuri@contoh.id');

    const redeem = (login: string, password = NEW) =>
      post('password-resets/redeem', { login, code, password });
    expect(codeOf(await redeem(victim))).toBe('CODE_REFUSED');
    expect((await own.get('me')).status).toBe(200);
    expect(codeOf(await redeem(thief, 'Rahasia2026'))).toBe('PASSWORD_TOO_EASY');
    expect((await redeem(thief)).status).toBe(204);
    expect((await others.get('me')).status).toBe(401);
    expect(codeOf(await redeem(thief))).toBe('CODE_REFUSED');
    expect(codeOf(await enter(thief))).toBe('LOGIN_REFUSED');
    expect((await enter(thief, { password: NEW })).status).toBe(201);
  });

  it('by a telephone left open decide nothing: no award, no contract, no account, no way to become its person', async () => {
    const chair = await signIn(river, 'organiser-chair');
    const supplier = await signIn(river, 'supplier-1');
    const admin = await signIn(river, 'admin');
    const lotId = await aLot(chair);
    const guarded = [
      [chair, 'post', `lots/${lotId}/award/approve`],
      [supplier, 'post', `lots/${lotId}/contracts/${supplier.partyId}/sign`],
      [admin, 'post', `people/${supplier.personId}/disable`],
      [admin, 'delete', `people/${supplier.personId}/sessions`],
      [admin, 'put', `parties/${supplier.partyId}/supplier-class`],
      [chair, 'post', `parties/${supplier.partyId}/suspend`],
      [chair, 'post', `parties/${supplier.partyId}/reinstate`],
      [chair, 'post', `parties/${supplier.partyId}/qualify`],
      [chair, 'post', 'me/second-factor'],
      [chair, 'put', 'me/contact'],
    ] as const;
    const send = ([person, method, path]: (typeof guarded)[number], body: object) =>
      method === 'delete' ? person.delete(path) : person[method](path, body);
    for (const person of [chair, supplier, admin]) await letStepUpPass(person);
    for (const route of guarded)
      for (const body of [
        {},
        { password: PASSWORD },
        { isSteppedUp: true, steppedUpAt: '2030-01-01T00:00:00Z' },
      ]) {
        const answer = await send(route, body);
        expect([route[2], answer.status, codeOf(answer)]).toEqual([route[2], 403, 'STEP_UP_REQUIRED']);
      }
    expect(codeOf(await chair.post('sessions/current/step-up', { password: 'salah' }))).toBe(
      'PASSWORD_WRONG',
    );
    expect(codeOf(await send(guarded[0], {}))).toBe('STEP_UP_REQUIRED');
    expect((await chair.post('sessions/current/step-up', { password: PASSWORD })).status).toBe(200);
    // From here on it is the award's to say that there is nothing to approve yet.
    expect(codeOf(await send(guarded[0], {}))).not.toBe('STEP_UP_REQUIRED');
    // It holds for the session that stepped up, and for no other of the same person.
    const other = await signIn(river, 'organiser-chair');
    await river.database.owner.query(
      `UPDATE session SET stepped_up_at = stepped_up_at - interval '16 min'
       WHERE person_id = $1 AND created_at = (SELECT max(created_at) FROM session WHERE person_id = $1)`,
      [chair.personId],
    );
    expect(codeOf(await other.post(`lots/${lotId}/award/approve`))).toBe('STEP_UP_REQUIRED');
    expect(codeOf(await send(guarded[0], {}))).not.toBe('STEP_UP_REQUIRED');
  });

  it('by whoever sits at an open session do not change its password, and nobody takes an easy one', async () => {
    const person = await signIn(river, logins[4] ?? '');
    const change = (current: string, password: string) => person.put('me/password', { current, password });
    expect(codeOf(await change('salah', NEW))).toBe('PASSWORD_WRONG');
    expect(codeOf(await change(PASSWORD, 'pendek'))).toBe('PASSWORD_TOO_SHORT');
    const other = await signIn(river, logins[4] ?? '');
    expect((await change(PASSWORD, NEW)).status).toBe(204);
    expect((await other.get('me')).status).toBe(401);
    expect((await person.get('me')).status).toBe(200);
  });
});
