import { holds, openBrowser, type Visits } from '../support/browser.js';
import { axeFindsInBothThemes, tabTo } from '../support/look-at-page.js';
import { anOpenPool } from '../support/given.js';
import { signIn, startRiver, type River } from '../support/river.js';

/** Somebody who has only heard of it. */
describe('a visitor', () => {
  let river: River;
  let visits: Visits;
  let poolId: string;

  beforeAll(async () => {
    river = await startRiver();
    ({ poolId } = await anOpenPool(await signIn(river, 'organiser-officer')));
    visits = await openBrowser(river);
  });
  afterEach(() => visits.leave());
  afterAll(async () => {
    await visits.close();
    await river.stop();
  });

  it.each([
    { size: 'phone', language: 'id' },
    { size: 'phone', language: 'en' },
    { size: 'desktop', language: 'id' },
    { size: 'desktop', language: 'en' },
  ] as const)('reads what it is and finds the open pools ($size, $language)', async ({ size, language }) => {
    const { page, go, settled, follow, say } = await visits.arrive({ language, size });
    await go('/');
    expect(await page.locator('h1').innerText()).toBe(say('Yang berat dipikul bersama'));
    await follow(say('Semua putaran'));
    await page.waitForURL('**/putaran');
    await page.getByRole('heading', { level: 1, name: say('Putaran', 'Pools') }).waitFor();
    await settled();
    expect(await page.locator(`main a[href="/putaran/${poolId}"]`).count()).toBe(1);
  });

  it('reads all of it without JavaScript', async () => {
    const { page, go } = await visits.arrive({ hasScript: false });
    await go('/');
    expect(await page.locator('h1').innerText()).toBe('Yang berat dipikul bersama');
    await page.locator(`a[href="/putaran/${poolId}"]`).waitFor();
    await page.getByRole('link', { name: 'EN', exact: true }).click();
    await page.getByRole('heading', { name: 'What is heavy is shouldered together' }).waitFor();
    await page.goto(new URL('/akun', page.url()).href);
    expect(await page.locator('main h1').innerText()).toMatch(/JavaScript/);
    expect(await page.locator('.loading').isVisible()).toBe(false);
  });

  it('changes the language and the theme, and finds them so the next time', async () => {
    const { page, go } = await visits.arrive();
    await go('/');
    await page.getByRole('link', { name: 'EN', exact: true }).click();
    await page.getByRole('heading', { name: 'What is heavy is shouldered together' }).waitFor();
    await page.getByRole('button', { name: 'Light or dark' }).click();
    await holds(page, `document.documentElement.dataset.theme === 'dark'`);
    await go('/putaran');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    expect(await axeFindsInBothThemes(page)).toEqual([]);
  });

  it('gets everywhere with the keyboard alone, and sees where they are', async () => {
    const { page, go, settled } = await visits.arrive();
    await go('/');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await holds(page, `document.activeElement.id === 'isi'`);
    await tabTo(page, page.getByRole('link', { name: 'Semua putaran' }));
    await page.keyboard.press('Enter');
    await page.waitForURL('**/putaran');
    await settled();
    // Reading goes on at the new screen.
    await holds(page, `document.activeElement.id === 'isi'`);
    await tabTo(page, page.locator(`main a[href="/putaran/${poolId}"]`));
  });

  it('begins at the top of a page, whatever is chosen on it', async () => {
    const { page, go } = await visits.arrive();
    for (const path of ['/harga/beras', '/peta']) {
      await go(path);
      expect([path, await page.evaluate('scrollY')]).toEqual([path, 0]);
    }
  });

  it('is told where there is nothing', async () => {
    const visitor = await visits.arrive();
    visitor.expectErrors(/status of 404/);
    await visitor.go('/tidak-ada');
    expect(await visitor.page.locator('main').innerText()).toMatch(/Halaman ini tidak ada/);
    await visitor.follow('Ke halaman depan');
    await visitor.page.getByRole('heading', { name: 'Yang berat dipikul bersama' }).waitFor();
  });
});
