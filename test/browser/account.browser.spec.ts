import { openBrowser, type Visits } from '../support/browser.js';
import { tabTo } from '../support/look-at-page.js';
import { koperasiLogins } from '../support/given.js';
import { PASSWORD, startRiver, type River } from '../support/river.js';

/** Coming in, finding one's places, and leaving nothing behind. */
describe('signing in', () => {
  let river: River;
  let visits: Visits;
  let login: string;

  beforeAll(async () => {
    river = await startRiver();
    [login = ''] = await koperasiLogins(river, 1);
    visits = await openBrowser(river);
  });
  afterEach(() => visits.leave());
  afterAll(async () => {
    await visits.close();
    await river.stop();
  });

  it.each([
    { size: 'phone', language: 'id' },
    { size: 'desktop', language: 'en' },
  ] as const)(
    'leads home, and the account says who one is ($size, $language)',
    async ({ size, language }) => {
      const { page, go, signIn } = await visits.arrive({ size, language });
      await signIn(login);
      await page.locator('nav.bar a').first().waitFor();
      await go('/akun');
      await page.getByRole('button', { name: language === 'id' ? 'Keluar' : 'Sign out' }).waitFor();
      expect(await page.locator('main').innerText()).toMatch(/Demo: pengurus KKMP/);
    },
  );

  it('is refused in words with a wrong password, and nothing is lost of what was typed', async () => {
    const visitor = await visits.arrive();
    visitor.expectErrors(/status of 401/);
    await visitor.go('/masuk');
    await visitor.page.locator('input[name="login"]').fill(login);
    await visitor.page.locator('input[name="password"]').fill('bukan ini');
    await visitor.page.locator('main form button[type="submit"]').click();
    await visitor.page.locator('main .notice').waitFor();
    expect(await visitor.page.locator('input[name="login"]').inputValue()).toBe(login);
    await visitor.page.locator('input[name="password"]').fill(PASSWORD);
    await visitor.page.keyboard.press('Enter');
    await visitor.page.waitForURL('**/beranda');
  });

  it('goes by the keyboard alone', async () => {
    const { page, go, settled } = await visits.arrive();
    await go('/masuk');
    await tabTo(page, page.locator('input[name="login"]'));
    await page.keyboard.type(login);
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/beranda');
    await settled();
    await tabTo(page, page.locator('nav.bar a[href="/putaran"]'));
  });

  it('ends with nothing of the person left on the phone', async () => {
    const { page, go, signIn, settled } = await visits.arrive({ keeps: true });
    await signIn(login);
    await page.evaluate('navigator.serviceWorker.ready');
    await go('/beranda');
    await go('/akun');
    await page.getByRole('button', { name: 'Keluar' }).click();
    await page.waitForURL((url) => url.pathname === '/');
    await settled();
    const left = await page.evaluate<string[]>(`(async () => [
      ...Object.keys(localStorage),
      ...(await caches.keys()).filter((name) => name.includes('session')),
      ...(await indexedDB.databases()).map(({ name }) => name),
    ])()`);
    expect(left).toEqual([]);
    await page.goBack();
    await page.getByText('Masuk dulu').first().waitFor();
  });
});
