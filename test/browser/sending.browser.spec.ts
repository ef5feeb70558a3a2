import { holds, openBrowser, type Visitor, type Visits } from '../support/browser.js';
import { axeFindsInBothThemes, overflowOf } from '../support/look-at-page.js';
import { koperasiLogins } from '../support/given.js';
import { givenDrops, type GivenDrop } from '../support/given-drops.js';
import { signIn, startRiver, type Person, type River } from '../support/river.js';

/** A supplier's warehouse behind the hills, where the phone has no signal when the trucks leave. */
describe('a supplier without a signal', () => {
  let river: River;
  let visits: Visits;
  let officer: Person;
  let supplier: Person;
  let drops: readonly GivenDrop[];

  beforeAll(async () => {
    river = await startRiver();
    const chair = await signIn(river, 'organiser-chair');
    officer = await signIn(river, 'organiser-officer');
    supplier = await signIn(river, 'supplier-1');
    const members = await Promise.all((await koperasiLogins(river, 2)).map((login) => signIn(river, login)));
    ({ drops } = await givenDrops(river, { officer, chair, supplier, members }));
    visits = await openBrowser(river);
  }, 300_000);
  afterEach(() => visits.leave());
  afterAll(async () => {
    await visits.close();
    await river.stop();
  });

  const shown = async (id: string): Promise<GivenDrop> =>
    (await officer.get(`drops/${id}`)).body as GivenDrop;

  /** Reads a drop where there is a signal, loses it, and lets the truck leave. */
  const leaveWithout = async (visitor: Visitor, dropId: string, note: string): Promise<void> => {
    const { page, context } = visitor;
    await visitor.arriveSignedIn('supplier-1');
    await visitor.go('/beranda');
    await page.evaluate('navigator.serviceWorker.ready');
    await holds(page, 'navigator.serviceWorker.controller !== null');
    await visitor.go('/antar');
    await visitor.go(`/antar/${dropId}`);
    await context.setOffline(true);
    await page.getByLabel('Nomor surat jalan').fill(note);
    await page.getByRole('button', { name: 'Berangkatkan' }).click();
    await page.getByRole('button', { name: 'Ya, lanjutkan' }).click();
    await page.getByText('Tersimpan di HP').first().waitFor();
  };

  it('shows how full the truck is, and where its stops lie, and keeps the truck on this phone', async () => {
    const visitor = await visits.arrive();
    const { page } = visitor;
    await visitor.arriveSignedIn('supplier-1');
    await visitor.go('/antar');
    await page
      .getByText(/^Muatan /)
      .first()
      .waitFor();
    await page.getByLabel('Truk Anda').selectOption('Pikap, 1 ton');
    await page
      .getByText(/dari 1 ton, terisi|lebih dari 1 ton/)
      .first()
      .waitFor();
    await page.getByText('Letak tujuan di peta').first().click();
    await page.locator('.round-map circle').first().waitFor();
    expect(await axeFindsInBothThemes(page)).toEqual([]);
    expect(await overflowOf(page)).toEqual([]);
    await visitor.go('/antar');
    expect(await page.getByLabel('Truk Anda').inputValue()).toBe('pickup');
  });

  it('lets a truck leave: kept on the phone, sent by itself, counted once', async () => {
    const id = drops[0]?.id ?? '';
    const visitor = await visits.arrive({ keeps: true });
    visitor.expectErrors(/ERR_INTERNET_DISCONNECTED/, /Failed to fetch/);
    const { page, context } = visitor;
    await leaveWithout(visitor, id, 'SJ-bukit');
    expect(await axeFindsInBothThemes(page)).toEqual([]);
    // The list knows it too, and it is not asked for twice.
    await page.getByRole('link', { name: 'Ke daftar antar' }).click();
    await page.getByText('Tersimpan di HP').first().waitFor();
    expect(await shown(id)).toMatchObject({ state: 'planned' });
    await page.goBack();
    await page.getByText('Tersimpan di HP').first().waitFor();
    await context.setOffline(false);
    await page.getByText('Penerima menghitung di tempat').waitFor();
    expect(await shown(id)).toMatchObject({ state: 'dispatched', deliveryNote: 'SJ-bukit' });
    await visitor.go('/kotak-keluar');
    await page.getByText('Keberangkatan kiriman').waitFor();
    await page.getByText('Diterima server').first().waitFor();
  });

  it('is told in words when a colleague let it leave under another number meanwhile', async () => {
    const id = drops[1]?.id ?? '';
    const visitor = await visits.arrive({ keeps: true, size: 'desktop' });
    visitor.expectErrors(/ERR_INTERNET_DISCONNECTED/, /Failed to fetch/, /status of 409/);
    const { page, context } = visitor;
    await leaveWithout(visitor, id, 'SJ-saya');
    const done = await supplier.post(`drops/${id}/dispatch`, { deliveryNote: 'SJ-rekan' });
    expect(done.status).toBe(200);
    await context.setOffline(false);
    await page.getByText('Ditolak server').first().waitFor();
    await page.getByText('nomor surat jalan lain, dan nomor itulah yang berlaku').waitFor();
    // What stands is shown beside it.
    await page.getByText('SJ-rekan').first().waitFor();
    expect(await axeFindsInBothThemes(page)).toEqual([]);
    expect(await shown(id)).toMatchObject({ state: 'dispatched', deliveryNote: 'SJ-rekan' });
  });
});
