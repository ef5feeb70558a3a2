import { openBrowser, type Visits } from '../support/browser.js';
import { builtScreens, chunkBytes, loadOf } from '../support/built-web.js';
import { A_WEEK_AHEAD, anOpenPool, koperasiLogins } from '../support/given.js';
import { budget, overBudget } from '../support/measure-load.js';
import { signIn, startRiver, type River } from '../support/river.js';

/** Of a city with one open pool; every-screen.browser.spec.ts measures each screen of a season that has been played. */
describe('the budgets', () => {
  let river: River;
  let visits: Visits;
  let poolId: string;
  let login: string;

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

  it('hold for the front page', async () => {
    expect(await overBudget(await visits.arrive(), '/', true)).toEqual([]);
  });

  it('hold for the list of pools', async () => {
    expect(await overBudget(await visits.arrive(), '/putaran', true)).toEqual([]);
  });

  it('hold for a pool, for who only reads and for who has ordered', async () => {
    expect(await overBudget(await visits.arrive(), `/putaran/${poolId}`, true)).toEqual([]);
    const visitor = await visits.arrive();
    await visitor.arriveSignedIn(login);
    expect(await overBudget(visitor, `/putaran/${poolId}`, false)).toEqual([]);
  });

  it('hold for who orders', async () => {
    const visitor = await visits.arrive();
    await visitor.arriveSignedIn(login);
    expect(await overBudget(visitor, `/putaran/${poolId}/pesan`, false)).toEqual([]);
  });

  it('hold for the files of every screen, as they were built', async () => {
    const loads = (await builtScreens()).map(({ path, source }) => ({ path, ...loadOf(source) }));
    expect(loads.length).toBeGreaterThan(50);
    // Beside them the page itself is fetched, and nothing else where it was rendered on the server.
    const over = loads.filter(
      ({ jsBytes, allBytes, files }) =>
        jsBytes > budget.jsBytes || allBytes > budget.allBytes || files > budget.requests - 1,
    );
    expect(over).toEqual([]);
  });

  it('hold for the code of each screen', () => {
    const bytes = chunkBytes();
    expect(bytes.size).toBeGreaterThan(5);
    const heavy = [...bytes].filter(([, each]) => each > budget.chunkBytes);
    expect(heavy).toEqual([]);
  });
});
