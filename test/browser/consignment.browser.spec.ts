import { bringDrops } from '../support/bring-drops.js';
import { openBrowser, type Visitor, type Visits } from '../support/browser.js';
import { faultsOf } from '../support/look-at-page.js';
import { givenDrops } from '../support/given-drops.js';
import { koperasiLogins } from '../support/given.js';
import { must } from '../support/must.js';
import { signIn, startRiver, until, type River } from '../support/river.js';

/** Goods that are paid for as they are sold: agreed on, handed over, sold, some given back, and billed. */
describe('goods on consignment', () => {
  let river: River;
  let visits: Visits;
  let logins: readonly string[];

  beforeAll(async () => {
    river = await startRiver();
    logins = await koperasiLogins(river, 2);
    visits = await openBrowser(river);
  });
  afterEach(() => visits.leave());
  afterAll(async () => {
    await visits.close();
    await river.stop();
  });

  const isWell = async (visitor: Visitor): Promise<void> => {
    expect(await faultsOf(visitor)).toEqual([]);
  };

  it.each([
    { size: 'phone', language: 'id', place: 0 },
    { size: 'desktop', language: 'en', place: 1 },
  ] as const)(
    'are granted by a supplier, told as sold and given back, and billed for what was not given back ($size, $language)',
    async ({ size, language, place }) => {
      const [login = '', sellerLogin = ''] = [logins[place], ['supplier-1', 'supplier-2'][place]];
      const [supplier, shop] = [await signIn(river, sellerLogin), await signIn(river, login)];
      const [seller, buyer] = [
        await visits.arrive({ size, language }),
        await visits.arrive({ size, language }),
      ];
      const { say } = buyer;
      const rice = say('Beras medium');
      await seller.arriveSignedIn(sellerLogin);
      await buyer.arriveSignedIn(login);
      const { rows } = await river.database.owner.query<{ name: string }>(
        'SELECT name FROM party WHERE id = $1',
        [shop.partyId],
      );
      const name = rows[0]?.name ?? '';
      await buyer.go('/titip-jual');
      await buyer.page.getByText(say('Tidak ada barang titip jual')).waitFor();
      await isWell(buyer);

      await seller.go('/tempo');
      await seller.page.getByText(say('Beri tempo')).first().click();
      await seller.page.getByLabel(say('Pembeli')).fill(name);
      await seller.page.getByRole('radio', { name }).check();
      await seller.page.getByRole('radio', { name: say('Titip jual') }).check();
      await seller.page.getByLabel(say('Boleh berutang paling banyak')).fill('10000000');
      await isWell(seller);
      await seller.page.getByRole('button', { name: say('Beri tempo') }).click();
      await seller.page
        .locator('.row', { hasText: name })
        .getByText(`${say('Titip jual')} · ${say`${'14'} hari`}`)
        .waitFor();
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
      await buyer.page.getByText(say`Sisa ${say('10 karung', '10 sacks')} ${rice}.`).waitFor();
      await isWell(buyer);
      await buyer.follow(say('Buka titip jual'));
      await buyer.page.getByLabel(say`${rice}: terjual sejak laporan terakhir`).fill('6');
      await isWell(buyer);
      await buyer.page.getByRole('button', { name: say('Kirim laporan') }).click();
      await buyer.page
        .getByText(say`paling banyak ${'4'}`)
        .first()
        .waitFor();
      await buyer.page.getByText(say('Kembalikan ke pemasok')).click();
      await buyer.page.getByLabel(say`${rice}: dikembalikan`).fill('4');
      await isWell(buyer);
      await buyer.page.getByRole('button', { name: say('Kirim pengembalian') }).click();
      await buyer.page.getByText(say('Menunggu jawaban pemasok')).waitFor();
      await isWell(buyer);

      await buyer.go('/beranda');
      await seller.go('/beranda');
      await seller.page.getByText(say`Barang kembali dari ${name}`).waitFor();
      await isWell(seller);
      // Of what is neither sold nor on its way back nothing is left to tell.
      expect(await buyer.page.getByRole('link', { name: say('Buka titip jual') }).count()).toBe(0);
      await seller.go('/titip-jual');
      await seller.page.getByText(say`${say('4 karung', '4 sacks')} dikembalikan kepada Anda`).waitFor();
      await isWell(seller);
      await seller.page.getByRole('button', { name: say('Barangnya sudah sampai') }).click();
      await seller.page.getByText(say('Berakhir', 'Ended')).waitFor();
      await isWell(seller);

      await buyer.go('/titip-jual');
      await buyer.page.getByText(say('Berakhir', 'Ended')).waitFor();
      await buyer.page.getByText('Rp3.300.000').first().waitFor();
      await buyer.go('/tagihan');
      await buyer.page.getByText('Rp3.300.000').first().waitFor();
      await isWell(buyer);
      await buyer.go('/faktur');
      await buyer.page.getByText('Rp3.300.000').first().waitFor();
      await isWell(buyer);
    },
  );
});
