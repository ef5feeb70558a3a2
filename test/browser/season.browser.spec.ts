import { openBrowser, type Visits } from '../support/browser.js';
import { faultsOf, tabTo } from '../support/look-at-page.js';
import { playFirstSeason, type FirstSeason } from '../support/play-first-season.js';
import { signIn, type River } from '../support/river.js';

interface Results {
  readonly savedRp: number;
  readonly togetherRp: number;
  readonly lots: readonly { readonly lotId: string; readonly commodityNameId: string }[];
}

const KOPERASI = 'kop-32.71.01.1001';

/** The season that `npm start` plays, seen by everybody through the screens. */
describe('the first season', () => {
  let season: FirstSeason;
  let river: River;
  let visits: Visits;
  let results: Results;

  beforeAll(async () => {
    season = await playFirstSeason();
    ({ river } = season);
    const answer = await fetch(`${river.baseUrl}/api/v1/pools/${season.poolId}/results`);
    results = (await answer.json()) as Results;
    visits = await openBrowser(river);
  }, 600_000);
  afterEach(() => visits.leave());
  afterAll(async () => {
    await visits.close();
    await season.stop();
  });

  const rupiah = (amountRp: number): string =>
    `Rp${new Intl.NumberFormat('id-ID', { maximumFractionDigits: 0 }).format(amountRp)}`;

  const readers = [
    { size: 'phone', language: 'id' },
    { size: 'desktop', language: 'en' },
  ] as const;

  it.each(readers)(
    'is read from the front page to each share, bid and winner ($size, $language)',
    async ({ size, language }) => {
      const visitor = await visits.arrive({ size, language });
      const { page, go, settled, say } = visitor;
      await go('/');
      await page.locator(`main a[href="/putaran/${season.poolId}/hasil"]`).first().click();
      await page.waitForURL('**/hasil');
      await page.getByText(rupiah(results.togetherRp)).first().waitFor();
      const [lot] = results.lots;
      await page
        .locator(`main a[href="/paket/${lot?.lotId ?? ''}/penawaran"]`)
        .first()
        .click();
      await page.waitForURL('**/penawaran');
      await page.getByText(say('Menang:', 'Won:')).first().waitFor();
      for (const place of ['penetapan', 'pembagian']) {
        await page
          .locator(`main a[href="/paket/${lot?.lotId ?? ''}/${place}"]`)
          .first()
          .click();
        await page.waitForURL(`**/${place}`);
        await page.locator('.stat').first().waitFor();
      }
      await go(`/peta/${season.poolId}`);
      await page.locator('svg .map-village').first().waitFor();
      await go('/harga/beras');
      // The real months at the market, the ceiling, and what the pool came to.
      for (const series of ['chart-other', 'chart-limit', 'chart-dots'])
        await page.locator(`svg path.${series}`).first().waitFor({ state: 'attached' });
      await settled();
      expect(await faultsOf(visitor)).toEqual([]);
    },
  );

  it.each(readers)(
    'is found by the koperasi that ordered: what came, what it cost, and that the books balance ($size, $language)',
    async ({ size, language }) => {
      const { page, arriveSignedIn, go, settled, say } = await visits.arrive({ size, language });
      await arriveSignedIn(KOPERASI);
      await go('/kiriman');
      await page.locator('main .card h3 a').first().click();
      await page.waitForURL('**/kiriman/*');
      await page.getByText(say('Sudah diterima')).first().waitFor();
      const me = await signIn(river, KOPERASI);
      const [invoice] = ((await me.get('invoices')).body as { data: { id: string }[] }).data;
      await go(`/faktur/${invoice?.id ?? ''}`);
      await page.getByText(/Rp\d/).first().waitFor();
      await go('/neraca');
      await settled();
      expect(await page.locator('main .notice-danger').count()).toBe(0);
    },
  );

  it.each(readers)(
    'is looked over by an observer, who finds all as promised and changes nothing ($size, $language)',
    async ({ size, language }) => {
      const observer = await visits.arrive({ size, language });
      const { page, signIn: comeIn, settled, go, follow, say } = observer;
      await comeIn('observer');
      const changes: string[] = [];
      page.on('request', (request) => {
        if (request.method() !== 'GET') changes.push(`${request.method()} ${request.url()}`);
      });
      await page
        .locator('main')
        .getByRole('link', { name: say('Buka pengawasan') })
        .click();
      await page.waitForURL('**/pengawasan');
      await settled();
      const titles = [
        ...[say('Janji', 'Promises'), say('Buku'), say('Pekerjaan macet'), say('Langkah manusia')],
        say('Rantai audit', 'Audit chain'),
      ];
      for (const title of titles) {
        const card = page.locator('main .card', { has: page.getByRole('heading', { name: title }) });
        await card.getByText(say('Baik'), { exact: true }).waitFor();
      }
      await follow(page.getByRole('link', { name: say('Janji', 'Promises'), exact: true }));
      await page.waitForURL('**/pengawasan/janji');
      await page.getByText(say('dipenuhi'), { exact: true }).nth(20).waitFor();
      expect(await page.getByText(say('dilanggar'), { exact: true }).count()).toBe(0);
      await go('/pengawasan/neraca');
      await page.getByText(say('selisih Rp0', 'Rp0 apart')).waitFor();
      await go('/pengawasan/macet');
      await page.locator('main .empty').nth(1).waitFor();
      // Down into one party, read only.
      await go('/pengawasan/pihak');
      await page.locator('main ul.rows a').first().click();
      await page.waitForURL('**/pengawasan/pihak/*');
      // What the list is searched with is gone, and nothing like it has come.
      await page.locator('main input').first().waitFor({ state: 'detached' });
      await settled();
      expect(await page.locator('main button[type="submit"], main input').count()).toBe(0);
      for (const path of ['/pengawasan/pengiriman', '/pengawasan/tagihan']) {
        await go(path);
        await page.locator('main tbody tr').first().waitFor();
        expect(await faultsOf(observer)).toEqual([]);
      }
      await go('/buku');
      await page.locator('main tbody tr .hash').first().waitFor();
      expect(changes).toEqual([]);
    },
  );

  it.each([
    ['organiser-officer', 'organiser'],
    ['organiser-chair', 'organiser'],
    [KOPERASI, 'koperasi'],
    ['supplier-1', 'supplier'],
    ['kitchen-1', 'kitchen'],
    ['observer', 'observer'],
    ['admin', 'administrator'],
  ])('speaks English wherever %s goes, and Indonesian again by a switch', async (login) => {
    const { page, arriveSignedIn, go, settled } = await visits.arrive({ language: 'en' });
    await arriveSignedIn(login);
    await go('/menu');
    const places = await page
      .locator('main .place')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    const paths = [...new Set(['/beranda', '/putaran', `/putaran/${season.nextPoolId}`, ...places])];
    for (const path of paths) {
      await go(path);
      const text = (await page.locator('main').innerText()).replace(/Belanja bersama minggu \S+/g, '');
      // Names of people and places stay; the words of the screens do not.
      const left = /\b(?:Putaran|Pesanan|Tagihan|Kiriman|Beranda|Lihat|Belum ada|Sedang dimuat|Uang muka)\b/;
      expect([path, left.exec(text)?.[0]]).toEqual([path, undefined]);
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
    }
    await go('/beranda');
    await page.getByRole('heading', { name: 'What needs you today' }).waitFor();
    await page.getByRole('link', { name: 'ID', exact: true }).click();
    await page.getByRole('heading', { name: 'Yang perlu Anda kerjakan' }).waitFor();
    await settled();
    expect(await page.locator('html').getAttribute('lang')).toBe('id');
  });

  it.each([KOPERASI, 'organiser-treasurer', 'organiser-chair', 'supplier-1', 'kitchen-1'])(
    'counts for %s at home what the lists hold: what is counted as nothing is not looked at',
    async (login) => {
      const person = await signIn(river, login);
      const party = `parties/${person.partyId}`;
      type Rows = Record<string, unknown>[];
      const listed = async (path: string, isIt: (row: Rows[number]) => boolean): Promise<number> => {
        const { status, body } = await person.get(path);
        if (status === 403) return 0;
        return (body as { data: Rows }).data.filter(isIt).length;
      };
      const drops = (state: string, isIt: (row: Rows[number]) => boolean) =>
        listed(`drops?state=${state}&limit=200`, isIt);
      const expected = {
        decisions: await listed(`${party}/decisions?limit=100`, (row) => row.waitsForYou === true),
        committees: await listed('me/committees', () => true),
        contracts: await listed(`${party}/contracts?waiting=true&limit=200`, () => true),
        arriving: await drops('dispatched', (row) => row.receiverId === person.partyId),
        sending: await drops('planned', (row) => row.senderId === person.partyId && row.releasedAt !== null),
        bills: await listed('bills?state=differs&limit=200', (row) => Number(row.heldRp) > 0),
        dues: await listed('dues?state=open&side=payer&limit=200', (row) => row.payerId === person.partyId),
        claims: await listed(`${party}/receivables?limit=200`, (row) => Number(row.claimedRp) > 0),
        enteredOrders: await listed('entered-orders?isWaiting=true&limit=200', () => true),
        // No season sells on consignment: what is counted of it, waiting.reader.db.spec says.
        consigned: 0,
      };
      expect((await person.get(`${party}/waiting`)).body).toEqual(expected);
    },
  );

  it('is gone through by an observer with the keyboard alone', async () => {
    const { page, arriveSignedIn, go, settled } = await visits.arrive();
    await arriveSignedIn('observer');
    await go('/beranda');
    await tabTo(page, page.getByRole('link', { name: 'Buka pengawasan' }));
    await page.keyboard.press('Enter');
    await page.waitForURL('**/pengawasan');
    await settled();
    await tabTo(page, page.locator('main a[href="/pengawasan/janji"]').first());
    await page.keyboard.press('Enter');
    await page.waitForURL('**/pengawasan/janji');
    await settled();
    await tabTo(page, page.locator('main a[href="/pengawasan"]').first());
    await page.keyboard.press('Enter');
    await page.waitForURL('**/pengawasan');
  });
});
