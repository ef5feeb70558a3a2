import { openBrowser, type Visitor, type Visits } from '../support/browser.js';
import { faultsOf } from '../support/look-at-page.js';
import { A_WEEK_AHEAD, anOpenPool, koperasiLogins } from '../support/given.js';
import { endBidding } from '../support/given-bids.js';
import { payOpenDues } from '../support/pay.js';
import { signIn, startRiver, until, type Person, type River } from '../support/river.js';

const SACKS = 10;

/** A supplier, from its sealed bid to the money that is to come, where the organiser buys and sells on. */
describe('a supplier', () => {
  let river: River;
  let visits: Visits;
  let officer: Person;
  let chair: Person;
  let member: Person;
  let memberLogin: string;

  beforeAll(async () => {
    river = await startRiver();
    [officer, chair] = (await Promise.all(
      ['organiser-officer', 'organiser-chair'].map((login) => signIn(river, login)),
    )) as [Person, Person];
    [memberLogin = ''] = await koperasiLogins(river, 1);
    member = await signIn(river, memberLogin);
    await river.database.owner.query(
      `INSERT INTO legal_fact (id, party_id, kind, holds, valid_from, basis, recorded_by)
       VALUES (gen_random_uuid(), $1, 'legal-entity', true, '2020-01-01', 'SK AHU (uji)', $2)`,
      [officer.partyId, officer.personId],
    );
    visits = await openBrowser(river);
  });
  afterEach(() => visits.leave());
  afterAll(async () => {
    await visits.close();
    await river.stop();
  });

  const firstOf = <Row>(person: Person, path: string): Promise<Row> =>
    until(path, async () => ((await person.get(path)).body as { data?: Row[] }).data?.[0]);

  /** A lot of rice that takes bids. */
  const aLot = async (): Promise<{ poolId: string; lotId: string }> => {
    const { poolId, itemIds } = await anOpenPool(officer, {
      ...{ packs: ['BERAS-MEDIUM/XSA50'], contractMode: 'secondary', ...A_WEEK_AHEAD },
    });
    const lines = [{ itemId: itemIds[0], neededBy: A_WEEK_AHEAD.neededFrom, quantityPacks: SACKS }];
    const placed = await member.post(`pools/${poolId}/commitments`, { koperasiId: member.partyId, lines });
    expect(placed.status).toBe(201);
    await officer.post(`pools/${poolId}/close`, { reason: 'semua sudah pesan' });
    const { id: lotId } = await firstOf<{ id: string }>(officer, `pools/${poolId}/lots`);
    await until('bids are taken', async () =>
      (await officer.get(`lots/${lotId}/tender`)).status === 200 ? true : undefined,
    );
    return { poolId, lotId };
  };

  const bidAndAward = async ({ page, say }: Visitor, poolId: string, lotId: string): Promise<void> => {
    await page
      .getByLabel(say`Harga tiap ${'kg'}`)
      .first()
      .fill('12000');
    await page.getByRole('button', { name: say('Kunci dan kirim penawaran') }).click();
    await page.waitForURL(`**/paket/${lotId}/tanda-terima`);
    await endBidding(river, poolId);
    await until('an award', async () =>
      (await officer.get(`lots/${lotId}/award`)).status === 200 ? true : undefined,
    );
    expect((await officer.post(`lots/${lotId}/award/propose`)).status).toBeLessThan(300);
    expect((await chair.post(`lots/${lotId}/award/approve`)).status).toBeLessThan(300);
  };

  it.each([
    { size: 'phone', language: 'id' },
    { size: 'desktop', language: 'en' },
  ] as const)(
    'bids, signs, sends, bills, and sees what is to come ($size, $language)',
    async ({ size, language }) => {
      const { poolId, lotId } = await aLot();
      const seller = await visits.arrive({ size, language });
      const { page, arriveSignedIn, go, follow, say } = seller;
      await arriveSignedIn('supplier-1');
      await go(`/paket/${lotId}/tawar`);
      await bidAndAward(seller, poolId, lotId);

      await go('/penawaran-saya');
      await page.getByText(say('Menang'), { exact: true }).first().waitFor();
      await go('/beranda');
      await follow(say('Baca dan tanda tangani'));
      await page.getByRole('button', { name: say('Tanda tangani kontrak') }).waitFor();
      expect(await faultsOf(seller)).toEqual([]);
      await page.getByRole('button', { name: say('Tanda tangani kontrak') }).click();
      await page.getByText(say('Ditandatangani'), { exact: true }).waitFor();

      const drop = await firstOf<{ id: string; receiverName: string }>(officer, `drops?poolId=${poolId}`);
      await go(`/antar/${drop.id}`);
      await page.getByText(say('Jangan dikirim dulu', 'Do not send it yet')).first().waitFor();
      await payOpenDues(river, poolId);
      await go('/beranda');
      await follow(say('Lihat dan berangkatkan'));
      await page.getByLabel(say('Nomor surat jalan')).fill(`SJ-${size}`);
      expect(await faultsOf(seller)).toEqual([]);
      await page.getByRole('button', { name: say('Berangkatkan') }).click();
      await page.getByRole('button', { name: say('Ya, lanjutkan') }).click();
      await page.getByText(say('Di jalan', 'On the road'), { exact: true }).waitFor();
      expect((await officer.get(`drops/${drop.id}`)).body).toMatchObject({
        ...{ state: 'dispatched', deliveryNote: `SJ-${size}` },
      });

      const receiver = await visits.arrive({ size, language });
      await receiver.arriveSignedIn(memberLogin);
      await receiver.go(`/kiriman/${drop.id}`);
      await receiver.page.getByRole('button', { name: say`Terima semua: ${SACKS}` }).click();
      const order = await until('the goods are counted', async () => {
        const found = await firstOf<{ id: string; number: string }>(
          officer,
          `purchase-orders?poolId=${poolId}`,
        );
        const { lines } = (await officer.get(`purchase-orders/${found.id}/match`)).body as {
          lines: { isReceived: boolean }[];
        };
        return lines.every(({ isReceived }) => isReceived) ? found : undefined;
      });

      await go(`/pesanan-pembelian/${order.id}`);
      await page.getByText(say('Selesai', 'Fulfilled'), { exact: true }).first().waitFor();
      expect(await faultsOf(seller)).toEqual([]);
      await follow(say('Tulis tagihan'));
      await page.getByLabel(say('Nomor tagihan')).fill(`KW-${size}`);
      await page.getByRole('button', { name: say('Kirim tagihan') }).click();
      await page.waitForURL('**/tagihan-penjual/*');
      await page.getByText(say('Cocok'), { exact: true }).first().waitFor();
      expect(await faultsOf(seller)).toEqual([]);
      await go('/piutang');
      await page.locator('main summary', { hasText: 'Rp' }).click();
      const kind = say('Tagihan penjual', 'Supplier’s bill');
      await page
        .getByRole('link', { name: new RegExp(`${kind}.*Rp6\\.000\\.000`, 's') })
        .first()
        .waitFor();
    },
  );

  it('declines a contract with its reason, and the bid falls out', async () => {
    const { poolId, lotId } = await aLot();
    const seller = await visits.arrive();
    const { page, arriveSignedIn, go } = seller;
    await arriveSignedIn('supplier-2');
    await go(`/paket/${lotId}/tawar`);
    await bidAndAward(seller, poolId, lotId);
    await go(`/kontrak/${lotId}`);
    await page.getByText('Tidak sanggup?').click();
    await page.getByLabel('Alasan, dibaca penyelenggara').fill('Gudang kebanjiran.');
    await page.getByRole('button', { name: 'Tolak kontrak' }).click();
    await page.getByRole('button', { name: 'Ya, lanjutkan' }).click();
    await page.getByText('Anda tolak', { exact: true }).waitFor();
    await page.getByText('Gudang kebanjiran.').waitFor();
  });
});
