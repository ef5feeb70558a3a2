import type { Page } from 'playwright-core';
import { openBrowser, type Visitor, type Visits } from '../support/browser.js';
import { faultsOf } from '../support/look-at-page.js';
import { endBidding } from '../support/given-bids.js';
import { lotsToBidOn } from '../support/play-committee-pool.js';
import { koperasiLogins } from '../support/given.js';
import { signIn, startRiver, until, type Person, type River } from '../support/river.js';

/** No other number of the journey. */
const CANARY_RP = 11_357;
/** Of the canary and the price beside it, as written here or there. */
const SPELLINGS = /11[.,]?357|11[.,]?557/;

const passphraseOf = (login: string): string => `enam kata acak milik ${login}`;

/** What a page sends, whole: the paths and bodies of all its requests. */
const recordRequests = (page: Page): string[] => {
  const sent: string[] = [];
  page.on('request', (request) => {
    sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`);
  });
  return sent;
};

/** All that a page has put down on its device, as text. */
const storedBy = (page: Page): Promise<string> =>
  page.evaluate<string>(`(async () => {
    const found = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise((resolve) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
      });
      for (const store of database.objectStoreNames) {
        const rows = await new Promise((resolve) => {
          const reading = database.transaction(store).objectStore(store).getAll();
          reading.onsuccess = () => resolve(reading.result);
        });
        found.push(JSON.stringify(rows));
      }
      database.close();
    }
    return found.join('\\n');
  })()`);

const readers = [
  { size: 'phone', language: 'id', place: 0 },
  { size: 'desktop', language: 'en', place: 1 },
] as const;

/** Pools whose bids a committee seals, run by people in their browsers alone: three make keys, two bid, two open. */
describe('a committee, at its browsers', () => {
  let river: River;
  let visits: Visits;
  let officer: Person;
  let pools: readonly { readonly poolId: string; readonly lotIds: readonly string[] }[];
  const sent: string[] = [];
  const holderLogins = ['organiser-officer', 'organiser-chair', 'observer'];

  beforeAll(async () => {
    river = await startRiver();
    officer = await signIn(river, 'organiser-officer');
    const holders = await Promise.all(holderLogins.map((login) => signIn(river, login)));
    const [login = ''] = await koperasiLogins(river, 1);
    const member = await signIn(river, login);
    const aPool = () =>
      lotsToBidOn(officer, member, ['BERAS-MEDIUM/XSA50', 'GULA/XSA50'], {
        ...{ mode: 'committee', holderPersonIds: holders.map(({ personId }) => personId) },
      });
    pools = [await aPool(), await aPool()];
    visits = await openBrowser(river);
  });
  afterEach(() => visits.leave());
  afterAll(async () => {
    await visits.close();
    await river.stop();
  });

  const poolOf = (place: number) => {
    const pool = pools[place];
    if (pool === undefined) throw new Error('there is a pool for each reader');
    return pool;
  };

  const arriveAs = async (login: string, device: Parameters<Visits['arrive']>[0] = {}): Promise<Visitor> => {
    const visitor = await visits.arrive(device);
    await visitor.arriveSignedIn(login);
    const requests = recordRequests(visitor.page);
    visitor.page.once('close', () => sent.push(...requests));
    return visitor;
  };

  it('has three holders make their keys', async () => {
    for (const [nth, login] of holderLogins.entries()) {
      const [phone, desktop] = readers;
      const holder = await arriveAs(login, nth === 0 ? phone : desktop);
      const { page, go, settled, follow, say } = holder;
      await go('/beranda');
      await follow(
        page
          .locator('.ask', { hasText: say('Buat kunci Anda', 'Make your key') })
          .getByRole('link', { name: say('Ke panitia kunci') })
          .first(),
      );
      await follow(say('Buat kunci saya'));
      await page.getByLabel(say('Frasa sandi baru')).fill('terlalu pendek');
      await page.getByText(say`Kurang ${'2'} huruf.`).waitFor();
      const make = page.getByRole('button', { name: say('Buat kunci saya') });
      expect(await make.isDisabled()).toBe(true);
      await page.getByLabel(say('Frasa sandi baru')).fill(passphraseOf(login));
      await page.getByLabel(say('Ketik sekali lagi')).fill(passphraseOf(login));
      expect(await faultsOf(holder)).toEqual([]);
      await make.click();
      await page.getByRole('heading', { name: say('Kunci Anda sudah ada') }).waitFor();
      await page.getByText(/^(?:[0-9a-f]{4}-){7}[0-9a-f]{4}$/).waitFor();
      await settled();
      expect(await faultsOf(holder)).toEqual([]);
      expect(await storedBy(page)).not.toContain(passphraseOf(login));
    }
  });

  it.each(readers)(
    'has the organiser make the keys of the lots ($size, $language)',
    async ({ place, ...device }) => {
      const { poolId, lotIds } = poolOf(place);
      const organiser = await arriveAs('organiser-officer', device);
      const { page, go, follow, say } = organiser;
      await go(`/putaran/${poolId}/kelola`);
      await follow(say('Panitia kunci'));
      await page.getByRole('heading', { name: say('Buat kunci paket') }).waitFor();
      expect(await faultsOf(organiser)).toEqual([]);
      const make = page.getByRole('button', { name: say('Buat kunci dan mulai penawaran') });
      expect(await make.isDisabled()).toBe(true);
      await page.getByLabel(say('Ketiga deretan sama dengan yang dibacakan para pemegang')).check();
      await make.click();
      await page.getByRole('heading', { name: say('Penawaran sedang masuk') }).waitFor();
      for (const lotId of lotIds) expect((await officer.get(`lots/${lotId}/sealing-key`)).status).toBe(200);
      expect((await officer.get(`pools/${poolId}/sealing-key`)).status).toBe(200);
    },
  );

  it.each(readers)(
    'takes bids and terms that were sealed on the device, and never sees their prices ($size, $language)',
    async ({ place, ...device }) => {
      const { poolId, lotIds } = poolOf(place);
      const bidder = await arriveAs(`supplier-${place + 1}`, device);
      const { page, go, settled, follow, say } = bidder;
      const requests = recordRequests(page);
      for (const lotId of lotIds) {
        await go(`/paket/${lotId}/tawar`);
        await page.getByText(say('Penawaran dikunci di HP ini', 'The bid is sealed on this phone')).waitFor();
        await page
          .getByLabel(say`Harga tiap ${'kg'}`)
          .first()
          .fill(String(CANARY_RP + 200 * place));
        await page.getByRole('button', { name: say('Kunci dan kirim penawaran') }).click();
        await page.getByRole('heading', { name: say('Penawaran terkunci dan terkirim') }).waitFor();
        expect(await faultsOf(bidder)).toEqual([]);
        const hash = await page.locator('.copy-text').innerText();
        const shown = (await officer.get(`lots/${lotId}/sealed-bids`)).body as { data: { hash: string }[] };
        expect(shown.data.map((each) => each.hash)).toContain(hash);
        const download = page.waitForEvent('download');
        await page.getByRole('button', { name: say('Simpan bukti di HP') }).click();
        expect((await download).suggestedFilename()).toBe(`penawaran-${hash.slice(0, 8)}.json`);
        await follow(say('Lihat tanda terima'));
        await page.locator('svg.qr').waitFor();
        await settled();
        expect(await page.locator('.copy-text').first().innerText()).toBe(hash);
      }
      // Terms over both lots too, of the one whose truck it is.
      await go(`/putaran/${poolId}/syarat`);
      await page
        .getByText(
          say(
            'Syarat dikunci di HP ini. Server tidak bisa membacanya sebelum dua pemegang kunci membukanya bersama.',
          ),
        )
        .waitFor();
      await page.getByLabel(say('Biaya tetap (Rp), sekali')).fill(String(CANARY_RP));
      expect(await faultsOf(bidder)).toEqual([]);
      await page.getByRole('button', { name: say('Kunci dan kirim syarat') }).click();
      await page.getByRole('heading', { name: say('Syarat terkunci') }).waitFor();
      expect(await faultsOf(bidder)).toEqual([]);
      const hash = await page.locator('.copy-text').innerText();
      const shown = (await officer.get(`pools/${poolId}/supplier-terms/hashes`)).body as {
        data: { hash: string }[];
      };
      // Among decoys, whose hour may have come.
      expect(shown.data.map((each) => each.hash)).toContain(hash);
      await go(`/putaran/${poolId}/syarat`);
      await page
        .getByText(say('Anda sudah mengirim syarat (yang ke-1', 'You have sent terms (number 1'))
        .waitFor();
      expect(requests.filter((text) => text.includes('/sealed-bids/')).length).toBe(lotIds.length);
      expect(requests.filter((text) => SPELLINGS.test(text))).toEqual([]);
      expect(SPELLINGS.test(await storedBy(page))).toBe(false);
    },
  );

  it.each(readers)(
    'opens them by two of its holders, when a passphrase was mistyped too ($size, $language)',
    async ({ place, ...device }) => {
      const { poolId, lotIds } = poolOf(place);
      await endBidding(river, poolId);
      const first = await arriveAs('organiser-chair', device);
      const { say } = first;
      await first.go('/beranda');
      await first.follow(
        first.page
          .locator('.ask', { hasText: say('Buka penawaran:', 'Open the bids:') })
          .getByRole('link', { name: say('Ke panitia kunci') }),
      );
      await first.page.getByLabel(say('Frasa sandi Anda')).fill('bukan frasa yang benar');
      await first.page.getByRole('button', { name: say('Mulai membuka') }).click();
      const mistyped = say(
        'Frasa sandinya tidak cocok. Periksa huruf besar kecil dan spasi, lalu coba lagi.',
      );
      await first.page.getByRole('alert').getByText(mistyped).waitFor();
      expect(await faultsOf(first)).toEqual([]);
      await first.page.getByLabel(say('Frasa sandi Anda')).fill(passphraseOf('organiser-chair'));
      await first.page.getByRole('button', { name: say('Mulai membuka') }).click();
      await first.page.getByRole('heading', { name: say('Menunggu pemegang lain') }).waitFor();
      expect(await faultsOf(first)).toEqual([]);

      const second = await arriveAs('observer', device);
      await second.go(`/putaran/${poolId}/panitia-kunci`);
      await second.page
        .getByText(
          say('sudah mulai membuka dan menunggu bagian Anda.', 'has begun to open and waits for your share.'),
        )
        .waitFor();
      expect(await faultsOf(second)).toEqual([]);
      await second.page.getByLabel(say('Frasa sandi Anda')).fill(passphraseOf('observer'));
      await second.page.getByRole('button', { name: say('Serahkan bagian saya') }).click();
      for (const { page } of [second, first])
        await page.getByRole('heading', { name: say('Semua penawaran sudah dibuka') }).waitFor();
      for (const { page } of [first, second])
        expect(await storedBy(page)).not.toMatch(/enam kata acak|privateKey/);

      for (const lotId of lotIds)
        await until('the bids are opened', async () => {
          const { data } = (await officer.get(`lots/${lotId}/bids`)).body as { data: unknown[] };
          return data.length === 1 ? true : undefined;
        });
      const terms = await until('the terms over all lots are opened', async () => {
        const { data } = (await officer.get(`pools/${poolId}/supplier-terms`)).body as {
          data: { terms: { fixedChargeRp: number } | null }[];
        };
        return data[0]?.terms ?? undefined;
      });
      expect(terms.fixedChargeRp).toBe(CANARY_RP);
      await first.follow(first.page.getByRole('link', { name: say('Lihat penawaran') }).first());
      await first.page
        .getByText(`Rp11.${357 + 200 * place}`)
        .first()
        .waitFor();
    },
  );

  it('sent no passphrase from any page', () => {
    expect(sent.length).toBeGreaterThan(50);
    expect(sent.filter((text) => text.includes('enam kata acak') || text.includes('enam%20kata'))).toEqual(
      [],
    );
  });
});
