import { holds, openBrowser, type Visitor, type Visits } from '../support/browser.js';
import { faultsOf } from '../support/look-at-page.js';
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
    const members = await Promise.all((await koperasiLogins(river, 3)).map((login) => signIn(river, login)));
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
    const { page, context, say } = visitor;
    await visitor.arriveSignedIn('supplier-1');
    await visitor.go('/beranda');
    await page.evaluate('navigator.serviceWorker.ready');
    await holds(page, 'navigator.serviceWorker.controller !== null');
    await visitor.go('/antar');
    await visitor.go(`/antar/${dropId}`);
    await context.setOffline(true);
    await page.getByLabel(say('Nomor surat jalan')).fill(note);
    await page.getByRole('button', { name: say('Berangkatkan') }).click();
    await page.getByRole('button', { name: say('Ya, lanjutkan') }).click();
    await page.getByText(say('Tersimpan di HP')).first().waitFor();
  };

  const readers = [
    { size: 'phone', language: 'id', place: 0 },
    { size: 'desktop', language: 'en', place: 1 },
  ] as const;

  it.each(readers)(
    'shows how full the truck is, and where its stops lie, and keeps the truck on this device ($size, $language)',
    async ({ size, language }) => {
      const visitor = await visits.arrive({ size, language });
      const { page, say } = visitor;
      await visitor.arriveSignedIn('supplier-1');
      await visitor.go('/antar');
      await page
        .getByText(language === 'id' ? /^Muatan / : /^Load /)
        .first()
        .waitFor();
      await page.getByLabel(say('Truk Anda')).selectOption(say('Pikap, 1 ton'));
      await page
        .getByText(
          language === 'id' ? /dari 1 ton, terisi|lebih dari 1 ton/ : /of 1 t, .* full|more than 1 t/,
        )
        .first()
        .waitFor();
      await page.getByText(say('Letak tujuan di peta')).first().click();
      await page.locator('.round-map circle').first().waitFor();
      expect(await faultsOf(visitor)).toEqual([]);
      await visitor.go('/antar');
      expect(await page.getByLabel(say('Truk Anda')).inputValue()).toBe('pickup');
    },
  );

  it.each(readers)(
    'lets a truck leave: kept on the device, sent by itself, counted once ($size, $language)',
    async ({ size, language, place }) => {
      const id = drops[place]?.id ?? '';
      const visitor = await visits.arrive({ size, language, keeps: true });
      visitor.expectErrors(/ERR_INTERNET_DISCONNECTED/, /Failed to fetch/);
      const { page, context, say } = visitor;
      await leaveWithout(visitor, id, `SJ-bukit-${place}`);
      expect(await faultsOf(visitor)).toEqual([]);
      // The list knows it too, and it is not asked for twice.
      await page.getByRole('link', { name: say('Ke daftar antar') }).click();
      await page.getByText(say('Tersimpan di HP')).first().waitFor();
      expect(await shown(id)).toMatchObject({ state: 'planned' });
      await page.goBack();
      await page.getByText(say('Tersimpan di HP')).first().waitFor();
      await context.setOffline(false);
      await page.getByText(say('Penerima menghitung di tempat. Hasilnya muncul di sini.')).waitFor();
      expect(await shown(id)).toMatchObject({ state: 'dispatched', deliveryNote: `SJ-bukit-${place}` });
      await visitor.go('/kotak-keluar');
      await page.getByText(say('Keberangkatan kiriman')).waitFor();
      await page.getByText(say('Diterima server')).first().waitFor();
    },
  );

  it('is told in words when a colleague let it leave under another number meanwhile', async () => {
    const id = drops[2]?.id ?? '';
    const visitor = await visits.arrive({ keeps: true });
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
    expect(await faultsOf(visitor)).toEqual([]);
    expect(await shown(id)).toMatchObject({ state: 'dispatched', deliveryNote: 'SJ-rekan' });
  });
});
