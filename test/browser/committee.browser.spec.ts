import type { Page } from 'playwright-core';
import { openBrowser, type Visitor, type Visits } from '../support/browser.js';
import { axeFindsInBothThemes, overflowOf } from '../support/look-at-page.js';
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

/** A pool whose bids a committee seals, run by people in their browsers alone: three make keys, two bid, two open. */
describe('a committee, at its browsers', () => {
  let river: River;
  let visits: Visits;
  let officer: Person;
  let poolId: string;
  let lotIds: readonly string[];
  const sent: string[] = [];
  const holderLogins = ['organiser-officer', 'organiser-chair', 'observer'];

  beforeAll(async () => {
    river = await startRiver();
    officer = await signIn(river, 'organiser-officer');
    const holders = await Promise.all(holderLogins.map((login) => signIn(river, login)));
    const [login = ''] = await koperasiLogins(river, 1);
    ({ poolId, lotIds } = await lotsToBidOn(
      officer,
      await signIn(river, login),
      ['BERAS-MEDIUM/XSA50', 'GULA/XSA50'],
      { mode: 'committee', holderPersonIds: holders.map(({ personId }) => personId) },
    ));
    visits = await openBrowser(river);
  });
  afterEach(() => visits.leave());
  afterAll(async () => {
    await visits.close();
    await river.stop();
  });

  const arriveAs = async (login: string, device: Parameters<Visits['arrive']>[0] = {}): Promise<Visitor> => {
    const visitor = await visits.arrive(device);
    await visitor.arriveSignedIn(login);
    const requests = recordRequests(visitor.page);
    visitor.page.once('close', () => sent.push(...requests));
    return visitor;
  };

  it('has three holders make their keys, and the organiser those of the lots', async () => {
    for (const login of holderLogins) {
      const { page, go, settled, follow } = await arriveAs(login, {
        size: login === 'observer' ? 'desktop' : 'phone',
      });
      await go('/beranda');
      await follow(
        page.locator('.ask', { hasText: 'Buat kunci Anda' }).getByRole('link', { name: 'Ke panitia kunci' }),
      );
      await follow('Buat kunci saya');
      await page.getByLabel('Frasa sandi baru').fill('terlalu pendek');
      await page.getByText('Kurang 2 huruf.').waitFor();
      const make = page.getByRole('button', { name: 'Buat kunci saya' });
      expect(await make.isDisabled()).toBe(true);
      await page.getByLabel('Frasa sandi baru').fill(passphraseOf(login));
      await page.getByLabel('Ketik sekali lagi').fill(passphraseOf(login));
      expect(await axeFindsInBothThemes(page)).toEqual([]);
      await make.click();
      await page.getByRole('heading', { name: 'Kunci Anda sudah ada' }).waitFor();
      await page.getByText(/^(?:[0-9a-f]{4}-){7}[0-9a-f]{4}$/).waitFor();
      await settled();
      expect(await axeFindsInBothThemes(page)).toEqual([]);
      expect(await overflowOf(page)).toEqual([]);
      expect(await storedBy(page)).not.toContain(passphraseOf(login));
    }
    const { page, go, follow } = await arriveAs('organiser-officer');
    await go(`/putaran/${poolId}/kelola`);
    await follow('Panitia kunci');
    await page.getByRole('heading', { name: 'Buat kunci paket' }).waitFor();
    expect(await axeFindsInBothThemes(page)).toEqual([]);
    expect(await overflowOf(page)).toEqual([]);
    const make = page.getByRole('button', { name: 'Buat kunci dan mulai penawaran' });
    expect(await make.isDisabled()).toBe(true);
    await page.getByLabel('Ketiga deretan sama dengan yang dibacakan para pemegang').check();
    await make.click();
    await page.getByRole('heading', { name: 'Penawaran sedang masuk' }).waitFor();
    for (const lotId of lotIds) expect((await officer.get(`lots/${lotId}/sealing-key`)).status).toBe(200);
    expect((await officer.get(`pools/${poolId}/sealing-key`)).status).toBe(200);
  });

  it('takes bids that were sealed on the phone, and never sees their prices', async () => {
    for (const [place, login] of ['supplier-1', 'supplier-2'].entries()) {
      const { page, go, settled, follow } = await arriveAs(login, {
        size: place === 0 ? 'phone' : 'desktop',
      });
      const requests = recordRequests(page);
      for (const lotId of lotIds) {
        await go(`/paket/${lotId}/tawar`);
        await page.getByText('Penawaran dikunci di HP ini').waitFor();
        await page
          .getByLabel(/^Harga tiap/)
          .first()
          .fill(String(CANARY_RP + 200 * place));
        await page.getByRole('button', { name: 'Kunci dan kirim penawaran' }).click();
        await page.getByRole('heading', { name: 'Penawaran terkunci dan terkirim' }).waitFor();
        expect(await axeFindsInBothThemes(page)).toEqual([]);
        expect(await overflowOf(page)).toEqual([]);
        const hash = await page.locator('.copy-text').innerText();
        const shown = (await officer.get(`lots/${lotId}/sealed-bids`)).body as { data: { hash: string }[] };
        expect(shown.data.map((each) => each.hash)).toContain(hash);
        const download = page.waitForEvent('download');
        await page.getByRole('button', { name: 'Simpan bukti di HP' }).click();
        expect((await download).suggestedFilename()).toBe(`penawaran-${hash.slice(0, 8)}.json`);
        await follow('Lihat tanda terima');
        await page.locator('svg.qr').waitFor();
        await settled();
        expect(await page.locator('.copy-text').first().innerText()).toBe(hash);
      }
      // Terms over both lots too, of the one whose truck it is.
      if (place === 0) {
        await go(`/putaran/${poolId}/syarat`);
        await page.getByText('Syarat dikunci di HP ini').waitFor();
        await page.getByLabel(/^Biaya tetap/).fill(String(CANARY_RP));
        expect(await axeFindsInBothThemes(page)).toEqual([]);
        await page.getByRole('button', { name: 'Kunci dan kirim syarat' }).click();
        await page.getByRole('heading', { name: 'Syarat terkunci' }).waitFor();
        expect(await axeFindsInBothThemes(page)).toEqual([]);
        expect(await overflowOf(page)).toEqual([]);
        const hash = await page.locator('.copy-text').innerText();
        const shown = (await officer.get(`pools/${poolId}/supplier-terms/hashes`)).body as {
          data: { hash: string }[];
        };
        expect(shown.data.map((each) => each.hash)).toEqual([hash]);
        await go(`/putaran/${poolId}/syarat`);
        await page.getByText('Anda sudah mengirim syarat (yang ke-1').waitFor();
      }
      expect(requests.filter((text) => text.includes('/sealed-bids/')).length).toBe(lotIds.length);
      expect(requests.filter((text) => SPELLINGS.test(text))).toEqual([]);
      expect(SPELLINGS.test(await storedBy(page))).toBe(false);
    }
  });

  it('opens them by two of its holders, when a passphrase was mistyped too', async () => {
    await endBidding(river, poolId);
    const first = await arriveAs('organiser-chair');
    await first.go('/beranda');
    await first.follow(
      first.page
        .locator('.ask', { hasText: 'Buka penawaran' })
        .getByRole('link', { name: 'Ke panitia kunci' }),
    );
    await first.page.getByLabel('Frasa sandi Anda').fill('bukan frasa yang benar');
    await first.page.getByRole('button', { name: 'Mulai membuka' }).click();
    await first.page.getByRole('alert').getByText('Frasa sandinya tidak cocok').waitFor();
    expect(await axeFindsInBothThemes(first.page)).toEqual([]);
    await first.page.getByLabel('Frasa sandi Anda').fill(passphraseOf('organiser-chair'));
    await first.page.getByRole('button', { name: 'Mulai membuka' }).click();
    await first.page.getByRole('heading', { name: 'Menunggu pemegang lain' }).waitFor();
    expect(await axeFindsInBothThemes(first.page)).toEqual([]);
    expect(await overflowOf(first.page)).toEqual([]);

    const second = await arriveAs('observer', { size: 'desktop', language: 'en' });
    await second.go(`/putaran/${poolId}/panitia-kunci`);
    await second.page.getByText('has begun to open and waits for your share').waitFor();
    expect(await axeFindsInBothThemes(second.page)).toEqual([]);
    await second.page.getByLabel('Your passphrase').fill(passphraseOf('observer'));
    await second.page.getByRole('button', { name: 'Hand in my share' }).click();
    await second.page.getByRole('heading', { name: 'All bids are open' }).waitFor();
    await first.page.getByRole('heading', { name: 'Semua penawaran sudah dibuka' }).waitFor();
    for (const { page } of [first, second])
      expect(await storedBy(page)).not.toMatch(/enam kata acak|privateKey/);

    for (const lotId of lotIds)
      await until('the bids are opened', async () => {
        const { data } = (await officer.get(`lots/${lotId}/bids`)).body as { data: unknown[] };
        return data.length === 2 ? true : undefined;
      });
    const terms = await until('the terms over all lots are opened', async () => {
      const { data } = (await officer.get(`pools/${poolId}/supplier-terms`)).body as {
        data: { terms: { fixedChargeRp: number } | null }[];
      };
      return data[0]?.terms ?? undefined;
    });
    expect(terms.fixedChargeRp).toBe(CANARY_RP);
    await first.follow('Lihat penawaran');
    await first.page.getByText('Rp11.357').first().waitFor();
    await first.page.getByText('Rp11.557').first().waitFor();
  });

  it('sent no passphrase from any page', () => {
    expect(sent.length).toBeGreaterThan(50);
    expect(sent.filter((text) => text.includes('enam kata acak') || text.includes('enam%20kata'))).toEqual(
      [],
    );
  });
});
