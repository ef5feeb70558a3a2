import { awardLot } from '../support/award-lot.js';
import { openBrowser, type Visits } from '../support/browser.js';
import { faultsOf } from '../support/look-at-page.js';
import { anOpenPool, signContracts } from '../support/given.js';
import { payOpenDues } from '../support/pay.js';
import { signIn, startRiver, until, type Person, type River } from '../support/river.js';

/** A kitchen: its week, day by day, and what comes of it. */
describe('a kitchen', () => {
  let river: River;
  let visits: Visits;
  let officer: Person;
  let chair: Person;
  let supplier: Person;
  let kitchen: Person;

  beforeAll(async () => {
    river = await startRiver();
    [officer, chair, supplier, kitchen] = (await Promise.all(
      ['organiser-officer', 'organiser-chair', 'supplier-1', 'kitchen-1'].map((login) =>
        signIn(river, login),
      ),
    )) as [Person, Person, Person, Person];
    visits = await openBrowser(river);
  });
  afterEach(() => visits.leave());
  afterAll(async () => {
    await visits.close();
    await river.stop();
  });

  /** What the kitchen published is in the pool; there it is bought, and the truck leaves. */
  const bring = async (poolId: string): Promise<void> => {
    const tiers = [{ fromPacks: 1, priceRpPerUnit: 12_000 }];
    const lotId = await awardLot(river, { officer, chair }, poolId, [
      [supplier, { capacityPacks: 50, leadTimeDays: 2, tiers }],
    ]);
    await signContracts(officer, [supplier], lotId);
    const dropId = await until('a drop', async () => {
      const { data } = (await officer.get(`drops?poolId=${poolId}`)).body as { data: { id: string }[] };
      return data[0]?.id;
    });
    await payOpenDues(river, poolId);
    const left = await supplier.post(`drops/${dropId}/dispatch`, { deliveryNote: `SJ-${poolId.slice(-4)}` });
    expect(left.status).toBe(200);
  };

  it.each([
    { size: 'phone', language: 'id', week: '2099-W50', day: '2099-12-08' },
    { size: 'desktop', language: 'en', week: '2099-W51', day: '2099-12-16' },
  ] as const)(
    'writes its week by day, publishes it, and sees from whom it comes ($size, $language)',
    async ({ size, language, week, day }) => {
      const { poolId } = await anOpenPool(officer, { packs: ['BERAS-MEDIUM/XSA50'] });
      const cook = await visits.arrive({ size, language });
      const { page, arriveSignedIn, go, follow, say } = cook;
      // So is answered for a week that nobody has written yet.
      await arriveSignedIn('kitchen-1');
      await go(`/kebutuhan/${week}`);
      await page.getByLabel(say('Bahan')).selectOption('BERAS-MEDIUM');
      await page.getByLabel(say('Hari'), { exact: true }).selectOption(day);
      await page.getByLabel(say`Banyaknya (${'kg'})`).fill('100');
      await page.getByRole('button', { name: say('Tambah bahan') }).click();
      await page.getByRole('button', { name: `${say('Hapus')} ${say('Beras medium')}` }).waitFor();
      expect(await faultsOf(cook)).toEqual([]);
      await page.getByRole('button', { name: say('Simpan kebutuhan') }).click();
      await page.getByRole('button', { name: say('Umumkan kebutuhan') }).waitFor();
      await go('/beranda');
      await follow(say('Periksa dan umumkan'));
      await page.getByRole('button', { name: say('Umumkan kebutuhan') }).click();
      await page.getByRole('button', { name: say('Ya, lanjutkan') }).click();
      await page.getByText(say('Sudah diumumkan'), { exact: true }).waitFor();
      expect(await faultsOf(cook)).toEqual([]);
      await until('it has joined the pool', async () => {
        const { data } = (await kitchen.get(`kitchens/${kitchen.partyId}/coming?from=${day}`)).body as {
          data: { neededOn: string; state: string }[];
        };
        return data.some(({ neededOn, state }) => neededOn === day && state === 'in-pool') ? true : undefined;
      });
      await bring(poolId);
      await go('/datang');
      await page.getByText(say('Dalam perjalanan'), { exact: true }).first().waitFor();
      await page.getByText(say('2 karung (100 kg)', '2 sacks (100 kg)')).first().waitFor();
      await page.getByText(say`Surat jalan ${`SJ-${poolId.slice(-4)}`}`).waitFor();
      expect(await faultsOf(cook)).toEqual([]);
      await follow(page.getByRole('link', { name: say('Lihat perjalanan') }).first());
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.getByText(say('Dalam perjalanan')).first().waitFor();
    },
  );

  it('is told where last week has nothing to be copied', async () => {
    const { page, arriveSignedIn, go } = await visits.arrive();
    await arriveSignedIn('kitchen-1');
    await go('/kebutuhan/2098-W10');
    await page.getByRole('button', { name: 'Salin dari minggu lalu' }).click();
    await page.getByText('Minggu lalu tidak ada kebutuhan yang bisa disalin.').waitFor();
  });
});
