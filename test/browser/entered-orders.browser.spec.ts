import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser, type Visits } from '../support/browser.js';
import { axeFindsInBothThemes, overflowOf } from '../support/look-at-page.js';
import { A_WEEK_AHEAD, anOpenPool, koperasiLogins } from '../support/given.js';
import { PASSWORD, signIn, startRiver, until, type Person, type River } from '../support/river.js';

const CONTACT = '+628110002200';

/** The close-day desk writes orders down for who telephones; their koperasi confirm by code or on their own phone. */
describe('orders by telephone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sepikul-desk-'));
  const messagesFile = join(folder, 'messages.jsonl');
  let river: River;
  let visits: Visits;
  let officer: Person;
  let koperasi: readonly [Person, Person];
  let logins: readonly string[];
  let poolId: string;

  beforeAll(async () => {
    river = await startRiver({
      settings: { MESSAGES_FILE: messagesFile, SECRET_KEY: 'a-secret-of-more-than-32-characters' },
    });
    officer = await signIn(river, 'organiser-officer');
    logins = await koperasiLogins(river, 2);
    koperasi = (await Promise.all(logins.map((login) => signIn(river, login)))) as [Person, Person];
    await koperasi[0].post('sessions/current/step-up', { password: PASSWORD });
    await koperasi[0].put('me/contact', { contact: CONTACT });
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
  const codeSent = (): Promise<string> =>
    until('the code is sent', async () => {
      try {
        return /kode (\d{4} \d{4})/.exec(readFileSync(messagesFile, 'utf8'))?.[1];
      } catch {
        return undefined;
      }
    });

  it('are written down at the desk and confirmed by the code that is read out', async () => {
    const name = await nameOf(koperasi[0]);
    const { page, go, arriveSignedIn, expectErrors } = await visits.arrive();
    await arriveSignedIn('organiser-officer');
    await go(`/putaran/${poolId}/hari-tutup`);
    await page.locator('details', { hasText: name }).locator('summary').click();
    await page.getByRole('link', { name: `Isikan pesanan untuk ${name}` }).click();
    await page.getByRole('heading', { name: 'Menunggu konfirmasi' }).waitFor();
    await page.getByLabel('Beras medium', { exact: true }).fill('40');
    await page.getByText('Dibayar koperasi paling banyak').waitFor();
    expect(await page.getByLabel('Koperasi', { exact: true }).inputValue()).toBe(koperasi[0].partyId);
    expect(await axeFindsInBothThemes(page)).toEqual([]);
    expect(await overflowOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Tulis pesanan dan kirim kode' }).click();
    const card = page.locator('.card', { hasText: name });
    await card.getByText('Minta dibacakan').waitFor();
    const code = await codeSent();
    expectErrors(/422 \(Unprocessable/);
    await card.getByLabel('Kode yang dibacakan').fill(code === '0000 0000' ? '1111 1111' : '0000 0000');
    await card.getByRole('button', { name: 'Konfirmasi dengan kode' }).click();
    await card.getByText('Sisa 4 kali mencoba').waitFor();
    expect(await axeFindsInBothThemes(page)).toEqual([]);
    await card.getByLabel('Kode yang dibacakan').fill(code);
    await card.getByRole('button', { name: 'Konfirmasi dengan kode' }).click();
    await page.getByText('Tidak ada yang menunggu.').waitFor();
    const { body } = await koperasi[0].get(`pools/${poolId}/commitments`);
    expect(body).toMatchObject({ data: [{ quantityPacks: 40 }] });
  });

  it('are approved by their koperasi on its own phone, where nobody could be sent a code', async () => {
    const [, second] = koperasi;
    const desk = await visits.arrive({ size: 'desktop', language: 'en' });
    await desk.arriveSignedIn('organiser-officer');
    await desk.go(`/putaran/${poolId}/isikan-pesanan?koperasi=${second.partyId}`);
    await desk.page.getByLabel('Rice, medium grade', { exact: true }).fill('12');
    await desk.page.getByRole('button', { name: 'Enter the order and send a code' }).click();
    await desk.page.getByText('has no contact of an officer').waitFor();
    expect(await axeFindsInBothThemes(desk.page)).toEqual([]);

    const phone = await visits.arrive();
    await phone.arriveSignedIn(logins[1] ?? '');
    await phone.go('/beranda');
    await phone.follow(
      phone.page
        .locator('.ask', { hasText: 'Konfirmasi pesanan yang dibuatkan' })
        .getByRole('link', { name: 'Periksa pesanannya' }),
    );
    await phone.page.getByText('Dibayar koperasi paling banyak').waitFor();
    expect(await axeFindsInBothThemes(phone.page)).toEqual([]);
    expect(await overflowOf(phone.page)).toEqual([]);
    await phone.page.getByRole('button', { name: 'Setujui pesanan' }).click();
    await phone.page.getByRole('heading', { name: 'Pesanan disetujui' }).waitFor();
    expect(await axeFindsInBothThemes(phone.page)).toEqual([]);
    await desk.page.getByText('None is waiting.').waitFor();
    const { body } = await second.get(`pools/${poolId}/commitments`);
    expect(body).toMatchObject({ data: [{ quantityPacks: 12 }] });
  });
});
