import { holds, openBrowser, type Visitor, type Visits } from '../support/browser.js';
import { faultsOf } from '../support/look-at-page.js';
import { endBidding, placeBid } from '../support/given-bids.js';
import { anOpenPool, koperasiLogins } from '../support/given.js';
import { signIn, startRiver, until, type Person, type River } from '../support/river.js';

/** An organiser drafts a pool, invites who has not ordered, closes it, and decides about its award with a second person. */
describe('an organiser', () => {
  let river: River;
  let visits: Visits;
  let officer: Person;
  let koperasi: readonly Person[];

  beforeAll(async () => {
    river = await startRiver();
    officer = await signIn(river, 'organiser-officer');
    koperasi = await Promise.all((await koperasiLogins(river, 2)).map((login) => signIn(river, login)));
    visits = await openBrowser(river);
  });
  afterEach(() => visits.leave());
  afterAll(async () => {
    await visits.close();
    await river.stop();
  });

  const stateOf = async (poolId: string): Promise<string> =>
    ((await officer.get(`pools/${poolId}`)).body as { state: string }).state;

  /** The steps of the form after the first. */
  const goThroughSteps = async (
    { page, say, settled }: Visitor,
    atStep: (place: number) => Promise<void> = async () => undefined,
  ): Promise<void> => {
    const titles = [say('Barang', 'Items'), say('Aturan', 'Rules'), say('Orang dan waktu'), say('Periksa')];
    for (const [nth, title] of titles.entries()) {
      await page.getByRole('button', { name: say('Lanjut') }).click();
      await page.locator('.form-steps [aria-current]', { hasText: `${nth + 2}. ${title}` }).waitFor();
      await settled();
      await atStep(nth + 2);
    }
  };

  it.each([
    { size: 'phone', language: 'id' },
    { size: 'desktop', language: 'en' },
  ] as const)(
    'drafts a pool like the last one in five steps, finds it at home, and opens it ($size, $language)',
    async ({ size, language }) => {
      await anOpenPool(officer, { packs: ['BERAS-MEDIUM/XSA50'] });
      const visitor = await visits.arrive({ size, language });
      const { page, go, arriveSignedIn, follow, say } = visitor;
      await arriveSignedIn('organiser-officer');
      await go('/putaran');
      await follow(say('Buat putaran baru'));
      const title = `Rancangan ${size}`;
      await page.getByLabel(say('Nama putaran')).fill(title);
      await goThroughSteps(visitor, async (place) => {
        expect(await faultsOf(visitor)).toEqual([]);
        if (place === 4) await page.getByLabel(say('Pengganti')).first().selectOption({ index: 1 });
      });
      await page.getByRole('button', { name: say('Simpan rancangan') }).click();
      await page.getByRole('button', { name: say('Buka putaran sekarang') }).waitFor();
      // Drafts wait at home for whoever opens them.
      await go('/beranda');
      await follow(page.locator('.ask', { hasText: title }).getByRole('link'));
      await page.getByRole('button', { name: say('Buka putaran sekarang') }).click();
      await follow(say('Ajak yang belum memesan'));
      await page
        .getByText(
          say(
            'Pengganti: Demo: organiser-chair; waktunya sudah dihitung.',
            'Demo: organiser-chair stands in; their time is counted.',
          ),
        )
        .waitFor();
      const poolId = /putaran\/([\w-]+)\/hari-tutup/.exec(page.url())?.[1] ?? '';
      expect(await stateOf(poolId)).toBe('open');
    },
  );

  it.each([
    { size: 'phone', language: 'id' },
    { size: 'desktop', language: 'en' },
  ] as const)(
    'changes everything of a draft, and gives another up ($size, $language)',
    async ({ size, language }) => {
      const draft = async (): Promise<string> => {
        const { body } = await officer.post('pools', {
          ...{
            organiserId: officer.partyId,
            title: 'Rancangan (uji)',
            regionCode: '35.71',
            biddingPeriodS: 5_000,
          },
          closesAt: new Date(Date.now() + 7_200_000).toISOString(),
          ...{ neededFrom: '2099-12-01', neededUntil: '2099-12-31', deposit: { rateBps: 250 } },
          items: [{ packCode: 'BERAS-MEDIUM/XSA50' }],
        });
        return (body as { id: string }).id;
      };
      const visitor = await visits.arrive({ size, language });
      const { page, go, arriveSignedIn, say } = visitor;
      await arriveSignedIn('organiser-officer');
      const poolId = await draft();
      await go(`/putaran/${poolId}/kelola`);
      expect(await faultsOf(visitor)).toEqual([]);
      await page.getByRole('link', { name: say('Ubah barang, aturan dan orangnya') }).click();
      await page.getByLabel(say('Nama putaran')).fill('Rancangan baru');
      await goThroughSteps(visitor);
      expect(await faultsOf(visitor)).toEqual([]);
      await page.getByRole('button', { name: say('Simpan perubahan') }).click();
      await page.waitForURL(`**/putaran/${poolId}/kelola`);
      await page.getByRole('heading', { name: 'Rancangan baru' }).waitFor();
      // What nobody touched is as exact as it was.
      expect((await officer.get(`pools/${poolId}`)).body).toMatchObject({
        ...{ title: 'Rancangan baru', biddingPeriodS: 5_000, deposit: { rateBps: 250 } },
      });
      await page.getByText(say('Buang rancangan')).first().click();
      await page.getByLabel(say('Alasan')).fill('Ada hari libur.');
      await page.getByRole('button', { name: say('Buang rancangan') }).click();
      await page.getByRole('button', { name: say('Ya, lanjutkan') }).click();
      await page.getByText(say('Alasannya: Ada hari libur.', 'The reason: Ada hari libur.')).waitFor();
      await page.locator('.title-row .badge', { hasText: say('Dibuang') }).waitFor();
      expect(await faultsOf(visitor)).toEqual([]);
      expect(await page.getByRole('button', { name: say('Buka putaran sekarang') }).count()).toBe(0);
      await go(`/putaran/${poolId}/rancangan`);
      await page.getByText(say('Ini bukan rancangan lagi')).waitFor();
    },
  );

  it.each([
    { size: 'phone', language: 'id', other: 'en' },
    { size: 'desktop', language: 'en', other: 'id' },
  ] as const)(
    'sends messages that tell the pool’s facts, and closes early with a reason ($size, $language)',
    async ({ size, language, other }) => {
      const { poolId, itemIds } = await anOpenPool(officer, { packs: ['BERAS-MEDIUM/XSA50'] });
      const [first] = koperasi;
      await first?.post(`pools/${poolId}/commitments`, {
        koperasiId: first.partyId,
        lines: [{ itemId: itemIds[0] ?? '', neededBy: '2026-12-01', quantityPacks: 30 }],
      });
      const visitor = await visits.arrive({ size, language });
      const { page, go, arriveSignedIn, follow, say } = visitor;
      await arriveSignedIn('organiser-officer');
      await go(`/putaran/${poolId}/hari-tutup`);
      await page.getByRole('heading', { name: say('Belum memesan') }).waitFor();
      expect(await faultsOf(visitor)).toEqual([]);
      const link = page.getByRole('link', { name: say('Kirim lewat WhatsApp'), exact: true });
      const text = new URL((await link.getAttribute('href')) ?? '').searchParams.get('text');
      expect(text).toContain(say('30 karung', '30 sacks'));
      expect(text).toContain(`/putaran/${poolId}/pesan`);
      await page.getByLabel(say('Bahasa pesan')).selectOption(other);
      const told = { id: 'Sudah memesan', en: 'have ordered' }[other];
      await holds(page, `document.querySelector('textarea').value.includes('${told}')`);
      await follow(page.getByRole('link', { name: say('Kelola'), exact: true }));
      await page.getByText(say('Tutup lebih awal')).click();
      await page.locator('.bars').first().waitFor();
      expect(await faultsOf(visitor)).toEqual([]);
      await page.getByLabel(say('Mengapa ditutup sebelum waktunya')).fill('Semua yang mau telah memesan');
      await page.getByRole('button', { name: say('Tutup lebih awal') }).click();
      await page.getByRole('button', { name: say('Ya, lanjutkan') }).click();
      await page.getByRole('heading', { name: say('Putaran sudah ditutup') }).waitFor();
      expect(await stateOf(poolId)).not.toBe('open');
    },
  );

  it.each([
    { size: 'phone', language: 'id' },
    { size: 'desktop', language: 'en' },
  ] as const)(
    'decides about an award by two people, and sees who is to sign ($size, $language)',
    async ({ size, language }) => {
      const { poolId, itemIds } = await anOpenPool(officer, { packs: ['BERAS-MEDIUM/XSA50'] });
      for (const person of koperasi)
        await person.post(`pools/${poolId}/commitments`, {
          koperasiId: person.partyId,
          lines: [{ itemId: itemIds[0] ?? '', neededBy: '2026-12-01', quantityPacks: 30 }],
        });
      await officer.post(`pools/${poolId}/close`, { reason: 'semua sudah pesan' });
      const lotId = await until(
        'the lot is formed',
        async () =>
          ((await officer.get(`pools/${poolId}/lots`)).body as { data: { id: string }[] }).data.at(0)?.id,
      );
      for (const [place, login] of ['supplier-1', 'supplier-2'].entries())
        await placeBid(await signIn(river, login), lotId, {
          ...{ capacityPacks: 40, minimumPacks: 0, leadTimeDays: 2 },
          tiers: [{ fromPacks: 1, priceRpPerUnit: 11_000 + place * 100 }],
        });
      await endBidding(river, poolId);
      await until('the award is computed', async () => {
        const { status } = await officer.get(`lots/${lotId}/award`);
        return status === 200 ? true : undefined;
      });
      const proposer = await visits.arrive({ size, language });
      const { say } = proposer;
      await proposer.arriveSignedIn('organiser-officer');
      await proposer.go('/beranda');
      await proposer.follow(
        proposer.page
          .locator('.ask', { hasText: say('Usulan pemenang') })
          .getByRole('link', { name: say('Buka paketnya') }),
      );
      await proposer.page.getByRole('button', { name: say('Usulkan penetapan ini') }).click();
      await proposer.page.getByRole('heading', { name: say('Menunggu orang lain') }).waitFor();
      expect(await faultsOf(proposer)).toEqual([]);
      const chair = await visits.arrive({ size, language });
      await chair.arriveSignedIn('organiser-chair');
      await chair.go(`/paket/${lotId}/tinjau`);
      await chair.page.getByRole('button', { name: say('Setujui penetapan ini') }).click();
      await chair.page.getByRole('heading', { name: say('Menunggu tanda tangan pemasok') }).waitFor();
      await chair.page.getByText(say('Menunggu sampai', 'Waits until')).first().waitFor();
      expect(await faultsOf(chair)).toEqual([]);
      const { body } = await officer.get(`lots/${lotId}`);
      expect(body).toMatchObject({ state: 'awarded' });
    },
  );
});
