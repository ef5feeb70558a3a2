import { bringDrops } from '../support/bring-drops.js';
import { openBrowser, type Visits } from '../support/browser.js';
import { axeFindsInBothThemes, overflowOf } from '../support/look-at-page.js';
import { koperasiLogins } from '../support/given.js';
import { givenDrops } from '../support/given-drops.js';
import { must } from '../support/must.js';
import { signIn, startRiver, until, type Person, type River } from '../support/river.js';

const MORE_RP = 50_000;

/** A bill that asks for more than was ordered: disputed, explained, and paid by two people of who resells. */
describe('a bill that differs', () => {
  let river: River;
  let visits: Visits;
  let officer: Person;
  let supplier: Person;
  let billId: string;

  beforeAll(async () => {
    river = await startRiver();
    const chair = await signIn(river, 'organiser-chair');
    officer = await signIn(river, 'organiser-officer');
    supplier = await signIn(river, 'supplier-1');
    await river.database.owner.query(
      `INSERT INTO legal_fact (id, party_id, kind, holds, valid_from, basis, recorded_by)
       VALUES (gen_random_uuid(), $1, 'legal-entity', true, '2020-01-01', 'SK AHU (uji)', $2)`,
      [officer.partyId, officer.personId],
    );
    const [login = ''] = await koperasiLogins(river, 1);
    const member = await signIn(river, login);
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
        ...{ number: 'KW-selisih', billedOn: '2026-11-01' },
        lines: detail.lines.map(({ id, packs, amountRp }) => ({
          ...{ orderLineId: id, packs, taxRp: 0, amountRp: amountRp + MORE_RP },
        })),
      }),
    );
    billId = bill.id;
    await until('the bill is matched', async () =>
      ((await officer.get(`bills/${billId}`)).body as { state: string }).state === 'differs'
        ? true
        : undefined,
    );
    visits = await openBrowser(river);
  }, 300_000);
  afterEach(() => visits.leave());
  afterAll(async () => {
    await visits.close();
    await river.stop();
  });

  it('is disputed, answered, and what it asks for above is paid when a second person agrees', async () => {
    const path = `/tagihan-penjual/${billId}`;
    const buyer = await visits.arrive();
    await buyer.arriveSignedIn('organiser-officer');
    await buyer.go(path);
    await buyer.page.getByText('Rp50.000').first().waitFor();
    await buyer.page.getByLabel('Apa yang Anda persoalkan?').fill('Harganya naik dari pesanan.');
    expect(await axeFindsInBothThemes(buyer.page)).toEqual([]);
    await buyer.page.getByRole('button', { name: 'Kirim', exact: true }).click();
    await buyer.page.getByText('Harganya naik dari pesanan.').waitFor();

    const seller = await visits.arrive({ size: 'desktop' });
    await seller.arriveSignedIn('supplier-1');
    await seller.go(path);
    await seller.page.getByText('Harganya naik dari pesanan.').waitFor();
    await seller.page.getByLabel('Penjelasan Anda').fill('Ongkos karung naik sejak Senin.');
    await seller.page.getByRole('button', { name: 'Kirim', exact: true }).click();
    await seller.page.getByText('Ongkos karung naik sejak Senin.').waitFor();
    expect(await axeFindsInBothThemes(seller.page)).toEqual([]);

    await buyer.go(path);
    await buyer.page.getByText('Ongkos karung naik sejak Senin.').waitFor();
    await buyer.page.getByText('Bayar juga selisihnya').click();
    await buyer.page.getByLabel('Mengapa dibayar juga').fill('Alasannya masuk akal.');
    await buyer.page.getByRole('button', { name: 'Usulkan untuk dibayar' }).click();
    await buyer.page.getByText('Menunggu orang kedua').waitFor();
    await buyer.page.setViewportSize({ width: 320, height: 640 });
    expect(await overflowOf(buyer.page)).toEqual([]);

    const second = await visits.arrive();
    await second.arriveSignedIn('organiser-chair');
    await second.go(path);
    await second.page.getByText('Menunggu keputusan Anda').waitFor();
    expect(await axeFindsInBothThemes(second.page)).toEqual([]);
    await second.page.getByRole('button', { name: 'Setujui' }).click();
    await until('the difference is accepted', async () =>
      ((await officer.get(`bills/${billId}`)).body as { state: string }).state === 'accepted'
        ? true
        : undefined,
    );
    await second.go(path);
    await second.page.locator('.badge', { hasText: 'Selisih' }).first().waitFor();
    const due = await until('it is due', async () => {
      const { data } = (await supplier.get('dues')).body as { data: { payerId: string; amountRp: number }[] };
      return data.find(({ payerId, amountRp }) => payerId === officer.partyId && amountRp === MORE_RP);
    });
    expect(due.payerId).toBe(officer.partyId);
  });
});
