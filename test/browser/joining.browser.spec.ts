import { openBrowser, type Visitor, type Visits } from '../support/browser.js';
import { faultsOf } from '../support/look-at-page.js';
import { A_WEEK_AHEAD, anOpenPool } from '../support/given.js';
import { signIn, signInWith, startRiver, type Person, type River } from '../support/river.js';

const OWN_PASSWORD = 'lima sapi hitam di sawah';
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const pdf = (text: string): Buffer => Buffer.from(`%PDF-1.4\n% ${text}\n%%EOF\n`);

/** A koperasi more comes in by an invitation, shows who it is, is checked, and orders; a supplier learns why it is suspended. */
describe('joining', () => {
  let river: River;
  let visits: Visits;
  let officer: Person;
  let chair: Person;

  beforeAll(async () => {
    river = await startRiver();
    officer = await signIn(river, 'organiser-officer');
    chair = await signIn(river, 'organiser-chair');
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
  /** Brings a party in over HTTP, where the way in is not what is tried. */
  const joined = async (party: object, login: string): Promise<Person> => {
    const { code } = (await officer.post(`parties/${officer.partyId}/invitations`, { party })).body as {
      code: string;
    };
    await officer.post('invitations/accept', { code, login, name: 'Siti Pengurus', password: OWN_PASSWORD });
    return signInWith(river, login, OWN_PASSWORD);
  };

  const readers = [
    { size: 'phone', language: 'id', nth: 1, name: 'Dua' },
    { size: 'desktop', language: 'en', nth: 2, name: 'Tiga' },
  ] as const;

  it.each(readers)(
    'takes a koperasi from its invitation over its documents to its first order ($size, $language)',
    async ({ size, language, nth, name }) => {
      const { poolId } = await anOpenPool(officer, {
        packs: ['BERAS-MEDIUM/XSA50'],
        ...A_WEEK_AHEAD,
      });

      // The organiser invites it.
      const organiser = await visits.arrive({ size, language });
      const { say } = organiser;
      const koperasi = `KKMP Bandar Lor ${name}`;
      const deed = say('Akta pendirian', 'Deed of establishment');
      await organiser.arriveSignedIn('organiser-officer');
      await organiser.go('/pihak');
      await organiser.follow(say('Undang pihak baru'));
      await organiser.page.getByLabel(say('Nama pihak')).fill(koperasi);
      await organiser.page.getByLabel(say('Kecamatan')).selectOption({ index: nth });
      await organiser.page.getByLabel(say('Kelurahan atau desa')).selectOption({ index: 1 });
      await isWell(organiser);
      await organiser.page.getByRole('button', { name: say('Buat undangan') }).click();
      const share = organiser.page.getByRole('link', { name: say('Kirim lewat WhatsApp') });
      const text = new URL((await share.getAttribute('href')) ?? '').searchParams.get('text') ?? '';
      expect(text).toContain(koperasi);
      const link = /(\S+\/undangan#\S+)/.exec(text)?.[1] ?? '';
      await isWell(organiser);

      // Its chair comes in on a phone.
      const phone = await visits.arrive({ size, language });
      await phone.page.goto(link);
      await phone.page.getByRole('heading', { name: say(' mengundang Anda', ' invites you') }).waitFor();
      await isWell(phone);
      await phone.page.getByLabel(say('Nama lengkap Anda')).fill('Siti Rahayu');
      await phone.page.getByLabel(say('Nama masuk')).fill(`siti.bandar.${size}`);
      await phone.page.getByLabel(say('Kata sandi baru')).fill(OWN_PASSWORD);
      await phone.page.getByRole('button', { name: say('Masuk dan mulai') }).click();
      await phone.page.getByText(say('Anda sudah bisa memesan. Yang di bawah ini menyusul saja.')).waitFor();
      await isWell(phone);

      // It photographs what is asked for.
      await phone.follow(phone.page.getByRole('link', { name: say`Unggah ${deed}` }).first());
      await phone.page.getByRole('heading', { name: say('Yang diminta') }).waitFor();
      await phone.page.locator('details[open] input[type="file"]').setInputFiles({
        ...{ name: 'akta.png', mimeType: 'image/png', buffer: PNG },
      });
      await phone.page
        .locator('details[open]')
        .getByRole('button', { name: say('Kirim dokumen') })
        .click();
      await phone.page.locator('.badge', { hasText: say('menunggu diperiksa') }).waitFor();
      await isWell(phone);

      // The organiser is told, opens it and accepts it.
      await organiser.go('/beranda');
      await organiser.follow(
        organiser.page
          .locator('.ask', { hasText: say('Satu pihak menunggu Anda periksa') })
          .getByRole('link', { name: say('Lihat dan periksa') }),
      );
      await organiser.page.getByRole('button', { name: `${say('Buka')} akta.png` }).click();
      await organiser.page.getByRole('img', { name: say`Foto ${deed}` }).waitFor();
      await organiser.page
        .getByLabel(say('Berlaku sampai (kosongkan kalau tidak ada batasnya)'))
        .fill('2099-12-31');
      await isWell(organiser);
      await organiser.page.getByRole('button', { name: say('Terima'), exact: true }).click();
      await organiser.page.locator('.badge', { hasText: say('diterima') }).waitFor();
      await phone.go('/dokumen');
      await phone.page.getByText(say('Berlaku sampai 31 Des 2099', 'Holds until 31 Dec 2099')).waitFor();

      // It orders in the open pool.
      await phone.go(`/putaran/${poolId}/pesan`);
      await phone.page.locator('.stepper input').first().fill('30');
      await phone.page.getByText(say('Paling banyak yang dibayar')).waitFor();
      await phone.page.getByRole('button', { name: say('Kirim pesanan') }).click();
      await phone.page.getByRole('heading', { name: say('Pesanan diterima') }).waitFor();
      const { rows } = await river.database.owner.query<{ name: string; packs: number }>(
        `SELECT party.name, quantity_packs::int AS packs FROM commitment_line
       JOIN party ON party.id = koperasi_id WHERE pool_id = $1 AND commitment_line.state = 'active'`,
        [poolId],
      );
      expect(rows).toEqual([{ name: koperasi, packs: 30 }]);
    },
  );

  it.each(readers)(
    'brings a second person in, whose access its chair ends ($size, $language)',
    async ({ size, language, nth, name }) => {
      const [login, secondLogin] = [`ketua.orang.${nth}`, `bendahara.orang.${nth}`];
      const ketua = await joined(
        { kind: 'koperasi', name: `KKMP ${name} Orang`, regionCode: `35.71.01.100${nth}` },
        login,
      );
      const phone = await visits.arrive({ size, language });
      const { say } = phone;
      await phone.arriveSignedIn(login, OWN_PASSWORD);
      await phone.go('/orang');
      await phone.page.getByRole('checkbox', { name: say('Bendahara') }).check();
      await phone.page.getByRole('checkbox', { name: say('Pengurus') }).uncheck();
      await phone.page.getByRole('button', { name: say('Buat undangan') }).click();
      const share = phone.page.getByRole('link', { name: say('Kirim lewat WhatsApp') });
      const text = new URL((await share.getAttribute('href')) ?? '').searchParams.get('text') ?? '';
      const code = /undangan#(\S+)/.exec(text)?.[1] ?? '';
      await ketua.post('invitations/accept', {
        ...{ code, login: secondLogin, name: 'Budi Santoso', password: OWN_PASSWORD },
      });
      await phone.go('/orang');
      const card = phone.page.locator('article', { hasText: 'Budi Santoso' });
      await card.getByText(say`Atur ${'Budi Santoso'}`).click();
      await card.getByLabel(say('Gudang')).check();
      await isWell(phone);
      await card.getByRole('button', { name: say('Simpan') }).click();
      await card.getByText(`${say('Bendahara')}, ${say('Gudang')}`).waitFor();

      // What the chair proposes the treasurer approves; until it has cooled off the chair may stop it.
      await phone.go('/rekening-bank');
      await phone.page.getByLabel(say('Nomor rekening')).fill('0123456789');
      await phone.page.getByLabel(say('Atas nama', 'In the name of')).fill(`KKMP ${name} Orang`);
      await phone.page.getByRole('button', { name: say('Usulkan rekening ini') }).click();
      await phone.page.getByText('Budi Santoso').waitFor();
      const second = await visits.arrive({ size, language });
      await second.arriveSignedIn(secondLogin, OWN_PASSWORD);
      await second.go('/rekening-bank');
      await second.page.getByRole('button', { name: say('Setujui') }).click();
      await second.page.locator('.badge', { hasText: say('masa tunggu') }).waitFor();
      await isWell(second);

      await phone.go('/orang');
      await card.getByText(say`Atur ${'Budi Santoso'}`).click();
      await card.getByRole('button', { name: say('Tutup aksesnya') }).click();
      await card.getByRole('button', { name: say('Ya, lanjutkan') }).click();
      await card.locator('.badge', { hasText: say('tidak bisa masuk') }).waitFor();
      expect(
        (await signInWith(river, secondLogin, OWN_PASSWORD).catch(() => undefined))?.token,
      ).toBeUndefined();
    },
  );

  it.each(readers)(
    'shows a supplier what was refused and why, and why it is suspended ($size, $language)',
    async ({ size, language, nth, name }) => {
      const login = `beras.baru.${nth}`;
      const supplier = await joined(
        { kind: 'supplier', name: `PT Beras ${name}`, regionCode: '35.71.02' },
        login,
      );
      const path = `parties/${supplier.partyId}`;
      const ids: string[] = [];
      for (const kind of ['nib', 'npwp', 'bank-reference']) {
        const answer = await fetch(
          `${river.baseUrl}/api/v1/${path}/documents?kind=${kind}&name=${kind}.pdf`,
          {
            method: 'POST',
            headers: { authorization: `Bearer ${supplier.token}`, 'content-type': 'application/pdf' },
            body: new Uint8Array(pdf(kind)),
          },
        );
        ids.push(((await answer.json()) as { id: string }).id);
      }
      const judge = await visits.arrive({ size, language });
      const { say } = judge;
      await judge.arriveSignedIn('organiser-chair');
      await judge.go(`/pihak/${supplier.partyId}`);
      const first = judge.page.locator('article', { hasText: 'NIB' });
      await first.getByRole('button', { name: say('Tolak') }).click();
      await first.getByLabel(say('Alasan penolakan')).fill('nomornya kabur');
      await first.getByRole('button', { name: say('Tolak') }).click();
      await first.locator('.badge', { hasText: say('ditolak') }).waitFor();

      const phone = await visits.arrive({ size, language });
      await phone.arriveSignedIn(login, OWN_PASSWORD);
      await phone.go('/beranda');
      await phone.page.locator('.ask', { hasText: say('Anda belum bisa menawarkan') }).waitFor();
      await phone.go('/mulai');
      await phone.page
        .getByText(say`Ditolak: ${'nomornya kabur'}`)
        .first()
        .waitFor();
      await isWell(phone);

      for (const id of ids.slice(1)) await chair.post(`${path}/documents/${id}/accept`, {});
      const again = await fetch(`${river.baseUrl}/api/v1/${path}/documents?kind=nib&name=nib.pdf`, {
        method: 'POST',
        headers: { authorization: `Bearer ${supplier.token}`, 'content-type': 'application/pdf' },
        body: new Uint8Array(pdf('nib terbaca')),
      });
      await chair.post(`${path}/documents/${((await again.json()) as { id: string }).id}/accept`, {});
      await judge.go(`/pihak/${supplier.partyId}`);
      await judge.page.getByRole('button', { name: say('Izinkan menawarkan') }).click();
      await judge.page.locator('.title-row .badge', { hasText: say('aktif') }).waitFor();
      await judge.page.getByText(say('Bekukan pihak ini')).first().click();
      await judge.page.getByLabel(say('Alasan pembekuan')).fill('izin usaha dicabut');
      await judge.page.getByRole('button', { name: say('Bekukan pihak ini') }).click();
      await judge.page.getByRole('button', { name: say('Ya, lanjutkan') }).click();
      await judge.page.locator('.title-row .badge', { hasText: say('dibekukan') }).waitFor();
      await isWell(judge);

      await phone.go('/beranda');
      await phone.page
        .locator('.ask', { hasText: say('Alasannya: izin usaha dicabut', 'Why: izin usaha dicabut') })
        .waitFor();
      await isWell(phone);
      await judge.page.getByRole('button', { name: say('Aktifkan lagi') }).click();
      await judge.page.locator('.title-row .badge', { hasText: say('aktif') }).waitFor();
    },
  );

  it.each(readers)(
    'gives a koperasi its next chair and another store by two people of the organiser ($size, $language)',
    async ({ size, language, nth, name }) => {
      const koperasi = await joined(
        { kind: 'koperasi', name: `KKMP ${name} Tanpa Ketua`, regionCode: `35.71.02.100${nth}` },
        `ketua.lama.${nth}`,
      );
      await river.database.owner.query('UPDATE person SET disabled_at = now() WHERE id = $1', [
        koperasi.personId,
      ]);
      const path = `/pihak/${koperasi.partyId}`;
      const first = await visits.arrive({ size, language });
      const { say } = first;
      await first.arriveSignedIn('organiser-officer');
      await first.go('/pihak');
      await first.page.getByText(say('Tidak punya ketua lagi')).first().waitFor();
      await first.go(path);
      await first.page.getByLabel(say('Mengapa perlu ketua baru')).fill('Ketuanya pindah kota.');
      await first.page.getByRole('button', { name: say('Usulkan ketua baru') }).click();
      await first.page.getByText(say('Menunggu orang kedua')).first().waitFor();
      await first.page.getByText(say('Ubah catatan gudang')).click();
      await first.page.getByLabel(say('Muat gudangnya')).fill('8000');
      await first.page.getByLabel(say('Alasannya')).fill('Dilihat sendiri.');
      await isWell(first);
      await first.page.getByRole('button', { name: say('Usulkan perubahan') }).click();
      await first.page.getByText(say`Gudangnya muat ${say('8.000', '8,000')} kg.`).waitFor();

      const second = await visits.arrive({ size, language });
      await second.arriveSignedIn('organiser-chair');
      await second.go(path);
      await second.page.getByText(say('Ubah catatan gudang')).click();
      await second.page.getByText(say('Diusulkan:', 'Proposed:')).waitFor();
      await isWell(second);
      await second.page
        .getByRole('button', { name: say('Setujui') })
        .first()
        .click();
      await second.page.getByRole('button', { name: say('Buat undangan untuk ketua baru') }).click();
      await second.page.getByText(say('Undangan siap dikirim')).waitFor();
      await isWell(second);
      await second.go('/keputusan');
      const title = `${say('Catatan gudang')} · KKMP ${name} Tanpa Ketua`;
      await second.page.getByRole('heading', { name: title }).waitFor();
      await isWell(second);
      await second.page
        .getByRole('button', { name: say('Setujui') })
        .first()
        .click();
      await second.page.getByText(say('Menunggu keputusan Anda')).first().waitFor({ state: 'detached' });
      const { rows } = await river.database.owner.query('SELECT storage_kg FROM party WHERE id = $1', [
        koperasi.partyId,
      ]);
      expect(rows).toEqual([{ storage_kg: 8_000 }]);
    },
  );
});
