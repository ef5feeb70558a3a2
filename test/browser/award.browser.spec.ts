import { plantSeason } from '../fuzz/plant-season.js';
import { openBrowser, type Visits } from '../support/browser.js';
import { faultsOf } from '../support/look-at-page.js';
import { startRiver, type River } from '../support/river.js';

/** A supplier seals a bid; the organiser's officer looks at an award and proposes it. */
describe('a lot, from its bids to its award', () => {
  let river: River;
  let visits: Visits;

  beforeAll(async () => {
    river = await startRiver();
    await plantSeason(river);
    visits = await openBrowser(river);
  });
  afterEach(() => visits.leave());
  afterAll(async () => {
    await visits.close();
    await river.stop();
  });

  const one = async (query: string): Promise<string> => {
    const { rows } = await river.database.owner.query<{ id: string }>(query);
    const id = rows[0]?.id;
    if (id === undefined) throw new Error(`the planted season has none: ${query}`);
    return id;
  };

  it.each([
    { size: 'phone', language: 'id', place: 0 },
    { size: 'desktop', language: 'en', place: 1 },
  ] as const)(
    'takes a sealed bid, gives a receipt that names its lot, and shows its price to nobody ($size, $language)',
    async ({ size, language, place }) => {
      const lotId = await one(
        `SELECT id FROM lot WHERE state = 'bidding' ORDER BY id LIMIT 1 OFFSET ${place}`,
      );
      const lot = (await (await fetch(`${river.baseUrl}/api/v1/lots/${lotId}`)).json()) as {
        commodityNameId: string;
        baseUnit: string;
      };
      const bidder = await visits.arrive({ size, language });
      const { page, arriveSignedIn, go, settled, say } = bidder;
      await arriveSignedIn('supplier-3');
      await go(`/paket/${lotId}/tawar`);
      await page
        .getByLabel(say`Harga tiap ${lot.baseUnit === 'KGM' ? 'kg' : 'liter'}`)
        .first()
        .fill('10900');
      expect(await faultsOf(bidder)).toEqual([]);
      await page.getByRole('button', { name: say('Kunci dan kirim penawaran') }).click();
      await page.waitForURL(`**/paket/${lotId}/tanda-terima`);
      await settled();
      await page.locator('svg.qr').waitFor();
      await page.locator('main').getByText(say(lot.commodityNameId)).first().waitFor();
      expect(await faultsOf(bidder)).toEqual([]);
      expect(await page.locator('.copy-text').first().innerText()).toMatch(/[0-9a-f]{16}/i);
      const stranger = await visits.arrive();
      await stranger.go(`/paket/${lotId}/penawaran`);
      expect(await stranger.page.locator('body').innerText()).not.toContain('10.900');
    },
  );

  it('is looked at and proposed by one person, and waits for another', async () => {
    const lotId = await one(
      `SELECT lot_id AS id FROM award WHERE state = 'computed' ORDER BY lot_id LIMIT 1`,
    );
    const officer = await visits.arrive({ size: 'desktop', language: 'en' });
    const { page, arriveSignedIn, go, say } = officer;
    await arriveSignedIn('organiser-officer');
    await go(`/paket/${lotId}/tinjau`);
    expect(await faultsOf(officer)).toEqual([]);
    const propose = page.getByRole('button', { name: say('Usulkan penetapan ini') });
    await propose.click();
    await propose.waitFor({ state: 'detached' });
    expect(await one(`SELECT state AS id FROM award WHERE lot_id = '${lotId}'`)).toBe('proposed');
  });
});
