import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TOTP } from 'otpauth';
import { openBrowser, type Visitor, type Visits } from '../support/browser.js';
import { faultsOf } from '../support/look-at-page.js';
import { koperasiLogins } from '../support/given.js';
import { PASSWORD, signIn, startRiver, until, type River } from '../support/river.js';

const NEW = 'tujuh bebek putih';
const CONTACT = '0812 0000 1111';

/** What a person does about their own account, and a telephone that more than one person uses. */
describe('an account', () => {
  let river: River;
  let visits: Visits;
  let logins: string[];
  const folder = mkdtempSync(join(tmpdir(), 'sepikul-account-'));
  const messagesFile = join(folder, 'messages.jsonl');

  beforeAll(async () => {
    river = await startRiver({ settings: { MESSAGES_FILE: messagesFile } });
    logins = await koperasiLogins(river, 9);
    visits = await openBrowser(river);
  });
  afterEach(() => visits.leave());
  afterAll(async () => {
    await visits.close();
    await river.stop();
    rmSync(folder, { recursive: true });
  });

  const loginAt = (place: number): string => logins[place] ?? '';
  /** So much later that who one is has to be proved again. */
  const letStepUpPass = (login: string): Promise<unknown> =>
    river.database.owner.query(
      `UPDATE session SET stepped_up_at = stepped_up_at - interval '1 hour' FROM person
       WHERE person.id = person_id AND login = $1`,
      [login],
    );
  const prove = async ({ page, say }: Visitor, proof: string): Promise<void> => {
    await page.locator('input[name="proof"]').fill(proof);
    await page.getByRole('button', { name: say('Buktikan dan lanjutkan') }).click();
  };
  const codeSent = (to: string): Promise<string> =>
    until('a code has been sent', () => {
      const lines = readFileSync(messagesFile, { encoding: 'utf8', flag: 'a+' }).trim().split('\n');
      const mine = lines.filter((line) => line.includes(to));
      return Promise.resolve(/(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}/.exec(mine.at(-1) ?? '')?.[0]);
    });

  const readers = [
    { size: 'phone', language: 'id', place: 0 },
    { size: 'desktop', language: 'en', place: 1 },
  ] as const;

  it.each(readers)(
    'tells who forgets a password how to come in again, by a code to their contact ($size, $language)',
    async ({ size, language, place }) => {
      const login = loginAt(place);
      const contact = `${CONTACT} ${size}`;
      const visitor = await visits.arrive({ size, language });
      const { page, go, follow, say } = visitor;
      await visitor.signIn(login);
      await letStepUpPass(login);
      visitor.expectErrors(/status of 403.*\/me\/contact/);
      await go('/akun');
      await follow(say('Isi kontak'));
      await page.locator('input[name="contact"]').fill(contact);
      await page.getByRole('button', { name: say('Simpan') }).click();
      await prove(visitor, PASSWORD);
      await page.getByText(say('Sudah disimpan')).waitFor();
      await go('/akun');
      await page.getByText(contact).waitFor();
      await page.getByRole('button', { name: say('Keluar') }).click();
      await page.waitForURL((url) => url.pathname === '/');

      await go('/masuk');
      await follow(say('Lupa kata sandi?'));
      await page.locator('input[name="login"]').fill(login);
      await page.getByRole('button', { name: say('Kirim kode') }).click();
      await page.locator('input[name="code"]').fill(await codeSent(contact));
      await page.locator('input[name="new-password"]').fill(NEW);
      expect(await faultsOf(visitor)).toEqual([]);
      await page.getByRole('button', { name: say('Pasang kata sandi baru') }).click();
      await page.getByText(say('Kata sandi baru sudah dipasang')).waitFor();
      await visitor.signIn(login, NEW);
    },
  );

  it.each(readers)(
    'changes its password, which ends its sessions elsewhere ($size, $language)',
    async ({ size, language, place }) => {
      const login = loginAt(2 + place);
      const elsewhere = await signIn(river, login);
      const visitor = await visits.arrive({ size, language });
      const { page, go, say } = visitor;
      await visitor.signIn(login);
      visitor.expectErrors(/status of 403.*\/me\/password/, /status of 422.*\/me\/password/);
      await go('/akun/sandi');
      const change = page.getByRole('button', { name: say('Ganti kata sandi') });
      await page.locator('input[name="current-password"]').fill('bukan ini');
      await page.locator('input[name="new-password"]').fill(NEW);
      await change.click();
      await page.locator('.field .problem').waitFor();
      await page.locator('input[name="current-password"]').fill(PASSWORD);
      await page.locator('input[name="new-password"]').fill('pendek');
      await change.click();
      await page.locator('#isi .notice-danger').waitFor();
      await page.locator('input[name="new-password"]').fill(NEW);
      await change.click();
      await page.getByText(say('Kata sandi sudah diganti')).waitFor();
      expect((await elsewhere.get('me')).status).toBe(401);
      await go('/akun');
      await page.getByText(say`${'1'} perangkat`).waitFor();
    },
  );

  it.each(readers)(
    'sets an authenticator up, needs it from then on, and takes it off with a recovery code ($size, $language)',
    async ({ size, language, place }) => {
      const login = loginAt(4 + place);
      const visitor = await visits.arrive({ size, language });
      const { page, go, say } = visitor;
      visitor.expectErrors(/status of 40[13]/);
      await visitor.signIn(login);
      await go('/akun/pengaman');
      await page.getByRole('button', { name: say('Pasang pengaman') }).click();
      await page.getByRole('img', { name: say('Kode QR untuk aplikasi pengaman') }).waitFor();
      expect(await faultsOf(visitor)).toEqual([]);
      const secret = (await page.locator('.copy-text').innerText()).replaceAll(' ', '');
      const app = new TOTP({ secret });
      await page.locator('input[name="code"]').fill(app.generate());
      await page.getByRole('button', { name: say('Periksa dan pasang') }).click();
      await page.getByRole('heading', { name: say('Langkah 3', 'Step 3') }).waitFor();
      const codes = await page.locator('.codes code').allInnerTexts();
      expect(codes.length).toBe(8);
      await page.getByRole('button', { name: say('Sudah saya simpan') }).click();
      await page.getByText(say('Terpasang sejak')).waitFor();

      const other = await visits.arrive({ size, language });
      other.expectErrors(/status of 40[13]/);
      await other.go('/masuk');
      await other.page.locator('input[name="login"]').fill(login);
      await other.page.locator('input[name="password"]').fill(PASSWORD);
      await other.page.keyboard.press('Enter');
      await other.page.locator('input[name="code"]').fill(codes[0] ?? '');
      await other.page.keyboard.press('Enter');
      await other.page.waitForURL('**/beranda');

      await letStepUpPass(login);
      await other.go('/akun/pengaman');
      await other.page.getByRole('button', { name: say('Lepas pengaman') }).click();
      await other.page.getByRole('button', { name: say('Ya, lanjutkan') }).click();
      // A password is not enough of who has an authenticator, and the dialog says so.
      await prove(other, PASSWORD);
      await other.page.getByLabel(say('Enam angka dari aplikasi pengaman, atau kode cadangan')).waitFor();
      await prove(other, codes[1] ?? '');
      await other.page.getByRole('button', { name: say('Pasang pengaman') }).waitFor();
    },
  );

  it.each(readers)(
    'lists where it is signed in, ends one of them, and that device keeps nothing it could read ($size, $language)',
    async ({ size, language, place }) => {
      const login = loginAt(6 + place);
      const lost = await visits.arrive({ size, language, keeps: true });
      const { say } = lost;
      await lost.signIn(login);
      await lost.page.evaluate('navigator.serviceWorker.ready');
      await lost.go('/beranda');
      await lost.go('/tagihan');
      const own = await visits.arrive({ size, language });
      await own.signIn(login);
      await own.go('/akun/perangkat');
      await own.page.getByText(say('Perangkat ini')).waitFor();
      expect(await faultsOf(own)).toEqual([]);
      await own.page.getByText('Chrome, Linux').first().waitFor();
      const endOther = own.page.getByRole('button', {
        name: language === 'id' ? /^Keluarkan ?: Chrome/ : /^Sign out ?: Chrome/,
      });
      await endOther.click();
      await endOther.waitFor({ state: 'detached' });

      lost.expectErrors(/status of 401/);
      await lost.page.goto(`${river.baseUrl}/beranda`);
      await lost.page.getByText(say('Sesi Anda sudah berakhir')).waitFor();
      const left = await until('the session is wiped from the phone', async () => {
        const names = await lost.page.evaluate<string[]>(`(async () => [
        ...Object.keys(localStorage),
        ...(await caches.keys()).filter((name) => name.includes('session')),
      ])()`);
        return names.length === 0 ? names : undefined;
      });
      expect(left).toEqual([]);

      await own.page.getByRole('button', { name: say('Keluarkan semua, termasuk ini') }).click();
      await own.page.getByRole('button', { name: say('Ya, lanjutkan') }).click();
      await own.page.waitForURL('**/masuk');
    },
  );

  it('is signed out of every tab of a phone at once', async () => {
    const visitor = await visits.arrive();
    const { page, context, go } = visitor;
    await visitor.signIn(loginAt(8));
    const second = await context.newPage();
    await second.goto(`${river.baseUrl}/kotak-keluar`);
    await second.getByText('Kotak keluar kosong').waitFor();
    await go('/akun');
    await page.getByRole('button', { name: 'Keluar' }).click();
    await page.waitForURL((url) => url.pathname === '/');
    await second.getByText('Masuk dulu').first().waitFor();
    // Nothing that the second tab holds keeps the first from working again.
    await visitor.signIn(loginAt(8));
    await go('/kotak-keluar');
    await page.getByText('Kotak keluar kosong').waitFor();
  });

  it.each([
    { size: 'phone', language: 'id', login: 'observer' },
    { size: 'desktop', language: 'en', login: 'organiser-treasurer' },
  ] as const)(
    'gives its data out and erases them, with a proof of who asks ($size, $language)',
    async ({ size, language, login }) => {
      const visitor = await visits.arrive({ size, language });
      const { page, go, say } = visitor;
      await visitor.signIn(login);
      await letStepUpPass(login);
      visitor.expectErrors(/status of 403/, /status of 422/);
      await go('/akun/data');
      await page.getByRole('button', { name: say('Unduh data saya') }).click();
      const download = page.waitForEvent('download');
      await prove(visitor, PASSWORD);
      const path = await (await download).path();
      expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ person: { login }, contact: null });

      const erase = async (typed: string): Promise<void> => {
        await page.locator('input[name="login"]').fill(typed);
        await page.getByRole('button', { name: say('Hapus data saya') }).click();
        await page.getByRole('button', { name: say('Ya, lanjutkan') }).click();
      };
      await erase('orang-lain');
      await page.locator('#isi .notice-danger').waitFor();
      await erase(login);
      await page.waitForURL((url) => url.pathname === '/');
      visitor.expectErrors(/status of 401/);
      await go('/masuk');
      await page.locator('input[name="login"]').fill(login);
      await page.locator('input[name="password"]').fill(PASSWORD);
      await page.keyboard.press('Enter');
      await page.locator('main .notice').waitFor();
    },
  );
});
