import { bringDrops } from '../support/bring-drops.js';
import { openBrowser, type Visits } from '../support/browser.js';
import { faultsOf } from '../support/look-at-page.js';
import { koperasiLogins } from '../support/given.js';
import { givenDrops } from '../support/given-drops.js';
import { must } from '../support/must.js';
import { signIn, startRiver, until, type Person, type River } from '../support/river.js';

/** Bills of suppliers to an organiser that resells: one that asks for more than was ordered, and what is withheld of one. */
describe('a supplier’s bill', () => {
  let river: River;
  let visits: Visits;
  let officer: Person;
  let chair: Person;
  let supplier: Person;
  let members: readonly Person[];

  beforeAll(async () => {
    river = await startRiver();
    chair = await signIn(river, 'organiser-chair');
    officer = await signIn(river, 'organiser-officer');
    supplier = await signIn(river, 'supplier-1');
    await itIs('legal-entity');
    members = await Promise.all((await koperasiLogins(river, 4)).map((login) => signIn(river, login)));
    visits = await openBrowser(river);
  });
  afterEach(() => visits.leave());
  afterAll(async () => {
    await visits.close();
    await river.stop();
  });

  /** Recorded of the organiser, once. */
  const itIs = (kind: string): Promise<unknown> =>
    river.database.owner.query(
      `INSERT INTO legal_fact (id, party_id, kind, holds, valid_from, basis, recorded_by)
       SELECT gen_random_uuid(), $1, $3, true, '2020-01-01', 'SK (uji)', $2
       WHERE NOT EXISTS (SELECT FROM legal_fact WHERE party_id = $1 AND kind = $3)`,
      [officer.partyId, officer.personId, kind],
    );

  /** A bill for goods that came, a little more for each line than was ordered. */
  const aBillThatDiffers = async (member: Person, number: string, moreRp: number): Promise<string> => {
    const { poolId, drops } = await givenDrops(
      river,
      { officer, chair, supplier, members: [member] },
      { contractMode: 'secondary' },
    );
    await bringDrops(officer, [supplier, member], drops);
    const order = await until('the order', async () => {
      const { data } = await must<{ data: { id: string }[] }>(
        supplier.get(`purchase-orders?poolId=${poolId}`),
      );
      return data[0];
    });
    const detail = await must<{ lines: { id: string; packs: number; amountRp: number }[] }>(
      supplier.get(`purchase-orders/${order.id}`),
    );
    const bill = await must<{ id: string }>(
      supplier.post(`parties/${supplier.partyId}/bills`, {
        ...{ number, billedOn: '2026-11-01' },
        lines: detail.lines.map(({ id, packs, amountRp }) => ({
          ...{ orderLineId: id, packs, taxRp: 0, amountRp: amountRp + moreRp },
        })),
      }),
    );
    await until('the bill is matched', async () =>
      ((await officer.get(`bills/${bill.id}`)).body as { state: string }).state === 'differs'
        ? true
        : undefined,
    );
    return bill.id;
  };

  it.each([
    { size: 'phone', language: 'id', place: 0, moreRp: 50_000 },
    { size: 'desktop', language: 'en', place: 1, moreRp: 60_000 },
  ] as const)(
    'that asks for more is disputed, answered, and paid all the same when a second person agrees ($size, $language)',
    async ({ size, language, place, moreRp }) => {
      const [member] = members.slice(place);
      if (member === undefined) throw new Error('the city has too few koperasi');
      const billId = await aBillThatDiffers(member, `KW-${size}`, moreRp);
      const path = `/tagihan-penjual/${billId}`;
      const buyer = await visits.arrive({ size, language });
      const { say } = buyer;
      await buyer.arriveSignedIn('organiser-officer');
      await buyer.go(path);
      await buyer.page
        .getByText(`Rp${moreRp / 1000}.000`)
        .first()
        .waitFor();
      await buyer.page.getByLabel(say('Apa yang Anda persoalkan?')).fill('Harganya naik.');
      expect(await faultsOf(buyer)).toEqual([]);
      await buyer.page.getByRole('button', { name: say('Kirim'), exact: true }).click();
      await buyer.page.getByText('Harganya naik.').waitFor();

      const seller = await visits.arrive({ size, language });
      await seller.arriveSignedIn('supplier-1');
      await seller.go(path);
      await seller.page.getByText('Harganya naik.').waitFor();
      await seller.page.getByLabel(say('Penjelasan Anda')).fill('Ongkos karung naik sejak Senin.');
      await seller.page.getByRole('button', { name: say('Kirim'), exact: true }).click();
      await seller.page.getByText('Ongkos karung naik sejak Senin.').waitFor();
      expect(await faultsOf(seller)).toEqual([]);

      await buyer.go(path);
      await buyer.page.getByText('Ongkos karung naik sejak Senin.').waitFor();
      await buyer.page.getByText(say`Bayar juga selisihnya: ${`Rp${moreRp / 1000}.000`}`).click();
      await buyer.page.getByLabel(say('Mengapa dibayar juga')).fill('Alasannya masuk akal.');
      await buyer.page.getByRole('button', { name: say('Usulkan untuk dibayar') }).click();
      await buyer.page.getByText(say('Menunggu orang kedua')).waitFor();
      await buyer.page.setViewportSize({ width: 320, height: 640 });
      expect(await faultsOf(buyer)).toEqual([]);

      const second = await visits.arrive({ size, language });
      await second.arriveSignedIn('organiser-chair');
      await second.go(path);
      await second.page.getByText(say('Menunggu keputusan Anda')).waitFor();
      expect(await faultsOf(second)).toEqual([]);
      await second.page.getByRole('button', { name: say('Setujui') }).click();
      await until('the difference is accepted', async () =>
        ((await officer.get(`bills/${billId}`)).body as { state: string }).state === 'accepted'
          ? true
          : undefined,
      );
      await second.go(path);
      await second.page
        .locator('.badge', { hasText: say('Selisih diterima') })
        .first()
        .waitFor();
      const due = await until('it is due', async () => {
        const { data } = (await supplier.get('dues')).body as {
          data: { payerId: string; amountRp: number }[];
        };
        return data.find(({ payerId, amountRp }) => payerId === officer.partyId && amountRp === moreRp);
      });
      expect(due.payerId).toBe(officer.partyId);
    },
  );

  it.each([
    { size: 'phone', language: 'id', place: 2 },
    { size: 'desktop', language: 'en', place: 3 },
  ] as const)(
    'is paid less the tax that is withheld of it, under a slip that both can read ($size, $language)',
    async ({ size, language, place }) => {
      const [member] = members.slice(place);
      if (member === undefined) throw new Error('the city has too few koperasi');
      await itIs('withholds-pph-22');
      const { poolId, drops } = await givenDrops(
        river,
        { officer, chair, supplier, members: [member] },
        { contractMode: 'secondary' },
      );
      await bringDrops(officer, [supplier, member], drops);
      await until('tax is withheld', async () => {
        const { data } = await must<{ data: { poolId: string; withheldRp: number }[] }>(
          officer.get('whole-bills'),
        );
        return data.find((bill) => bill.poolId === poolId && bill.withheldRp > 0);
      });
      const buyer = await visits.arrive({ size, language });
      const { page, say } = buyer;
      await buyer.arriveSignedIn('organiser-officer');
      await buyer.go('/tagihan-penjual');
      const sheet = page.locator('.sheet', { hasText: say('Bukti potong belum ada') });
      await sheet.getByText(say('PPh 22 dipotong')).waitFor();
      await sheet.getByLabel(say('Nomor bukti potong')).fill(`BP-${size}`);
      expect(await faultsOf(buyer)).toEqual([]);
      await sheet.getByRole('button', { name: say('Simpan nomor') }).click();
      await page.getByText(say`Bukti potong ${size === 'phone' ? 'BP-phone' : 'BP-desktop'}`).waitFor();

      const seller = await visits.arrive({ size, language });
      await seller.arriveSignedIn('supplier-1');
      await seller.go('/tagihan-penjual');
      await seller.page.getByText(`BP-${size}`).waitFor();
      expect(await faultsOf(seller)).toEqual([]);
    },
  );
});
