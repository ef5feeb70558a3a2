import { holds, openBrowser, type Visitor, type Visits } from '../support/browser.js';
import { A_WEEK_AHEAD, anOpenPool, koperasiLogins } from '../support/given.js';
import { tabTo } from '../support/look-at-page.js';
import { PASSWORD, signIn, startRiver, until, type River } from '../support/river.js';

const DAY_MS = 86_400_000;

/** Forms, sessions and phones as they are on a bad day. */
describe('a screen', () => {
  let river: River;
  let visits: Visits;
  let login: string;
  let poolId: string;

  beforeAll(async () => {
    river = await startRiver();
    ({ poolId } = await anOpenPool(await signIn(river, 'organiser-officer'), A_WEEK_AHEAD));
    [login = ''] = await koperasiLogins(river, 1);
    visits = await openBrowser(river);
  });
  afterEach(() => visits.leave());
  afterAll(async () => {
    await visits.close();
    await river.stop();
  });

  const focused = (expression: string): string => `document.activeElement.matches('${expression}')`;
  const nameField = ({ page }: Visitor) =>
    page.locator('main form').getByLabel('Nama', { exact: false }).first();
  const endSessionOf = async ({ page }: Visitor): Promise<void> => {
    const token = await page.evaluate<string>(`JSON.parse(localStorage.getItem('sepikul.session')).token`);
    await fetch(`${river.baseUrl}/api/v1/sessions/current`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${token}` },
    });
  };
  const signInHere = async ({ page }: Visitor, as: string): Promise<void> => {
    await page.locator('input[name="login"]').fill(as);
    await page.locator('input[name="password"]').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.locator('input[name="login"]').waitFor({ state: 'detached' });
  };

  it('waits with what was typed when the session ends, for its person alone', async () => {
    const visitor = await visits.arrive();
    visitor.expectErrors(/status of 401/);
    const { page, go } = visitor;
    await visitor.signIn('organiser-chair');
    await go('/undang');
    await nameField(visitor).fill('KKMP Sukamaju');
    await endSessionOf(visitor);
    await page.locator('main form button[type="submit"]').click();
    await page.getByText('Sesi Anda sudah berakhir').waitFor();
    await holds(page, focused('main'));
    expect(await page.locator('main').innerText()).not.toContain('Undang pihak');
    expect(await page.evaluate('Object.keys(localStorage)')).toEqual([]);
    await signInHere(visitor, 'organiser-chair');
    expect(await nameField(visitor).inputValue()).toBe('KKMP Sukamaju');
    // Somebody else finds nothing of it.
    await endSessionOf(visitor);
    await page.locator('main form button[type="submit"]').click();
    await page.getByText('Sesi Anda sudah berakhir').waitFor();
    await signInHere(visitor, 'organiser-officer');
    await visitor.settled();
    expect(await nameField(visitor).inputValue()).toBe('');
  });

  it('lets who comes by a link sign in there, and goes on there', async () => {
    const visitor = await visits.arrive();
    await visitor.go('/tagihan');
    await visitor.page.getByText('Masuk dulu').first().waitFor();
    await signInHere(visitor, login);
    await visitor.settled();
    expect(visitor.page.url()).toBe(`${river.baseUrl}/tagihan`);
    await visitor.page.getByRole('heading', { name: 'Tagihan', level: 1 }).waitFor();
  });

  it.each([1, -1])('keeps people signed in on a phone whose clock is %d day wrong', async (days) => {
    const visitor = await visits.arrive();
    await visitor.context.addInitScript(`{
      const Right = Date;
      globalThis.Date = class extends Right {
        constructor(...at) { if (at.length > 0) super(...at); else super(Right.now() + ${days * DAY_MS}); }
        static now() { return Right.now() + ${days * DAY_MS}; }
      };
    }`);
    await visitor.signIn(login);
    await visitor.go('/tagihan');
    await visitor.page.getByRole('heading', { name: 'Tagihan', level: 1 }).waitFor();
  });

  it('says what is missing in the reader’s language, beside the field, and goes there', async () => {
    const visitor = await visits.arrive();
    const { page, go } = visitor;
    await go('/masuk');
    await page.locator('main form button[type="submit"]').click();
    await holds(page, focused('input[name="login"][aria-invalid="true"]'));
    expect(await page.locator('main .problem').allInnerTexts()).toEqual([
      'Isi dulu sampai lengkap.',
      'Isi dulu sampai lengkap.',
    ]);
    await page.keyboard.type(login);
    expect(await page.locator('main .problem').count()).toBe(1);
  });

  it('takes a number as it is pasted, and never another one', async () => {
    const visitor = await visits.arrive();
    const { page, go } = visitor;
    await visitor.arriveSignedIn('organiser-chair');
    await go('/undang');
    const storage = page.locator('main input[inputmode="numeric"]').first();
    await storage.fill('Rp1.250.000,00');
    expect(await storage.inputValue()).toBe('1.250.000');
    await storage.fill('12,5');
    expect(await storage.inputValue()).toBe('12,5');
    await page.getByText('Tulis bilangan bulat').waitFor();
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request.url());
    });
    await nameField(visitor).fill('KKMP Sukamaju');
    await page.locator('main form button[type="submit"]').click();
    await holds(page, focused('input[inputmode="numeric"]'));
    expect(sent).toEqual([]);
  });

  it('says beside the field what the server did not take of a promised price, and goes there', async () => {
    const visitor = await visits.arrive();
    visitor.expectErrors(/status of 4(?:00|22)/);
    const { page, go } = visitor;
    await visitor.arriveSignedIn('supplier-1');
    await go('/harga-janji/baru');
    await page.getByLabel('Barang').selectOption({ label: 'Beras medium' });
    await page.locator('main .tier input').nth(1).fill('12.000');
    const lead = page.getByLabel('Sampai berapa hari');
    await lead.fill('999999');
    await page.locator('main form button[type="submit"]').click();
    await holds(page, focused('input[aria-invalid="true"]'));
    expect(await lead.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    expect(await lead.inputValue()).toBe('999.999');
  });

  it('gives the focus to what it asks, and gives it back', async () => {
    const visitor = await visits.arrive();
    const { page, go } = visitor;
    await visitor.arriveSignedIn(login);
    await go('/akun/perangkat');
    const button = page.getByRole('button', { name: 'Keluarkan semua, termasuk ini' });
    await tabTo(page, button);
    await page.keyboard.press('Enter');
    await holds(page, focused('.sure'));
    await page.keyboard.press('Escape');
    await holds(page, focused('.button'));
    await button.waitFor();
    expect(await button.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
  });

  it('takes focus and title along to the next screen, and past the head by the first link', async () => {
    const visitor = await visits.arrive();
    const { page, go, follow } = visitor;
    await go('/');
    const before = await page.title();
    await follow(page.locator('footer a[href="/tentang"]'));
    await holds(page, focused('main'));
    expect(await page.title()).not.toBe(before);
    await go('/');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(`document.activeElement.closest('main') !== null`)).toBe(true);
  });

  it('says that a full phone keeps nothing, and sends all the same, once', async () => {
    const visitor = await visits.arrive();
    const { page, go, context } = visitor;
    await context.addInitScript(
      `IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }`,
    );
    await visitor.arriveSignedIn(login);
    await go(`/putaran/${poolId}/pesan`);
    visitor.expectErrors(/ERR_INTERNET_DISCONNECTED/, /Failed to fetch/);
    await page
      .getByRole('button', { name: /^Tambah / })
      .first()
      .click();
    const posts: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') posts.push(new URL(request.url()).pathname);
    });
    await context.setOffline(true);
    await page.locator('main form button[type="submit"]').dblclick();
    await page.getByText('Memori HP penuh').first().waitFor();
    await context.setOffline(false);
    await page.getByText('Diterima server').first().waitFor();
    expect(posts.filter((path) => path.endsWith('/commitments'))).toHaveLength(1);
  });

  it('lets go of its live line while nobody looks, so that a browser of ten tabs opens one more', async () => {
    const visitor = await visits.arrive();
    const { page, go } = visitor;
    let open = 0;
    page.on('request', (request) => {
      if (request.url().endsWith('/stream')) open += 1;
    });
    page.on('requestfailed', (request) => {
      if (request.url().endsWith('/stream')) open -= 1;
    });
    visitor.expectErrors(/ERR_ABORTED/);
    await go(`/putaran/${poolId}`);
    await until('it listens', () => Promise.resolve(open === 1 ? true : undefined));
    const look = (state: string): Promise<unknown> =>
      page.evaluate(`Object.defineProperty(document, 'visibilityState', { configurable: true, value: '${state}' });
        document.dispatchEvent(new Event('visibilitychange'));`);
    await look('hidden');
    await until('it has let go', () => Promise.resolve(open === 0 ? true : undefined));
    await look('visible');
    await until('it listens again', () => Promise.resolve(open === 1 ? true : undefined));
  });

  it('is found again where it was left by who goes back to it', async () => {
    const { page, go, settled } = await visits.arrive();
    await go('/');
    // Touched once, so that what only somebody who works here needs is there.
    await page.keyboard.press('Tab');
    await settled();
    await page.evaluate('scrollTo(0, 700)');
    // By its own press: a hand would first move the page to where the link is.
    await page.evaluate(`document.querySelector('main a[href^="/putaran"]').click()`);
    await page.waitForURL(/putaran/);
    await settled();
    await holds(page, 'scrollY === 0');
    await page.goBack();
    await settled();
    await holds(page, 'scrollY === 700');
    await page.goForward();
    await settled();
    await holds(page, 'scrollY === 0');
  });
});
