import { holds, openBrowser, type Visits } from '../support/browser.js';
import { axeFindsInBothThemes, overflowOf } from '../support/look-at-page.js';
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

  it('drafts a pool like the last one in five steps, and opens it', async () => {
    await anOpenPool(officer, { packs: ['BERAS-MEDIUM/XSA50'] });
    const { page, go, settled, arriveSignedIn, follow } = await visits.arrive();
    await arriveSignedIn('organiser-officer');
    await go('/putaran');
    await follow('Buat putaran baru');
    await page.getByLabel('Nama putaran').waitFor();
    for (const step of ['2. Barang', '3. Aturan', '4. Orang dan waktu', '5. Periksa']) {
      await page.getByRole('button', { name: 'Lanjut' }).click();
      await page.locator('.form-steps [aria-current]', { hasText: step }).waitFor();
      await settled();
      expect(await axeFindsInBothThemes(page)).toEqual([]);
      if (step.startsWith('4')) await page.getByLabel('Pengganti').first().selectOption({ index: 1 });
    }
    await page.getByRole('button', { name: 'Simpan rancangan' }).click();
    await page.getByRole('button', { name: 'Buka putaran sekarang' }).click();
    await follow('Ajak yang belum memesan');
    await page.getByText('Pengganti: Demo: organiser-chair').waitFor();
    const poolId = /putaran\/([\w-]+)\/hari-tutup/.exec(page.url())?.[1] ?? '';
    expect(await stateOf(poolId)).toBe('open');
  });

  it.each(['phone', 'desktop'] as const)(
    'changes everything of a draft, and gives another up (%s)',
    async (size) => {
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
      const { page, go, arriveSignedIn } = await visits.arrive({ size });
      await arriveSignedIn('organiser-officer');
      const poolId = await draft();
      await go(`/putaran/${poolId}/kelola`);
      expect(await axeFindsInBothThemes(page)).toEqual([]);
      await page.getByRole('link', { name: 'Ubah barang, aturan dan orangnya' }).click();
      await page.getByLabel('Nama putaran').fill('Rancangan yang diubah');
      for (const step of ['2. Barang', '3. Aturan', '4. Orang dan waktu', '5. Periksa']) {
        await page.getByRole('button', { name: 'Lanjut' }).click();
        await page.locator('.form-steps [aria-current]', { hasText: step }).waitFor();
      }
      expect(await axeFindsInBothThemes(page)).toEqual([]);
      await page.getByRole('button', { name: 'Simpan perubahan' }).click();
      await page.waitForURL(`**/putaran/${poolId}/kelola`);
      await page.getByRole('heading', { name: 'Rancangan yang diubah' }).waitFor();
      // What nobody touched is as exact as it was.
      expect((await officer.get(`pools/${poolId}`)).body).toMatchObject({
        ...{ title: 'Rancangan yang diubah', biddingPeriodS: 5_000, deposit: { rateBps: 250 } },
      });
      await page.getByText('Buang rancangan').first().click();
      await page.getByLabel('Alasan').fill('Minggu ini libur.');
      await page.getByRole('button', { name: 'Buang rancangan' }).click();
      await page.getByRole('button', { name: 'Ya, lanjutkan' }).click();
      await page.getByText('Alasannya: Minggu ini libur.').waitFor();
      await page.locator('.title-row .badge', { hasText: 'Dibuang' }).waitFor();
      expect(await axeFindsInBothThemes(page)).toEqual([]);
      expect(await page.getByRole('button', { name: 'Buka putaran sekarang' }).count()).toBe(0);
      await go(`/putaran/${poolId}/rancangan`);
      await page.getByText('Ini bukan rancangan lagi').waitFor();
    },
  );

  it('sends messages that tell the pool’s facts, and closes early with a reason', async () => {
    const { poolId, itemIds } = await anOpenPool(officer, { packs: ['BERAS-MEDIUM/XSA50'] });
    const [first] = koperasi;
    await first?.post(`pools/${poolId}/commitments`, {
      koperasiId: first.partyId,
      lines: [{ itemId: itemIds[0] ?? '', neededBy: '2026-12-01', quantityPacks: 30 }],
    });
    const { page, go, arriveSignedIn, follow } = await visits.arrive();
    await arriveSignedIn('organiser-officer');
    await go(`/putaran/${poolId}/hari-tutup`);
    await page.getByRole('heading', { name: 'Belum memesan' }).waitFor();
    expect(await axeFindsInBothThemes(page)).toEqual([]);
    expect(await overflowOf(page)).toEqual([]);
    const link = page.getByRole('link', { name: 'Kirim lewat WhatsApp', exact: true });
    const text = new URL((await link.getAttribute('href')) ?? '').searchParams.get('text');
    expect(text).toContain('30 karung');
    expect(text).toContain(`/putaran/${poolId}/pesan`);
    await page.getByLabel('Bahasa pesan').selectOption('en');
    await holds(page, `document.querySelector('textarea').value.includes('have ordered')`);
    await follow(page.getByRole('link', { name: 'Kelola', exact: true }));
    await page.getByText('Tutup lebih awal').click();
    await page.locator('.bars').first().waitFor();
    expect(await axeFindsInBothThemes(page)).toEqual([]);
    await page.getByLabel('Mengapa ditutup sebelum waktunya').fill('Semua yang mau sudah memesan');
    await page.getByRole('button', { name: 'Tutup lebih awal' }).click();
    await page.getByRole('button', { name: 'Ya, lanjutkan' }).click();
    await page.getByRole('heading', { name: 'Putaran sudah ditutup' }).waitFor();
    expect(await stateOf(poolId)).not.toBe('open');
  });

  it('decides about an award by two people, and sees who is to sign', async () => {
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
    const proposer = await visits.arrive();
    await proposer.arriveSignedIn('organiser-officer');
    await proposer.go('/beranda');
    await proposer.follow(
      proposer.page
        .locator('.ask', { hasText: 'Usulan pemenang' })
        .getByRole('link', { name: 'Buka paketnya' }),
    );
    await proposer.page.getByRole('button', { name: 'Usulkan penetapan ini' }).click();
    await proposer.page.getByRole('heading', { name: 'Menunggu orang lain' }).waitFor();
    expect(await axeFindsInBothThemes(proposer.page)).toEqual([]);
    expect(await overflowOf(proposer.page)).toEqual([]);
    const chair = await visits.arrive({ size: 'desktop', language: 'en' });
    await chair.arriveSignedIn('organiser-chair');
    await chair.go(`/paket/${lotId}/tinjau`);
    await chair.page.getByRole('button', { name: 'Approve this award' }).click();
    await chair.page.getByRole('heading', { name: 'Waits for suppliers to sign' }).waitFor();
    await chair.page
      .getByText(/Waits until/)
      .first()
      .waitFor();
    const { body } = await officer.get(`lots/${lotId}`);
    expect(body).toMatchObject({ state: 'awarded' });
  });
});
