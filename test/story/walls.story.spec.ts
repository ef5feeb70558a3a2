import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import request from 'supertest';
import { packageRoot } from '../../src/platform/package-root.js';
import { anOpenPool, koperasiLogins } from '../support/given.js';
import { anonymous, PASSWORD, signIn, startRiver, type River } from '../support/river.js';

interface Operation {
  security?: object[];
}

/** Every route that openapi.json says needs a session. */
const guardedRoutes = async (): Promise<[string, string][]> => {
  const { paths } = JSON.parse(await readFile(join(packageRoot(), 'openapi.json'), 'utf8')) as {
    paths: Record<string, Record<string, Operation>>;
  };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => operation.security !== undefined)
      .map(([method]): [string, string] => [
        method,
        path.replace(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000'),
      ]),
  );
};

describe('walls', () => {
  let river: River;
  beforeAll(async () => {
    river = await startRiver({ workers: 0 });
  });
  afterAll(() => river.stop());

  it('let nobody without a session past any guarded route', async () => {
    const routes = await guardedRoutes();
    expect(routes.length).toBeGreaterThan(25);
    for (const [method, path] of routes) {
      for (const token of [undefined, 'Bearer nonsense', `Bearer ${'A'.repeat(43)}`]) {
        let call = request(river.baseUrl)[method as 'get'](path);
        if (token !== undefined) call = call.set('Authorization', token);
        const { status, body } = await call.send(method === 'get' ? undefined : {});
        expect([method, path, status, (body as { code: string }).code]).toEqual([
          method,
          path,
          401,
          'NOT_SIGNED_IN',
        ]);
      }
    }
  });

  it('keep a koperasi from the commitments of another, whatever it claims', async () => {
    const [own, foreign] = await Promise.all(
      (await koperasiLogins(river, 2)).map((login) => signIn(river, login)),
    );
    const organiser = await signIn(river, 'organiser-officer');
    const supplier = await signIn(river, 'supplier-1');
    if (!own || !foreign) throw new Error('no koperasi');
    const { poolId, itemIds } = await anOpenPool(organiser);
    const body = {
      koperasiId: own.partyId,
      lines: [{ itemId: itemIds[0], neededBy: '2026-12-01', quantityPacks: 20 }],
    };
    for (const stranger of [foreign, organiser, supplier]) {
      expect((await stranger.post(`pools/${poolId}/commitments`, body)).status).toBe(403);
    }
    const placed = await own.post(`pools/${poolId}/commitments`, body);
    const lineId = (placed.body as { data: { id: string }[] }).data[0]?.id ?? '';
    for (const stranger of [foreign, supplier]) {
      expect(
        (await stranger.patch(`pools/${poolId}/commitments/${lineId}`, 1, { quantityPacks: 1 })).status,
      ).toBe(403);
      expect((await stranger.delete(`pools/${poolId}/commitments/${lineId}`, 1)).status).toBe(403);
      expect((await stranger.get(`pools/${poolId}/commitments/${lineId}/history`)).status).toBe(403);
    }
    expect((await foreign.get(`pools/${poolId}/commitments`)).body).toMatchObject({ data: [] });
    expect(
      ((await organiser.get(`pools/${poolId}/commitments`)).body as { data: unknown[] }).data,
    ).toHaveLength(1);
    expect((await own.post(`pools/${poolId}/close`, { reason: 'saya mau' })).status).toBe(403);
  });

  it('hide a draft from everyone but its organiser', async () => {
    const organiser = await signIn(river, 'organiser-chair');
    const created = await organiser.post('pools', {
      organiserId: organiser.partyId,
      title: 'Rahasia',
      regionCode: '35.71',
      closesAt: new Date(Date.now() + 3_600_000).toISOString(),
      biddingPeriodS: 60,
      neededFrom: '2026-12-01',
      neededUntil: '2099-12-02',
      items: [{ packCode: 'BERAS-MEDIUM/XSA50' }],
    });
    const { id } = created.body as { id: string };
    const observer = await signIn(river, 'observer');
    for (const stranger of [observer, anonymous(river)])
      expect((await stranger.get(`pools/${id}`)).status).toBe(404);
    expect((await organiser.get(`pools/${id}`)).body).toMatchObject({ id, state: 'draft' });
    const listed = async (person: typeof observer) =>
      ((await person.get('pools')).body as { data: { id: string }[] }).data.map((pool) => pool.id);
    expect(await listed(observer)).not.toContain(id);
    expect(await listed(organiser)).toContain(id);
  });

  it('fall at once when a session is revoked, a person disabled or a role taken away', async () => {
    const person = await signIn(river, 'supplier-2');
    expect((await person.get('me')).status).toBe(200);
    expect((await person.delete('sessions/current')).status).toBe(204);
    expect((await person.get('me')).status).toBe(401);

    const again = await signIn(river, 'supplier-2');
    const admin = await signIn(river, 'admin');
    expect((await admin.delete(`people/${again.personId}/sessions`)).status).toBeLessThan(300);
    expect((await again.get('me')).status).toBe(401);

    const organiser = await signIn(river, 'organiser-treasurer');
    await river.database.owner.query(`DELETE FROM membership WHERE person_id = $1`, [organiser.personId]);
    expect((await organiser.get('parked')).status).toBe(403);

    const disabled = await signIn(river, 'supplier-3');
    await river.database.owner.query(`UPDATE person SET disabled_at = now() WHERE id = $1`, [
      disabled.personId,
    ]);
    expect((await disabled.get('me')).status).toBe(401);
    expect(
      (await anonymous(river).post('sessions', { login: 'supplier-3', password: PASSWORD })).status,
    ).toBe(401);
  });

  it('answer a wrong login and a wrong password alike, and keep tokens as hashes only', async () => {
    const answers = await Promise.all([
      anonymous(river).post('sessions', { login: 'nobody-here', password: PASSWORD }),
      anonymous(river).post('sessions', { login: 'observer', password: 'wrong' }),
    ]);
    const told = answers.map(({ status, body }) => [status, (body as { code: string }).code]);
    expect(told[0]).toEqual(told[1]);
    expect(told[0]?.[0]).toBe(401);
    const { token } = await signIn(river, 'observer');
    const { rows } = await river.database.owner.query<{ text: string }>(
      `SELECT session::text AS text FROM session`,
    );
    expect(rows.some((row) => row.text.includes(token))).toBe(false);
  });
});
