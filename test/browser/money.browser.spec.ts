import { credit, debit } from '../../src/core/ledger/post-journal.js';
import { startLocalGateway, type LocalGateway } from '../../src/local-gateway/index.js';
import { postJournal } from '../../src/modules/ledger/index.js';
import { raiseDue } from '../../src/modules/payment/index.js';
import { newId } from '../../src/platform/new-id.js';
import { openBrowser, type Visits } from '../support/browser.js';
import { axeFindsInBothThemes, overflowOf } from '../support/look-at-page.js';
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

  beforeAll(async () => {
    gateway = await startLocalGateway({ timeScale: 120 });
    river = await startRiver({ settings: { ...gateway.settings, MIDTRANS_TIMEOUT_MS: '1500' } });
    gateway.notifyTo(`${river.baseUrl}/api/v1/gateway/notifications`);
    [login = ''] = await koperasiLogins(river, 1);
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
  const owe = (amountRp: number, kind: 'balance' | 'credit' = 'balance'): Promise<string> =>
    river.database.db.transaction(async (tx) => {
      const subjectId = newId();
      const parties = [buyer.partyId, treasurer.partyId];
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

  it.each([
    { size: 'phone', language: 'id', way: /Virtual account BCA|BCA/, settled: 'Sudah lunas' },
    { size: 'desktop', language: 'en', way: /BCA/, settled: /.+/ },
  ] as const)(
    'sees the fee first, gets a number, and the page says by itself that it is paid ($size, $language)',
    async ({ size, language, way, settled }) => {
      const dueId = await owe(750_000);
      const { page, arriveSignedIn, go } = await visits.arrive({ size, language });
      await arriveSignedIn(login);
      await go(`/bayar?tagihan=${dueId}`);
      expect(await page.locator('main').innerText()).toContain('Rp750.000');
      await page.getByRole('radio', { name: way }).first().check();
      await page.locator('main form button[type="submit"]').click();
      await page.waitForURL('**/pembayaran/*');
      const paymentId = new URL(page.url()).pathname.split('/').pop() ?? '';
      const orderId = await orderIdOf(paymentId);
      await page.locator('.copy-text').first().waitFor();
      expect(await axeFindsInBothThemes(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await overflowOf(page)).toEqual([]);
      gateway.pay(orderId);
      await page.locator('.notice-good', { hasText: settled }).waitFor();
      await go('/tagihan');
    },
  );

  it('is given back by QRIS what was paid too much, once two people agree', async () => {
    const dueId = await owe(275_000);
    const payer = await visits.arrive();
    await payer.arriveSignedIn(login);
    await payer.go(`/bayar?tagihan=${dueId}`);
    await payer.page.getByRole('radio', { name: /QRIS/ }).first().check();
    await payer.page.locator('main form button[type="submit"]').click();
    await payer.page.waitForURL('**/pembayaran/*');
    const path = new URL(payer.page.url()).pathname;
    const paymentId = path.split('/').pop() ?? '';
    const orderId = await orderIdOf(paymentId);
    await payer.page.locator('.qr').first().waitFor();
    expect(await axeFindsInBothThemes(payer.page)).toEqual([]);
    // At the gateway's own page, as a wallet would do.
    const wallet = await payer.context.newPage();
    const merchant = gateway.transactions().find((one) => one.orderId === orderId)?.merchant ?? '';
    await wallet.goto(`${gateway.url}/bayar/${merchant}/${orderId}`);
    await wallet.locator('button').first().click();
    await payer.page.locator('.notice-good', { hasText: 'Sudah lunas' }).waitFor();
    const settled = async (state: string): Promise<void> => {
      await until(`the payment is ${state}`, async () => {
        const { body } = (await buyer.get(`payments/${paymentId}`)) as { body: { state: string } };
        return body.state === state ? true : undefined;
      });
    };
    await settled('settled');
    await owe(75_000, 'credit');

    const first = await visits.arrive({ size: 'desktop' });
    await first.arriveSignedIn('organiser-treasurer');
    await first.go(path);
    await first.page.getByLabel('Alasan').fill('Kurang kirim satu karung.');
    expect(await axeFindsInBothThemes(first.page)).toEqual([]);
    await first.page.getByRole('button', { name: 'Usulkan pengembalian' }).click();
    await first.page.getByText('Menunggu orang kedua').waitFor();

    const second = await visits.arrive();
    await second.arriveSignedIn('organiser-chair');
    await second.go('/keputusan');
    await second.page.getByText('Menunggu keputusan Anda').first().waitFor();
    expect(await axeFindsInBothThemes(second.page)).toEqual([]);
    await second.page.getByRole('button', { name: 'Setujui' }).first().click();
    await settled('partially-refunded');
    expect(gateway.transactions().find((one) => one.orderId === orderId)?.refunds).toHaveLength(1);
    await payer.go(path);
    await payer.page.getByText('Sudah kembali').first().waitFor();
    await payer.page.getByText('Rp75.000').first().waitFor();
  });

  it('sees at home as one sum what is owed, and goes on to pay it', async () => {
    await owe(40_000, 'credit');
    await owe(35_000, 'credit');
    const { page, arriveSignedIn, go, follow } = await visits.arrive();
    await arriveSignedIn('organiser-treasurer');
    await go('/beranda');
    const card = page.locator('.ask', { hasText: 'Rp75.000 belum Anda bayar' });
    await card.getByText(/^2 tagihan, semua dari /).waitFor();
    expect(await axeFindsInBothThemes(page)).toEqual([]);
    expect(await overflowOf(page)).toEqual([]);
    await follow(card.getByRole('link', { name: 'Lihat dan bayar' }));
    await page.getByText('Rp75.000').first().waitFor();
  });
});
