import { bringDrops } from '../support/bring-drops.js';
import { openBrowser, type Visitor, type Visits } from '../support/browser.js';
import { axeFindsInBothThemes, overflowOf } from '../support/look-at-page.js';
import { givenDrops } from '../support/given-drops.js';
import { koperasiLogins } from '../support/given.js';
import { must } from '../support/must.js';
import { signIn, startRiver, until, type Person, type River } from '../support/river.js';

/** Goods that are paid for as they are sold: agreed on, handed over, sold, some given back, and billed, each on a phone. */
describe('goods on consignment', () => {
  let river: River;
  let visits: Visits;
  let supplier: Person;
  let shop: Person;
  let login: string;

  beforeAll(async () => {
    river = await startRiver();
    supplier = await signIn(river, 'supplier-1');
    [login = ''] = await koperasiLogins(river, 1);
    shop = await signIn(river, login);
    visits = await openBrowser(river);
  });
  afterEach(() => visits.leave());
  afterAll(async () => {
    await visits.close();
    await river.stop();
  });

  const isWell = async ({ page }: Pick<Visitor, 'page'>): Promise<void> => {
    expect(await axeFindsInBothThemes(page)).toEqual([]);
    expect(await overflowOf(page)).toEqual([]);
  };

  it('are granted by a supplier, told as sold and given back, and billed for what was not given back', async () => {
    const [seller, buyer] = [await visits.arrive(), await visits.arrive()];
    await seller.arriveSignedIn('supplier-1');
    await buyer.arriveSignedIn(login);
    const { rows } = await river.database.owner.query<{ name: string }>(
      'SELECT name FROM party WHERE id = $1',
      [shop.partyId],
    );
    const name = rows[0]?.name ?? '';
    await buyer.go('/titip-jual');
    await buyer.page.getByText('Tidak ada barang titip jual').waitFor();
    await isWell(buyer);

    await seller.go('/tempo');
    await seller.page.getByText('Beri tempo').first().click();
    await seller.page.getByLabel('Pembeli').fill(name);
    await seller.page.getByRole('radio', { name }).check();
    await seller.page.getByRole('radio', { name: 'Titip jual' }).check();
    await seller.page.getByLabel('Boleh berutang paling banyak').fill('10000000');
    await isWell(seller);
    await seller.page.getByRole('button', { name: 'Beri tempo' }).click();
    await seller.page.locator('.row', { hasText: name }).getByText('Titip jual · 14 hari').waitFor();
    await isWell(seller);

    const officer = await signIn(river, 'organiser-officer');
    const chair = await signIn(river, 'organiser-chair');
    const { drops } = await givenDrops(
      river,
      { officer, chair, supplier, members: [shop] },
      { dueBy: 'party' },
    );
    await bringDrops(officer, [supplier, shop], drops);
    await until('the goods are on consignment', async () => {
      const { data } = await must<{ data: object[] }>(shop.get(`parties/${shop.partyId}/consignments`));
      return data[0];
    });

    await buyer.go('/beranda');
    await buyer.page.getByText('Sisa 10 karung Beras medium.').waitFor();
    await isWell(buyer);
    await buyer.follow('Buka titip jual');
    await buyer.page.getByLabel(/terjual sejak laporan terakhir/).fill('6');
    await isWell(buyer);
    await buyer.page.getByRole('button', { name: 'Kirim laporan' }).click();
    await buyer.page.getByText('paling banyak 4').first().waitFor();
    await buyer.page.getByText('Kembalikan ke pemasok').click();
    await buyer.page.getByLabel(/dikembalikan/).fill('4');
    await isWell(buyer);
    await buyer.page.getByRole('button', { name: 'Kirim pengembalian' }).click();
    await buyer.page.getByText('Menunggu jawaban pemasok').waitFor();
    await isWell(buyer);

    await buyer.go('/beranda');
    await seller.go('/beranda');
    await seller.page.getByText(`Barang kembali dari ${name}`).waitFor();
    await isWell(seller);
    // Of what is neither sold nor on its way back nothing is left to tell.
    expect(await buyer.page.getByRole('link', { name: 'Buka titip jual' }).count()).toBe(0);
    await seller.go('/titip-jual');
    await seller.page.getByText('4 karung dikembalikan kepada Anda').waitFor();
    await isWell(seller);
    await seller.page.getByRole('button', { name: 'Barangnya sudah sampai' }).click();
    await seller.page.getByText(/^Berakhir/).waitFor();
    await isWell(seller);

    await buyer.go('/titip-jual');
    await buyer.page.getByText(/^Berakhir/).waitFor();
    await buyer.page.getByText('Rp3.300.000').first().waitFor();
    await buyer.go('/tagihan');
    await buyer.page.getByText('Rp3.300.000').first().waitFor();
    await isWell(buyer);
    await buyer.go('/faktur');
    await buyer.page.getByText('Rp3.300.000').first().waitFor();
    await isWell(buyer);
  });
});
