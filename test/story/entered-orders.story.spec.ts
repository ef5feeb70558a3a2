import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anOpenPool, koperasiLogins, type GivenPool } from '../support/given.js';
import { codeOf } from '../support/read-answers.js';
import { PASSWORD, signIn, startRiver, until, type Person, type River } from '../support/river.js';

interface Entered {
  id: string;
  state: string;
  isCodeSent: boolean;
  tries: number;
  enteredByName: string | null;
}

const CONTACT = '+628110002200';

describe('an order that an organiser enters for a koperasi', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sepikul-entered-'));
  const messagesFile = join(folder, 'messages.jsonl');
  let river: River;
  let organiser: Person;
  let koperasi: Person;
  let other: Person;
  let pool: GivenPool;

  beforeAll(async () => {
    river = await startRiver({
      settings: { MESSAGES_FILE: messagesFile, SECRET_KEY: 'a-secret-of-more-than-32-characters' },
    });
    organiser = await signIn(river, 'organiser-officer');
    [koperasi, other] = (await Promise.all(
      (await koperasiLogins(river, 2)).map((login) => signIn(river, login)),
    )) as [Person, Person];
    pool = await anOpenPool(organiser, { deposit: { rateBps: 1_000 } });
    await koperasi.post('sessions/current/step-up', { password: PASSWORD });
    expect((await koperasi.put('me/contact', { contact: CONTACT })).status).toBeLessThan(300);
  });
  afterAll(async () => {
    await river.stop();
    rmSync(folder, { recursive: true });
  });

  const linesFor = (item: number, quantityPacks: number) => [
    { itemId: pool.itemIds[item] ?? '', neededBy: '2026-12-01', quantityPacks },
  ];
  const enter = (koperasiId: string, item: number, quantityPacks: number) =>
    organiser.post(`pools/${pool.poolId}/entered-orders`, {
      koperasiId,
      lines: linesFor(item, quantityPacks),
    });
  const committed = async (): Promise<number> => {
    const { items } = (await organiser.get(`pools/${pool.poolId}/meter`)).body as {
      items: { committedPacks: number }[];
    };
    return items.reduce((sum, { committedPacks }) => sum + committedPacks, 0);
  };
  const codeSentFor = (quantityPacks: number): Promise<string> =>
    until('the code is sent', async () => {
      let text: string;
      try {
        text = readFileSync(messagesFile, 'utf8');
      } catch {
        return undefined;
      }
      const message = text
        .split('\n')
        .filter((line) => line.includes(CONTACT) && line.includes(`${quantityPacks} kemasan`))
        .at(-1);
      return /kode (\d{4} \d{4})/.exec(message ?? '')?.[1];
    });
  it('is confirmed by the code that its officer reads out, and then asks for its deposit', async () => {
    const entered = await enter(koperasi.partyId, 0, 40);
    expect(entered.status).toBe(201);
    const order = entered.body as Entered;
    expect(order).toMatchObject({ state: 'waiting', isCodeSent: true, tries: 0 });
    expect(await committed()).toBe(0);
    const code = await codeSentFor(40);
    const path = `entered-orders/${order.id}/code`;

    expect((await koperasi.post(path, { code })).status).toBe(403);
    expect((await other.post(`entered-orders/${order.id}/accept`)).status).toBe(403);
    const wrong = code === '0000 0000' ? '1111 1111' : '0000 0000';
    const refused = await organiser.post(path, { code: wrong });
    expect([refused.status, codeOf(refused)]).toEqual([422, 'ORDER_CODE_WRONG']);
    const confirmed = await organiser.post(path, { code });
    expect(confirmed.body).toMatchObject({ state: 'confirmed', confirmedBy: 'code', tries: 1 });
    expect((await organiser.post(path, { code })).body).toMatchObject({ state: 'confirmed' });

    expect(
      await until('the meter counts it', async () => ((await committed()) === 40 ? 40 : undefined)),
    ).toBe(40);
    const { data } = (await koperasi.get(`pools/${pool.poolId}/commitments`)).body as {
      data: { quantityPacks: number; id: string }[];
    };
    expect(data.map(({ quantityPacks }) => quantityPacks)).toEqual([40]);
    const history = (await koperasi.get(`pools/${pool.poolId}/commitments/${data[0]?.id ?? ''}/history`))
      .body as { data: { madeBy: string }[] };
    expect(history.data.map(({ madeBy }) => madeBy)).toEqual([koperasi.personId]);
    await until('the deposit is asked for', async () => {
      const deposits = (await koperasi.get(`pools/${pool.poolId}/deposits`)).body as {
        data: { missingRp: number }[];
      };
      return deposits.data.some(({ missingRp }) => missingRp > 0) ? true : undefined;
    });
  });

  it('is approved or refused on the koperasi’s own screen, and seen by nobody else', async () => {
    const first = (await enter(koperasi.partyId, 1, 11)).body as Entered;
    const second = (await enter(koperasi.partyId, 1, 12)).body as Entered;
    const waiting = (await koperasi.get('entered-orders?isWaiting=true')).body as { data: Entered[] };
    expect(waiting.data.map(({ id }) => id)).toEqual([second.id]);
    expect(waiting.data[0]?.enteredByName).toBeNull();
    expect((await other.get('entered-orders')).body).toMatchObject({ data: [] });
    expect(codeOf(await koperasi.post(`entered-orders/${first.id}/accept`))).toBe('ENTERED_ORDER_ENDED');
    expect((await koperasi.post(`entered-orders/${second.id}/refuse`)).body).toMatchObject({
      state: 'refused',
    });
    const third = (await enter(koperasi.partyId, 1, 13)).body as Entered;
    expect((await koperasi.post(`entered-orders/${third.id}/accept`)).body).toMatchObject({
      state: 'confirmed',
      confirmedBy: 'self',
    });
    expect(codeOf(await enter(koperasi.partyId, 1, 14))).toBe('COMMITMENT_EXISTS');
    expect(await until('both count', async () => ((await committed()) === 53 ? 53 : undefined))).toBe(53);
    const told = (await koperasi.get(`parties/${koperasi.partyId}/happenings`)).body as {
      data: { kind: string }[];
    };
    expect(told.data.filter(({ kind }) => kind === 'order-entered').length).toBe(4);
  });

  it('ends with its pool', async () => {
    const entered = (await enter(other.partyId, 0, 5)).body as Entered;
    expect(entered).toMatchObject({ isCodeSent: false });
    await organiser.post(`pools/${pool.poolId}/close`, { reason: 'semua sudah pesan' });
    const late = await other.post(`entered-orders/${entered.id}/accept`);
    expect([late.status, codeOf(late)]).toEqual([409, 'POOL_ALREADY_CLOSED']);
    expect(codeOf(await enter(other.partyId, 0, 6))).toBe('POOL_ALREADY_CLOSED');
    const observer = await signIn(river, 'observer');
    expect((await observer.get('invariants')).body).toMatchObject({ broken: [] });
  });
});
