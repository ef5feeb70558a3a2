import { credit, debit } from '../../src/core/ledger/post-journal.js';
import { postJournal } from '../../src/modules/ledger/index.js';
import { keepInSuspense } from '../../src/modules/payment/keep-in-suspense.js';
import { newId } from '../../src/platform/new-id.js';
import { openBrowser, type Visits } from '../support/browser.js';
import { faultsOf } from '../support/look-at-page.js';
import { koperasiLogins } from '../support/given.js';
import { signIn, startRiver, until, type Person, type River } from '../support/river.js';

const CONSUMER = 'browser.on-nothing';

/** What no rule decides waits for a person, who sees what it is and what may be done. */
describe('what waits for a person', () => {
  let river: River;
  let visits: Visits;
  let treasurer: Person;
  let buyer: Person;

  beforeAll(async () => {
    river = await startRiver();
    const [login = ''] = await koperasiLogins(river, 1);
    [treasurer, buyer] = await Promise.all([signIn(river, 'organiser-treasurer'), signIn(river, login)]);
    visits = await openBrowser(river);
  });
  afterEach(() => visits.leave());
  afterAll(async () => {
    await visits.close();
    await river.stop();
  });

  const rupiah = (amountRp: number): string => `Rp${amountRp.toLocaleString('id-ID')}`;

  /** Money that came for nothing, and stands at the organiser's bank. */
  const keepApart = (amountRp: number): Promise<void> =>
    river.database.db.transaction(async (tx) => {
      const sourceId = newId();
      await postJournal(tx, {
        ...{ businessKey: `browser:${sourceId}`, kind: 'browser' },
        postings: [
          debit(treasurer.partyId, 'bank', amountRp),
          credit(treasurer.partyId, 'suspense', amountRp),
        ],
      });
      await keepInSuspense(tx, {
        ...{ payeeId: treasurer.partyId, payerId: buyer.partyId, paymentId: null, sourceId, amountRp },
        ...{ reason: 'late', firmAt: new Date(Date.now() - 60_000) },
      });
    });

  it.each([
    { size: 'phone', language: 'id', amountRp: 640_000, inAllRp: 640_000 },
    { size: 'desktop', language: 'en', amountRp: 460_000, inAllRp: 1_100_000 },
  ] as const)(
    'is money that fits no bill: it goes back once two people agree ($size, $language)',
    async ({ size, language, amountRp, inAllRp }) => {
      await keepApart(amountRp);
      const visitor = await visits.arrive({ size, language });
      const { page, arriveSignedIn, go, follow, say } = visitor;
      await arriveSignedIn('organiser-treasurer');
      await go('/titipan');
      const task = page.locator('article', { hasText: rupiah(amountRp) });
      await task.getByText(say('Masuk setelah waktu bayarnya habis.')).waitFor();
      await task.getByText(say('Dikembalikan ke ', 'It goes back to ')).click();
      await task.getByLabel(language === 'id' ? /^Alasan/ : /^Why/).fill('Tagihannya lunas secara tunai.');
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await faultsOf(visitor)).toEqual([]);
      await task.getByRole('button', { name: say('Putuskan') }).click();
      await page.getByText(say('Menunggu orang kedua')).first().waitFor();
      expect(await faultsOf(visitor)).toEqual([]);

      const second = await visits.arrive({ size, language });
      await second.arriveSignedIn('organiser-chair');
      await second.go('/keputusan');
      await second.page.getByText(`${say('Uang keluar')} · ${rupiah(amountRp)}`).waitFor();
      await second.page.getByRole('button', { name: say('Setujui') }).click();
      await until('the money is decided about', async () => {
        const { rows } = await river.database.owner.query(
          `SELECT FROM suspense_item WHERE amount_rp = $1 AND state <> 'open'`,
          [amountRp],
        );
        return rows.length === 1 ? true : undefined;
      });
      await go('/beranda');
      await page.locator('.ask', { hasText: say`${rupiah(inAllRp)} belum Anda bayar` }).waitFor();
      await follow(say('Lihat dan bayar'));
    },
  );

  it.each([
    { size: 'phone', language: 'id' },
    { size: 'desktop', language: 'en' },
  ] as const)(
    'is work that failed eight times: an organiser sees it, an administrator runs it again ($size, $language)',
    async ({ size, language }) => {
      await river.database.owner.query(
        `INSERT INTO inbox (event_id, consumer, state, attempts, last_error)
       SELECT min(id), $1, 'parked', 8, 'SMTP 554' FROM outbox`,
        [CONSUMER],
      );
      const looker = await visits.arrive({ size, language });
      await looker.arriveSignedIn('organiser-officer');
      await looker.go('/antrean');
      await looker.page.getByRole('heading', { name: CONSUMER }).waitFor();
      expect(await looker.page.locator('main .card button').count()).toBe(0);
      const visitor = await visits.arrive({ size, language });
      const { page, arriveSignedIn, go } = visitor;
      await arriveSignedIn('admin');
      await go('/antrean');
      const card = page.locator('main .card', { hasText: CONSUMER });
      await card.locator('summary').click();
      await card.getByText('SMTP 554').waitFor();
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await faultsOf(visitor)).toEqual([]);
      await card.getByRole('button').click();
      await until('it is no longer parked', async () => {
        const { rows } = await river.database.owner.query(
          `SELECT FROM inbox WHERE consumer = $1 AND state = 'parked'`,
          [CONSUMER],
        );
        return rows.length === 0 ? true : undefined;
      });
      // Nobody reads it: it would fail for ever.
      await river.database.owner.query('DELETE FROM inbox WHERE consumer = $1', [CONSUMER]);
    },
  );
});
