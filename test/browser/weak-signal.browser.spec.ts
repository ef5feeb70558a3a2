import type { Route } from 'playwright-core';
import { holds, openBrowser, type Visitor, type Visits } from '../support/browser.js';
import { axeFindsInBothThemes, overflowOf } from '../support/look-at-page.js';
import { builtFile } from '../support/built-web.js';
import { A_WEEK_AHEAD, anOpenPool, koperasiLogins } from '../support/given.js';
import { PASSWORD, signIn, startRiver, type River } from '../support/river.js';

/** Who reads and writes before everything has come, and whose signal loses some of it. */
describe('on a weak signal', () => {
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

  /** The page as the server wrote it: its script stays on the way until it is let come. */
  const openWithoutScript = async (
    { page, settled }: Visitor,
    path: string,
  ): Promise<() => Promise<void>> => {
    let come = (): void => undefined;
    const coming = new Promise<void>((resolve) => {
      come = resolve;
    });
    await page.route(/\/assets\/.*\.js$/, async (route) => {
      await coming;
      await route.continue();
    });
    await page.goto(`${river.baseUrl}${path}`, { waitUntil: 'commit' });
    await page.locator('main h1').waitFor();
    return () => {
      come();
      return settled();
    };
  };

  it('keeps the name and password that were typed before the script came, and puts them nowhere else', async () => {
    const visitor = await visits.arrive();
    const { page, settled } = visitor;
    const come = await openWithoutScript(visitor, '/masuk');
    await page.locator('input[name="login"]').fill(login);
    await page.locator('input[name="password"]').fill(PASSWORD);
    const button = page.locator('main form button[type="submit"]');
    expect(await button.isDisabled()).toBe(true);
    // Enter neither sends nor loses them.
    await page.keyboard.press('Enter');
    expect(await axeFindsInBothThemes(page)).toEqual([]);
    await come();
    expect(await page.locator('input[name="login"]').inputValue()).toBe(login);
    expect(page.url()).toBe(`${river.baseUrl}/masuk`);
    await button.click();
    await page.waitForURL('**/beranda');
    await settled();
    const kept = await page.evaluate<string>('JSON.stringify([localStorage, sessionStorage, history.state])');
    expect(kept).not.toContain(PASSWORD);
  });

  it('keeps the login of who forgot a password, and the code of who was invited', async () => {
    const visitor = await visits.arrive();
    const { page } = visitor;
    const come = await openWithoutScript(visitor, '/lupa-sandi');
    await page.locator('input[name="login"]').fill(login);
    await come();
    await page.getByRole('button', { name: 'Kirim kode' }).click();
    await page.locator('input[name="code"]').waitFor();

    const invited = await visits.arrive({ language: 'en' });
    invited.expectErrors(/status of 4\d\d/);
    const scriptComes = await openWithoutScript(invited, '/undangan');
    await invited.page.locator('main input').fill('AAAA-BBBB-CCCC-DDDD');
    await scriptComes();
    await invited.page.locator('main form button[type="submit"]').click();
    await invited.page.locator('main .notice').waitFor();
    expect(await invited.page.locator('main input').inputValue()).toBe('AAAA-BBBB-CCCC-DDDD');
  });

  it.each([
    ['id', 'memerlukan JavaScript'],
    ['en', 'needs JavaScript'],
  ] as const)('says what who has no script cannot do (%s)', async (language, text) => {
    const { page, go } = await visits.arrive({ hasScript: false, language });
    for (const path of ['/masuk', '/lupa-sandi', '/undangan']) {
      await go(path);
      await page.locator('main .notice', { hasText: text }).waitFor();
    }
  });

  it.each([
    ['id', 'Server belum terjangkau', 'Coba lagi'],
    ['en', 'The server cannot be reached', 'Try again'],
  ] as const)(
    'says that a part of a screen did not come, and fetches it anew (%s)',
    async (language, text, again) => {
      const visitor = await visits.arrive({ language });
      visitor.expectErrors(/ERR_FAILED/, /ERR_INTERNET_DISCONNECTED/);
      const { page, context, go } = visitor;
      await visitor.arriveSignedIn(login);
      await page.route(`**${builtFile('src/pool/own-order.tsx')}`, (route) => route.abort(), { times: 1 });
      await go(`/putaran/${poolId}`);
      const notice = page.locator('main .notice', { hasText: text });
      const button = notice.getByRole('button', { name: again });
      await notice.waitFor();
      expect(await axeFindsInBothThemes(page)).toEqual([]);
      expect(await overflowOf(page)).toEqual([]);
      // Still no signal: what stands on the page stays.
      await context.setOffline(true);
      await button.click();
      await page.getByText(language === 'id' ? 'Tidak ada sinyal' : 'No signal').waitFor();
      await holds(page, `document.querySelector('main .notice button').ariaBusy === 'false'`);
      await context.setOffline(false);
      await button.click();
      await notice.waitFor({ state: 'detached' });
      await page.locator('.own-order').waitFor();
    },
  );

  it('shows that the next screen is on its way, keeps the one before, and says where it did not come', async () => {
    const visitor = await visits.arrive();
    visitor.expectErrors(/ERR_FAILED/, /Failed to fetch dynamically imported module/);
    const { page, go, settled, follow } = visitor;
    await go('/');
    const held: Route[] = [];
    const chunk = `**${builtFile('src/public/about.screen.tsx')}`;
    await page.route(chunk, (route) => {
      held.push(route);
    });
    await page.locator('footer a[href="/tentang"]').click();
    await holds(page, `document.querySelector('main[aria-busy="true"]') !== null`);
    await page.getByRole('heading', { name: 'Yang berat dipikul bersama' }).waitFor();
    await Promise.all(held.map((route) => route.abort()));
    await page.getByRole('alert').getByText('gagal dimuat').waitFor();
    expect(await axeFindsInBothThemes(page)).toEqual([]);
    // Elsewhere all is well, back where one was too.
    await page.goBack();
    await page.getByRole('heading', { name: 'Yang berat dipikul bersama' }).waitFor();
    await settled();
    await page.unroute(chunk);
    await follow(page.locator('footer a[href="/tentang"]'));
  });
});
