import { randomUUID } from 'node:crypto';
import { openBrowser, type Visitor, type Visits } from '../support/browser.js';
import { overflowOf } from '../support/look-at-page.js';
import { builtScreens } from '../support/built-web.js';
import { startRiver, type River } from '../support/river.js';
import { loginOf } from '../support/screen-ids.js';

const screens = await builtScreens();
const KOPERASI = 'kop-35.71.01.1001';

/** Each screen as the first kind of party it is for; null is nobody. */
const cases = screens.map(({ path, who }) => {
  if (who === 'anyone') return { path, login: null };
  if (path === '/akun-bayar' || path === '/akun-bayar-keluar') return { path, login: 'organiser-treasurer' };
  const kind = who === 'signed-in' ? 'koperasi' : (who.find((each) => each in loginOf) ?? 'koperasi');
  return { path, login: loginOf[kind] ?? KOPERASI };
});

/** What a screen asks for; who one is the page knows without. */
const QUESTIONS = /\/api\/v1\/(?!me\b)/;
const FAILURE = {
  ...{ type: 'about:blank', code: 'INTERNAL', title: 'Galat', status: 500, errors: [] },
  ...{ detail: 'Server sedang tidak bisa menjawab.', requestId: 'r-1' },
};

/** What a screen says before anything has happened, and when the server cannot answer. */
describe('every screen', () => {
  let river: River;
  let visits: Visits;
  const visitors = new Map<string | null, Visitor>();

  beforeAll(async () => {
    river = await startRiver();
    visits = await openBrowser(river);
  });
  afterAll(async () => {
    await visits.close();
    await river.stop();
  });

  const visitorOf = async (login: string | null): Promise<Visitor> => {
    const known = visitors.get(login);
    if (known !== undefined) return known;
    const visitor = await visits.arrive();
    visitor.expectErrors(/status of (?:500|404|409)/);
    if (login !== null) await visitor.arriveSignedIn(login);
    visitors.set(login, visitor);
    return visitor;
  };

  const withoutIds = cases.filter(({ path }) => !path.includes(':'));
  it.each(withoutIds)('$path says in words that there is nothing yet, to $login', async ({ path, login }) => {
    const { page, go } = await visitorOf(login);
    await go(path);
    const faults = await overflowOf(page);
    const said = await page.locator('main').innerText();
    if (said.length < 30) faults.push(`it says no more than ${JSON.stringify(said)}`);
    if ((await page.locator('.notice-danger, main .notice code').count()) > 0)
      faults.push(`refused: ${said}`);
    if (/undefined|null|NaN|\[object/.test(said)) faults.push(said);
    expect(faults).toEqual([]);
  });

  const ofSomebody = cases.filter(({ login }) => login !== null);
  it.each(ofSomebody)(
    '$path says that the server fails, and asks again, to $login',
    async ({ path, login }) => {
      const { page, go, settled } = await visitorOf(login);
      let failed = 0;
      await page.route(QUESTIONS, async (route) => {
        if (route.request().method() !== 'GET') {
          await route.continue();
          return;
        }
        failed += 1;
        await route.fulfill({ status: 500, contentType: 'application/problem+json', json: FAILURE });
      });
      await go(path.replace(/:\w+/g, () => randomUUID()));
      const again = page.getByRole('button', { name: 'Coba lagi' });
      // What asks nothing has nothing to fail.
      expect((await again.count()) > 0).toBe(failed > 0);
      await page.unroute(QUESTIONS);
      // Of ids that nobody has given the server then says that there is nothing.
      if (path.includes(':')) return;
      while ((await again.count()) > 0) {
        // At once: what asked the same as another is answered with it, and its button gone before a hand reaches it.
        await again.evaluateAll((buttons: readonly { click(): void }[]) => {
          buttons[0]?.click();
        });
        await settled();
      }
    },
  );
});
