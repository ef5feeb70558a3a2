import { credit, debit } from '../../src/core/ledger/post-journal.js';
import { startLocalGateway, type LocalGateway } from '../../src/local-gateway/index.js';
import { postJournal } from '../../src/modules/ledger/index.js';
import { raiseDue } from '../../src/modules/payment/index.js';
import { newId } from '../../src/platform/new-id.js';
import { openBrowser, type Visits } from '../support/browser.js';
import { faultsOf } from '../support/look-at-page.js';
import { koperasiLogins } from '../support/given.js';
import { signIn, startRiver, until, type Person, type River } from '../support/river.js';

/** Paying a bill: the number to copy, and the page that tells by itself when the money is there. */
describe('who pays', () => {
  let gateway: LocalGateway;
  let river: River;
  let visits: Visits;
  let treasurer: Person;
  let buyer: Person;
  let login: string;
  let debtors: readonly string[];

  beforeAll(async () => {
    gateway = await startLocalGateway({ timeScale: 120 });
    river = await startRiver({ settings: { ...gateway.settings, MIDTRANS_TIMEOUT_MS: '1500' } });
    gateway.notifyTo(`${river.baseUrl}/api/v1/gateway/notifications`);
    [login = '', ...debtors] = await koperasiLogins(river, 3);
    [treasurer, buyer] = await Promise.all([signIn(river, 'organiser-treasurer'), signIn(river, login)]);
    const { merchantId, serverKey, clientKey } = gateway.keys;
    const kept = await treasurer.put(`parties/${treasurer.partyId}/gateway-account`, {
      ...{ merchantId, serverKey, clientKey },
      channels: ['bca-va', 'bni-va', 'mandiri-bill', 'qris'],
    });
    if (kept.status >= 300) throw new Error(kept.text);
    visits = await openBrowser(river);
  });
  afterEach(() => visits.leave());
  afterAll(async () => {
    await visits.close();
    await river.stop();
    await gateway.stop();
  });

  /** As a stage with invoices does. */
  const owe = (
    amountRp: number,
    kind: 'balance' | 'credit' = 'balance',
    debtorId = buyer.partyId,
  ): Promise<string> =>
    river.database.db.transaction(async (tx) => {
      const subjectId = newId();
      const parties = [debtorId, treasurer.partyId];
      // A credit goes the other way.
      const [payerId = '', payeeId = ''] = kind === 'balance' ? parties : parties.reverse();
      await postJournal(tx, {
        ...{ businessKey: `browser:${subjectId}`, kind: 'browser' },
        postings: [
          debit(payeeId, 'receivable', amountRp),
          credit(payeeId, 'fees', amountRp),
          debit(payerId, 'fees', amountRp),
          credit(payerId, 'payable', amountRp),
        ],
      });
      return raiseDue(tx, { kind, subjectId, payerId, payeeId, poolId: null, amountRp, dueAt: null });
    });

  const orderIdOf = (paymentId: string): Promise<string> =>
    until('the payment is with the gateway', async () => {
      const { body } = (await buyer.get(`payments/${paymentId}`)) as {
        body: { state: string; orderId: string };
      };
      return body.state === 'pending' ? body.orderId : undefined;
    });

  const readers = [
    { size: 'phone', language: 'id', place: 0 },
    { size: 'desktop', language: 'en', place: 1 },
  ] as const;

  it.each(readers)(
    'sees the fee first, gets a number, and the page says by itself that it is paid ($size, $language)',
    async ({ size, language }) => {
      const dueId = await owe(750_000);
      const visitor = await visits.arrive({ size, language });
      const { page, arriveSignedIn, go, say } = visitor;
      await arriveSignedIn(login);
      await go(`/bayar?tagihan=${dueId}`);
      expect(await page.locator('main').innerText()).toContain('Rp750.000');
      await page.getByRole('radio', { name: /BCA/ }).first().check();
      await page.locator('main form button[type="submit"]').click();
      await page.waitForURL('**/pembayaran/*');
      const paymentId = new URL(page.url()).pathname.split('/').pop() ?? '';
      const orderId = await orderIdOf(paymentId);
      await page.locator('.copy-text').first().waitFor();
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await faultsOf(visitor)).toEqual([]);
      gateway.pay(orderId);
      await page.locator('.notice-good', { hasText: say('Sudah lunas') }).waitFor();
      await go('/tagihan');
    },
  );

  it.each(readers)(
    'picks among more dues than a page shows, and pays them together ($size, $language)',
    async ({ size, language, place }) => {
      const debtorLogin = debtors[place] ?? '';
      const debtor = await signIn(river, debtorLogin);
      for (let nth = 1; nth <= 102; nth += 1) await owe(10_000 + nth, 'balance', debtor.partyId);
      const visitor = await visits.arrive({ size, language });
      const { page, arriveSignedIn, go, say } = visitor;
      await arriveSignedIn(debtorLogin);
      await go('/tagihan');
      const boxes = page.locator('main input[type="checkbox"]');
      expect(await boxes.count()).toBe(100);
      await page.getByText('Rp10.001', { exact: true }).click();
      await page.getByRole('button', { name: say('Tampilkan lebih banyak') }).click();
      await page.getByText('Rp10.102', { exact: true }).click();
      expect(await boxes.count()).toBe(102);
      await page.locator('.basket', { hasText: `Rp20.103 · ${say`${2} tagihan dipilih`}` }).waitFor();
      expect(await faultsOf(visitor)).toEqual([]);
      await page.getByRole('button', { name: say('Pilih cara bayar') }).click();
      await page.locator('.amount', { hasText: 'Rp20.103' }).waitFor();
      expect(await page.locator('main ul.rows li').count()).toBe(2);
      expect(await faultsOf(visitor)).toEqual([]);
      await page.getByRole('radio', { name: /BCA/ }).first().check();
      await page.locator('main form button[type="submit"]').click();
      await page.waitForURL('**/pembayaran/*');
      await page.locator('.copy-text').first().waitFor();
      const paymentId = new URL(page.url()).pathname.split('/').pop() ?? '';
      const { body } = await debtor.get(`payments/${paymentId}`);
      expect(body).toMatchObject({ amountRp: 20_103 });
    },
  );

  it.each(readers)(
    'is given back by QRIS what was paid too much, once two people agree ($size, $language)',
    async ({ size, language }) => {
      const dueId = await owe(275_000);
      const payer = await visits.arrive({ size, language });
      const { say } = payer;
      await payer.arriveSignedIn(login);
      await payer.go(`/bayar?tagihan=${dueId}`);
      await payer.page.getByRole('radio', { name: /QRIS/ }).first().check();
      await payer.page.locator('main form button[type="submit"]').click();
      await payer.page.waitForURL('**/pembayaran/*');
      const path = new URL(payer.page.url()).pathname;
      const paymentId = path.split('/').pop() ?? '';
      const orderId = await orderIdOf(paymentId);
      await payer.page.locator('.qr').first().waitFor();
      expect(await faultsOf(payer)).toEqual([]);
      // At the gateway's own page, as a wallet would do.
      const wallet = await payer.context.newPage();
      const merchant = gateway.transactions().find((one) => one.orderId === orderId)?.merchant ?? '';
      await wallet.goto(`${gateway.url}/bayar/${merchant}/${orderId}`);
      await wallet.locator('button').first().click();
      await payer.page.locator('.notice-good', { hasText: say('Sudah lunas') }).waitFor();
      const settled = async (state: string): Promise<void> => {
        await until(`the payment is ${state}`, async () => {
          const { body } = (await buyer.get(`payments/${paymentId}`)) as { body: { state: string } };
          return body.state === state ? true : undefined;
        });
      };
      await settled('settled');
      await owe(75_000, 'credit');

      const first = await visits.arrive({ size, language });
      await first.arriveSignedIn('organiser-treasurer');
      await first.go(path);
      await first.page.getByLabel(say('Alasan')).fill('Kurang kirim satu karung.');
      expect(await faultsOf(first)).toEqual([]);
      await first.page.getByRole('button', { name: say('Usulkan pengembalian') }).click();
      await first.page.getByText(say('Menunggu orang kedua')).waitFor();

      const second = await visits.arrive({ size, language });
      await second.arriveSignedIn('organiser-chair');
      await second.go('/keputusan');
      await second.page.getByText(say('Menunggu keputusan Anda')).first().waitFor();
      expect(await faultsOf(second)).toEqual([]);
      await second.page
        .getByRole('button', { name: say('Setujui') })
        .first()
        .click();
      await settled('partially-refunded');
      expect(gateway.transactions().find((one) => one.orderId === orderId)?.refunds).toHaveLength(1);
      await payer.go(path);
      await payer.page.getByText(say('Sudah kembali')).first().waitFor();
      await payer.page.getByText('Rp75.000').first().waitFor();
    },
  );

  it.each([
    { size: 'phone', language: 'id', inAll: 'Rp75.000', count: '2' },
    { size: 'desktop', language: 'en', inAll: 'Rp150.000', count: '4' },
  ] as const)(
    'sees at home as one sum what is owed, and goes on to pay it ($size, $language)',
    async ({ size, language, inAll, count }) => {
      await owe(40_000, 'credit');
      await owe(35_000, 'credit');
      const visitor = await visits.arrive({ size, language });
      const { page, arriveSignedIn, go, follow, say } = visitor;
      await arriveSignedIn('organiser-treasurer');
      await go('/beranda');
      const card = page.locator('.ask', { hasText: say`${inAll} belum Anda bayar` });
      await card.getByText(say(`${count} tagihan, semua dari `, `${count} bills, all from `)).waitFor();
      expect(await faultsOf(visitor)).toEqual([]);
      await follow(card.getByRole('link', { name: say('Lihat dan bayar') }));
      await page.getByText(inAll).first().waitFor();
    },
  );
});
