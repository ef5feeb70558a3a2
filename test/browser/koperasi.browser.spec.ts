import { plantSeason } from '../fuzz/plant-season.js';
import { holds, openBrowser, type Visits } from '../support/browser.js';
import { faultsOf, tabTo } from '../support/look-at-page.js';
import { builtFile } from '../support/built-web.js';
import { A_WEEK_AHEAD, anOpenPool, koperasiLogins } from '../support/given.js';
import { playPaid } from '../support/play-deposit.js';
import { signIn, startRiver, until, type Person, type River } from '../support/river.js';

interface OwnDeposit {
  readonly poolId: string;
  readonly missingRp: number;
  readonly carriedInRp: number;
  readonly openDueId: string | null;
  readonly returnDueAt: string | null;
}

/** The officer of a koperasi, on a phone whose signal comes and goes. */
describe('a koperasi', () => {
  let river: River;
  let visits: Visits;
  let organiser: Person;
  let logins: string[];

  beforeAll(async () => {
    river = await startRiver();
    organiser = await signIn(river, 'organiser-officer');
    logins = await koperasiLogins(river, 8);
    await plantSeason(river);
    visits = await openBrowser(river);
  });
  afterEach(() => visits.leave());
  afterAll(async () => {
    await visits.close();
    await river.stop();
  });

  const aPool = () =>
    anOpenPool(organiser, { packs: ['BERAS-MEDIUM/XSA50'], ...A_WEEK_AHEAD }).then(({ poolId }) => poolId);

  const aPoolWithDeposit = () =>
    anOpenPool(organiser, {
      ...{ packs: ['BERAS-MEDIUM/XSA50'], deposit: { rateBps: 1_000, graceS: 0 } },
      ...A_WEEK_AHEAD,
    });

  /** What a koperasi has standing in a pool. */
  const standing = async (poolId: string): Promise<{ quantityPacks: number }[]> => {
    const { rows } = await river.database.owner.query<{ quantityPacks: number }>(
      `SELECT quantity_packs::int AS "quantityPacks" FROM commitment_line
       WHERE pool_id = $1 AND state = 'active' ORDER BY id`,
      [poolId],
    );
    return rows;
  };

  it.each([
    { size: 'phone', language: 'id' },
    { size: 'desktop', language: 'en' },
  ] as const)(
    'orders, sees the most it can cost before sending, while another watches the meter ($size, $language)',
    async ({ size, language }) => {
      const poolId = await aPool();
      const watcher = await visits.arrive({ size: size === 'phone' ? 'desktop' : 'phone', language });
      await watcher.go(`/putaran/${poolId}`);
      const buyer = await visits.arrive({ size, language });
      await buyer.signIn(logins[4] ?? '');
      await buyer.go(`/putaran/${poolId}/pesan`);
      const { page, say } = buyer;
      await page.locator('.stepper input').first().fill('30');
      await page.getByText(say('Paling banyak yang dibayar')).waitFor();
      await page.locator('.order-sum', { hasText: /Rp\d{1,3}(\.\d{3})+/ }).waitFor();
      expect(await faultsOf(buyer)).toEqual([]);
      await page.getByRole('button', { name: say('Kirim pesanan') }).click();
      await page.getByRole('heading', { name: say('Pesanan diterima') }).waitFor();
      expect(await standing(poolId)).toEqual([{ quantityPacks: 30 }]);
      // The other one has not touched anything.
      await watcher.page.locator('.item-meter-have', { hasText: '30' }).first().waitFor();
    },
  );

  it('changes an order, and takes it back', async () => {
    const poolId = await aPool();
    const buyer = await visits.arrive();
    await buyer.arriveSignedIn(logins[5] ?? '');
    const order = async (packs: string, button: string): Promise<void> => {
      await buyer.go(`/putaran/${poolId}/pesan`);
      await buyer.page.locator('.stepper input').first().fill(packs);
      await buyer.page.getByRole('button', { name: button }).click();
      await buyer.page.getByRole('heading', { name: 'Pesanan diterima' }).waitFor();
    };
    await order('20', 'Kirim pesanan');
    await order('25', 'Kirim perubahan');
    expect(await standing(poolId)).toEqual([{ quantityPacks: 25 }]);
    await order('0', 'Kirim perubahan');
    expect(await standing(poolId)).toEqual([]);
  });

  it.each([
    { size: 'phone', language: 'id', place: 2 },
    { size: 'desktop', language: 'en', place: 3 },
  ] as const)(
    'takes an order back, and carries its deposit on to another pool ($size, $language)',
    async ({ size, language, place }) => {
      const login = logins[place] ?? '';
      const person = await signIn(river, login);
      const [first, next] = [await aPoolWithDeposit(), await aPoolWithDeposit()];
      const standsIn = async (poolId: string, isSo: (deposit: OwnDeposit) => boolean): Promise<OwnDeposit> =>
        until('the deposit stands so', async () => {
          const { data } = (await person.get(`parties/${person.partyId}/deposits?limit=100`)).body as {
            data: OwnDeposit[];
          };
          return data.find((each) => each.poolId === poolId && isSo(each));
        });
      for (const { poolId, itemIds } of [first, next]) {
        const lines = [{ itemId: itemIds[0], neededBy: A_WEEK_AHEAD.neededFrom, quantityPacks: 10 }];
        await person.post(`pools/${poolId}/commitments`, { koperasiId: person.partyId, lines });
      }
      const { openDueId } = await standsIn(first.poolId, ({ missingRp }) => missingRp > 0);
      await standsIn(next.poolId, ({ missingRp }) => missingRp > 0);
      await playPaid(river.database.workerDb, openDueId ?? '');

      const buyer = await visits.arrive({ size, language });
      const { page, arriveSignedIn, go, say } = buyer;
      await arriveSignedIn(login);
      await go(`/putaran/${first.poolId}/pesan`);
      await page.locator('.stepper input').first().fill('0');
      await page.getByRole('button', { name: say('Kirim perubahan') }).click();
      await page.getByRole('heading', { name: say('Pesanan diterima') }).waitFor();
      await standsIn(first.poolId, ({ returnDueAt }) => returnDueAt !== null);
      await go('/uang-muka');
      await page.getByText(say('Bawa sisanya ke putaran lain')).click();
      await page.getByLabel(say('Putaran yang sedang dibuka')).selectOption(next.poolId);
      expect(await faultsOf(buyer)).toEqual([]);
      await page.getByRole('button', { name: say('Saya setuju, bawa sisanya') }).click();
      await page
        .getByRole('button', { name: say('Saya setuju, bawa sisanya') })
        .waitFor({ state: 'detached' });
      const carried = await standsIn(next.poolId, ({ carriedInRp }) => carriedInRp > 0);
      expect(carried.missingRp).toBe(0);
      await go('/uang-muka');
      await page.getByText(say('Dibawa dari putaran lain')).waitFor();
      expect(await faultsOf(buyer)).toEqual([]);
    },
  );

  it('orders with the keyboard alone', async () => {
    const poolId = await aPool();
    const { page, arriveSignedIn, go } = await visits.arrive({ size: 'desktop' });
    await arriveSignedIn(logins[5] ?? '');
    await go(`/putaran/${poolId}/pesan`);
    await tabTo(page, page.locator('.stepper input').first());
    await page.keyboard.type('12');
    await tabTo(page, page.getByRole('button', { name: 'Kirim pesanan' }));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Pesanan diterima' }).waitFor();
    expect(await standing(poolId)).toEqual([{ quantityPacks: 12 }]);
  });

  it('orders without a signal: kept on the phone, opened again, sent by itself, counted once', async () => {
    const poolId = await aPool();
    const visitor = await visits.arrive({ keeps: true });
    visitor.expectErrors(/net::ERR_(?:INTERNET_DISCONNECTED|FAILED)/, /Failed to fetch/);
    const { page, context } = visitor;
    await visitor.arriveSignedIn(logins[6] ?? '');
    await visitor.go('/beranda');
    await page.evaluate('navigator.serviceWorker.ready');
    await holds(page, 'navigator.serviceWorker.controller !== null');
    await visitor.go(`/putaran/${poolId}/pesan`);
    await until('every screen is on the phone', async () => {
      const kept = await page.evaluate<string[]>(
        `caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name).then((cache) => cache.keys()))))
          .then((all) => all.flat().map(({ url }) => url))`,
      );
      return kept.some((url) => url.endsWith(builtFile('src/offline/outbox.screen.tsx'))) ? true : undefined;
    });
    await context.setOffline(true);
    await page.locator('.stepper input').first().fill('40');
    await page.getByRole('button', { name: 'Kirim pesanan' }).click();
    await page.getByText('Tersimpan di HP').first().waitFor();
    // The phone is put away and taken out again, still without a signal.
    await visitor.go('/kotak-keluar');
    await page.getByText('Tersimpan di HP').first().waitFor();
    expect(await standing(poolId)).toEqual([]);
    await context.setOffline(false);
    await page.getByText('Diterima server').first().waitFor();
    expect(await standing(poolId)).toEqual([{ quantityPacks: 40 }]);
  });

  it('reads what it has opened before without a signal, and since when it stands so', async () => {
    const poolId = await aPool();
    const visitor = await visits.arrive({ keeps: true });
    visitor.expectErrors(/net::ERR_(?:INTERNET_DISCONNECTED|FAILED)/, /Failed to fetch/);
    const { page, context } = visitor;
    await visitor.arriveSignedIn(logins[6] ?? '');
    await visitor.go('/beranda');
    await holds(page, 'navigator.serviceWorker.controller !== null');
    await page.goto(`${river.baseUrl}/kiriman`);
    await visitor.settled();
    await visitor.go(`/putaran/${poolId}/pesan`);
    await context.setOffline(true);
    await visitor.go(`/putaran/${poolId}/pesan`);
    await page.getByText('Tidak ada sinyal').first().waitFor();
    await page.locator('.stepper input').first().waitFor();
  });

  it('is told in words when the pool closed before the order arrived', async () => {
    const poolId = await aPool();
    const visitor = await visits.arrive({ keeps: true });
    visitor.expectErrors(/net::ERR_(?:INTERNET_DISCONNECTED|FAILED)/, /Failed to fetch/, /status of 409/);
    const { page, context } = visitor;
    await visitor.arriveSignedIn(logins[7] ?? '');
    await visitor.go(`/putaran/${poolId}/pesan`);
    await context.setOffline(true);
    await page.locator('.stepper input').first().fill('40');
    await page.getByRole('button', { name: 'Kirim pesanan' }).click();
    await page.getByText('Tersimpan di HP').first().waitFor();
    await organiser.post(`pools/${poolId}/close`, { reason: 'uji' });
    await context.setOffline(false);
    await page.getByText('Ditolak server').first().waitFor();
    expect(await page.locator('main').innerText()).toContain('Putaran ditutup sebelum kiriman ini sampai');
    expect(await standing(poolId)).toEqual([]);
  });

  it('receives a drop without a signal, with a sack that is damaged', async () => {
    const { rows } = await river.database.owner.query<{ id: string; login: string }>(
      `SELECT d.id, p.login FROM delivery_drop d JOIN membership m ON m.party_id = d.koperasi_id
       JOIN person p ON p.id = m.person_id WHERE d.state = 'dispatched' AND p.login LIKE 'kop-%' LIMIT 1`,
    );
    const [drop] = rows;
    if (drop === undefined) throw new Error('the planted season has no drop on its way');
    const visitor = await visits.arrive({ keeps: true });
    visitor.expectErrors(/net::ERR_(?:INTERNET_DISCONNECTED|FAILED)/, /Failed to fetch/);
    const { page, context } = visitor;
    await visitor.arriveSignedIn(drop.login);
    await visitor.go(`/kiriman/${drop.id}`);
    await context.setOffline(true);
    await page.getByText('Ada yang rusak atau kurang?').first().click();
    await page.getByRole('button', { name: 'Tambah Rusak' }).first().click();
    await page.locator('main form button[type="submit"]').click();
    await page.getByText('Tersimpan di HP').first().waitFor();
    await context.setOffline(false);
    const counted = await until('the receipt has arrived', async () => {
      const { rows: lines } = await river.database.owner.query<{ damaged: number }>(
        `SELECT l.damaged_packs::int AS damaged FROM delivery_drop d JOIN drop_line l ON l.drop_id = d.id
         WHERE d.id = $1 AND d.state = 'received'`,
        [drop.id],
      );
      return lines.length > 0 ? lines : undefined;
    });
    expect(counted.reduce((sum, { damaged }) => sum + damaged, 0)).toBe(1);
  });
});
