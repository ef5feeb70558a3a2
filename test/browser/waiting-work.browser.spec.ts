import { credit, debit } from '../../src/core/ledger/post-journal.js';
import { postJournal } from '../../src/modules/ledger/index.js';
import { keepInSuspense } from '../../src/modules/payment/keep-in-suspense.js';
import { newId } from '../../src/platform/new-id.js';
import { openBrowser, type Visits } from '../support/browser.js';
import { axeFindsInBothThemes, overflowOf } from '../support/look-at-page.js';
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

  it('is money that fits no bill: it goes back once two people agree', async () => {
    await keepApart(640_000);
    const { page, arriveSignedIn, go, follow } = await visits.arrive();
    await arriveSignedIn('organiser-treasurer');
    await go('/titipan');
    const task = page.locator('article', { hasText: 'Rp640.000' });
    await task.getByText('Masuk setelah waktu bayarnya habis.').waitFor();
    await task.getByText(/^Dikembalikan ke /).click();
    await task.getByLabel(/^Alasan/).fill('Tagihannya sudah dibayar dengan cara lain.');
    expect(await axeFindsInBothThemes(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await overflowOf(page)).toEqual([]);
    await task.getByRole('button', { name: 'Putuskan' }).click();
    await page.getByText('Menunggu orang kedua').first().waitFor();
    expect(await axeFindsInBothThemes(page)).toEqual([]);

    const second = await visits.arrive();
    await second.arriveSignedIn('organiser-chair');
    await second.go('/keputusan');
    await second.page.getByText('Uang keluar · Rp640.000').waitFor();
    await second.page.getByRole('button', { name: 'Setujui' }).click();
    await until('the money is decided about', async () => {
      const { rows } = await river.database.owner.query(
        `SELECT FROM suspense_item WHERE amount_rp = 640000 AND state <> 'open'`,
      );
      return rows.length === 1 ? true : undefined;
    });
    await go('/beranda');
    await page.locator('.ask', { hasText: 'Rp640.000 belum Anda bayar' }).waitFor();
    await follow('Lihat dan bayar');
  });

  it('is work that failed eight times: an organiser sees it, an administrator runs it again', async () => {
    await river.database.owner.query(
      `INSERT INTO inbox (event_id, consumer, state, attempts, last_error)
       SELECT min(id), $1, 'parked', 8, 'the mail server said no' FROM outbox`,
      [CONSUMER],
    );
    const looker = await visits.arrive({ language: 'en' });
    await looker.arriveSignedIn('organiser-officer');
    await looker.go('/antrean');
    await looker.page.getByRole('heading', { name: CONSUMER }).waitFor();
    expect(await looker.page.locator('main .card button').count()).toBe(0);
    const { page, arriveSignedIn, go } = await visits.arrive();
    await arriveSignedIn('admin');
    await go('/antrean');
    const card = page.locator('main .card', { hasText: CONSUMER });
    await card.locator('summary').click();
    await card.getByText('the mail server said no').waitFor();
    expect(await axeFindsInBothThemes(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await overflowOf(page)).toEqual([]);
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
  });
});
