import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser, type Visits } from '../support/browser.js';
import { faultsOf } from '../support/look-at-page.js';
import { A_WEEK_AHEAD, anOpenPool, koperasiLogins } from '../support/given.js';
import { PASSWORD, signIn, startRiver, until, type Person, type River } from '../support/river.js';

const CONTACT = '+62811000220';

/** The close-day desk writes orders down for who telephones; their koperasi confirm by code or on their own phone. */
describe('orders by telephone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sepikul-desk-'));
  const messagesFile = join(folder, 'messages.jsonl');
  let river: River;
  let visits: Visits;
  let officer: Person;
  let koperasi: readonly Person[];
  let logins: readonly string[];
  let poolId: string;

  beforeAll(async () => {
    river = await startRiver({
      settings: { MESSAGES_FILE: messagesFile, SECRET_KEY: 'a-secret-of-more-than-32-characters' },
    });
    officer = await signIn(river, 'organiser-officer');
    logins = await koperasiLogins(river, 4);
    koperasi = await Promise.all(logins.map((login) => signIn(river, login)));
    for (const [place, person] of koperasi.slice(0, 2).entries()) {
      await person.post('sessions/current/step-up', { password: PASSWORD });
      await person.put('me/contact', { contact: `${CONTACT}${place}` });
    }
    ({ poolId } = await anOpenPool(officer, A_WEEK_AHEAD));
    visits = await openBrowser(river);
  });
  afterEach(() => visits.leave());
  afterAll(async () => {
    await visits.close();
    await river.stop();
    rmSync(folder, { recursive: true });
  });

  const nameOf = async (person: Person): Promise<string> =>
    ((await officer.get(`parties/${person.partyId}`)).body as { name: string }).name;
  const personAt = (place: number): Person => {
    const person = koperasi[place];
    if (person === undefined) throw new Error('the city has too few koperasi');
    return person;
  };
  const codeSent = (to: string): Promise<string> =>
    until('the code is sent', () => {
      const lines = readFileSync(messagesFile, { encoding: 'utf8', flag: 'a+' }).split('\n');
      const mine = lines.filter((line) => line.includes(to));
      return Promise.resolve(/kode (\d{4} \d{4})/.exec(mine.at(-1) ?? '')?.[1]);
    });

  const readers = [
    { size: 'phone', language: 'id', place: 0 },
    { size: 'desktop', language: 'en', place: 1 },
  ] as const;

  it.each(readers)(
    'are written down at the desk and confirmed by the code that is read out ($size, $language)',
    async ({ size, language, place }) => {
      const name = await nameOf(personAt(place));
      const desk = await visits.arrive({ size, language });
      const { page, go, arriveSignedIn, expectErrors, say } = desk;
      await arriveSignedIn('organiser-officer');
      await go(`/putaran/${poolId}/hari-tutup`);
      await page.locator('details', { hasText: name }).locator('summary').click();
      await page.getByRole('link', { name: say`Isikan pesanan untuk ${name}` }).click();
      await page.getByRole('heading', { name: say('Menunggu konfirmasi') }).waitFor();
      await page.getByLabel(say('Beras medium'), { exact: true }).fill('40');
      await page.getByText(say('Dibayar koperasi paling banyak', 'The koperasi pays at most')).waitFor();
      expect(await page.getByLabel(say('Koperasi'), { exact: true }).inputValue()).toBe(
        personAt(place).partyId,
      );
      expect(await faultsOf(desk)).toEqual([]);
      await page.getByRole('button', { name: say('Tulis pesanan dan kirim kode') }).click();
      const card = page.locator('.card', { hasText: name });
      await card.getByText(say('Kode delapan angka dikirim ke HP pengurusnya. Minta dibacakan.')).waitFor();
      const code = await codeSent(`${CONTACT}${place}`);
      expectErrors(/422 \(Unprocessable/);
      await card
        .getByLabel(say('Kode yang dibacakan'))
        .fill(code === '0000 0000' ? '1111 1111' : '0000 0000');
      await card.getByRole('button', { name: say('Konfirmasi dengan kode') }).click();
      await card.getByText(say('Sisa 4 kali mencoba.', 'Tries left: 4.')).waitFor();
      expect(await faultsOf(desk)).toEqual([]);
      await card.getByLabel(say('Kode yang dibacakan')).fill(code);
      await card.getByRole('button', { name: say('Konfirmasi dengan kode') }).click();
      await page.getByText(say('Tidak ada yang menunggu.')).waitFor();
      const { body } = await personAt(place).get(`pools/${poolId}/commitments`);
      expect(body).toMatchObject({ data: [{ quantityPacks: 40 }] });
    },
  );

  it.each(readers)(
    'are approved by their koperasi on its own device, where nobody could be sent a code ($size, $language)',
    async ({ size, language, place }) => {
      const second = personAt(2 + place);
      const desk = await visits.arrive({ size, language });
      const { say } = desk;
      await desk.arriveSignedIn('organiser-officer');
      await desk.go(`/putaran/${poolId}/isikan-pesanan?koperasi=${second.partyId}`);
      await desk.page.getByLabel(say('Beras medium'), { exact: true }).fill('12');
      await desk.page.getByRole('button', { name: say('Tulis pesanan dan kirim kode') }).click();
      await desk.page
        .getByText(
          say(
            'Koperasi ini belum mencatat nomor pengurusnya, jadi tidak ada kode. Minta pengurusnya membuka beranda Sepikul dan menyetujui di sana.',
          ),
        )
        .waitFor();
      expect(await faultsOf(desk)).toEqual([]);

      const phone = await visits.arrive({ size, language });
      await phone.arriveSignedIn(logins[2 + place] ?? '');
      await phone.go('/beranda');
      await phone.follow(
        phone.page
          .locator('.ask', { hasText: say('Konfirmasi pesanan yang dibuatkan') })
          .getByRole('link', { name: say('Periksa pesanannya') }),
      );
      await phone.page
        .getByText(say('Dibayar koperasi paling banyak', 'The koperasi pays at most'))
        .waitFor();
      expect(await faultsOf(phone)).toEqual([]);
      await phone.page.getByRole('button', { name: say('Setujui pesanan') }).click();
      await phone.page.getByRole('heading', { name: say('Pesanan disetujui') }).waitFor();
      expect(await faultsOf(phone)).toEqual([]);
      await desk.page.getByText(say('Tidak ada yang menunggu.')).waitFor();
      const { body } = await second.get(`pools/${poolId}/commitments`);
      expect(body).toMatchObject({ data: [{ quantityPacks: 12 }] });
    },
  );
});
