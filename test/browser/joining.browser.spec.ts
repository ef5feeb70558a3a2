import { openBrowser, type Visitor, type Visits } from '../support/browser.js';
import { axeFindsInBothThemes, overflowOf } from '../support/look-at-page.js';
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

  const isWell = async ({ page }: Pick<Visitor, 'page'>): Promise<void> => {
    expect(await axeFindsInBothThemes(page)).toEqual([]);
    expect(await overflowOf(page)).toEqual([]);
  };
  /** Brings a party in over HTTP, where the way in is not what is tried. */
  const joined = async (party: object, login: string): Promise<Person> => {
    const { code } = (await officer.post(`parties/${officer.partyId}/invitations`, { party })).body as {
      code: string;
    };
    await officer.post('invitations/accept', { code, login, name: 'Siti Pengurus', password: OWN_PASSWORD });
    return signInWith(river, login, OWN_PASSWORD);
  };

  it('takes a koperasi from its invitation over its documents to its first order', async () => {
    const { poolId } = await anOpenPool(officer, {
      packs: ['BERAS-MEDIUM/XSA50'],
      ...A_WEEK_AHEAD,
    });

    // The organiser invites it.
    const organiser = await visits.arrive({ size: 'desktop' });
    await organiser.arriveSignedIn('organiser-officer');
    await organiser.go('/pihak');
    await organiser.follow('Undang pihak baru');
    await organiser.page.getByLabel('Nama pihak').fill('KKMP Bandar Lor Dua');
    await organiser.page.getByLabel('Kecamatan').selectOption({ index: 1 });
    await organiser.page.getByLabel('Kelurahan atau desa').selectOption({ index: 1 });
    await isWell(organiser);
    await organiser.page.getByRole('button', { name: 'Buat undangan' }).click();
    const share = organiser.page.getByRole('link', { name: 'Kirim lewat WhatsApp' });
    const text = new URL((await share.getAttribute('href')) ?? '').searchParams.get('text') ?? '';
    expect(text).toContain('KKMP Bandar Lor Dua');
    const link = /(\S+\/undangan#\S+)/.exec(text)?.[1] ?? '';
    await isWell(organiser);

    // Its chair comes in on a phone.
    const phone = await visits.arrive();
    await phone.page.goto(link);
    await phone.page.getByRole('heading', { name: /mengundang Anda/ }).waitFor();
    await isWell(phone);
    await phone.page.getByLabel('Nama lengkap Anda').fill('Siti Rahayu');
    await phone.page.getByLabel('Nama masuk').fill('siti.bandar.dua');
    await phone.page.getByLabel('Kata sandi baru').fill(OWN_PASSWORD);
    await phone.page.getByRole('button', { name: 'Masuk dan mulai' }).click();
    await phone.page.getByText('Anda sudah bisa memesan').waitFor();
    await isWell(phone);

    // It photographs what is asked for.
    await phone.follow(phone.page.getByRole('link', { name: 'Unggah Akta pendirian' }).first());
    await phone.page.getByRole('heading', { name: 'Yang diminta' }).waitFor();
    await phone.page.locator('details[open] input[type="file"]').setInputFiles({
      ...{ name: 'akta.png', mimeType: 'image/png', buffer: PNG },
    });
    await phone.page.locator('details[open]').getByRole('button', { name: 'Kirim dokumen' }).click();
    await phone.page.locator('.badge', { hasText: 'menunggu diperiksa' }).waitFor();
    await isWell(phone);

    // The organiser is told, opens it and accepts it.
    await organiser.go('/beranda');
    await organiser.follow(
      organiser.page
        .locator('.ask', { hasText: 'menunggu Anda periksa' })
        .getByRole('link', { name: 'Lihat dan periksa' }),
    );
    await organiser.page.getByRole('button', { name: 'Buka akta.png' }).click();
    await organiser.page.getByRole('img', { name: 'Foto Akta pendirian' }).waitFor();
    await organiser.page.getByLabel(/Berlaku sampai/).fill('2099-12-31');
    await isWell(organiser);
    await organiser.page.getByRole('button', { name: 'Terima', exact: true }).click();
    await organiser.page.locator('.badge', { hasText: 'diterima' }).waitFor();
    await phone.go('/dokumen');
    await phone.page.getByText('Berlaku sampai 31 Des 2099').waitFor();

    // It orders in the open pool.
    await phone.go(`/putaran/${poolId}/pesan`);
    await phone.page.locator('.stepper input').first().fill('30');
    await phone.page.getByText('Paling banyak yang dibayar').waitFor();
    await phone.page.getByRole('button', { name: 'Kirim pesanan' }).click();
    await phone.page.getByRole('heading', { name: 'Pesanan diterima' }).waitFor();
    const { rows } = await river.database.owner.query<{ name: string; packs: number }>(
      `SELECT party.name, quantity_packs::int AS packs FROM commitment_line
       JOIN party ON party.id = koperasi_id WHERE pool_id = $1 AND commitment_line.state = 'active'`,
      [poolId],
    );
    expect(rows).toEqual([{ name: 'KKMP Bandar Lor Dua', packs: 30 }]);
  });

  it('brings a second person in, whose access its chair ends', async () => {
    const ketua = await joined(
      { kind: 'koperasi', name: 'KKMP Dua Orang', regionCode: '35.71.01.1001' },
      'ketua.dua.orang',
    );
    const phone = await visits.arrive();
    await phone.arriveSignedIn('ketua.dua.orang', OWN_PASSWORD);
    await phone.go('/orang');
    await phone.page.getByRole('checkbox', { name: 'Bendahara' }).check();
    await phone.page.getByRole('checkbox', { name: 'Pengurus' }).uncheck();
    await phone.page.getByRole('button', { name: 'Buat undangan' }).click();
    const share = phone.page.getByRole('link', { name: 'Kirim lewat WhatsApp' });
    const text = new URL((await share.getAttribute('href')) ?? '').searchParams.get('text') ?? '';
    const code = /undangan#(\S+)/.exec(text)?.[1] ?? '';
    await ketua.post('invitations/accept', {
      ...{ code, login: 'bendahara.dua', name: 'Budi Bendahara', password: OWN_PASSWORD },
    });
    await phone.go('/orang');
    const card = phone.page.locator('article', { hasText: 'Budi Bendahara' });
    await card.getByText('Atur Budi Bendahara').click();
    await card.getByLabel('Gudang').check();
    await isWell(phone);
    await card.getByRole('button', { name: 'Simpan' }).click();
    await card.getByText('Bendahara, Gudang').waitFor();

    // What the chair proposes the treasurer approves; until it has cooled off the chair may stop it.
    await phone.go('/rekening-bank');
    await phone.page.getByLabel('Nomor rekening').fill('0123456789');
    await phone.page.getByLabel('Atas nama').fill('KKMP Dua Orang');
    await phone.page.getByRole('button', { name: 'Usulkan rekening ini' }).click();
    await phone.page.getByText('Budi Bendahara').waitFor();
    const second = await visits.arrive();
    await second.arriveSignedIn('bendahara.dua', OWN_PASSWORD);
    await second.go('/rekening-bank');
    await second.page.getByRole('button', { name: 'Setujui' }).click();
    await second.page.locator('.badge', { hasText: 'masa tunggu' }).waitFor();
    await isWell(second);

    await phone.go('/orang');
    await card.getByText('Atur Budi Bendahara').click();
    await card.getByRole('button', { name: 'Tutup aksesnya' }).click();
    await card.getByRole('button', { name: 'Ya, lanjutkan' }).click();
    await card.locator('.badge', { hasText: 'tidak bisa masuk' }).waitFor();
    expect((await signIn(river, 'bendahara.dua').catch(() => undefined))?.token).toBeUndefined();
  });

  it('shows a supplier what was refused and why, and why it is suspended', async () => {
    const supplier = await joined(
      { kind: 'supplier', name: 'PT Beras Baru', regionCode: '35.71.02' },
      'beras.baru',
    );
    const path = `parties/${supplier.partyId}`;
    const ids: string[] = [];
    for (const kind of ['nib', 'npwp', 'bank-reference']) {
      const answer = await fetch(`${river.baseUrl}/api/v1/${path}/documents?kind=${kind}&name=${kind}.pdf`, {
        method: 'POST',
        headers: { authorization: `Bearer ${supplier.token}`, 'content-type': 'application/pdf' },
        body: new Uint8Array(pdf(kind)),
      });
      ids.push(((await answer.json()) as { id: string }).id);
    }
    const judge = await visits.arrive({ size: 'desktop' });
    await judge.arriveSignedIn('organiser-chair');
    await judge.go(`/pihak/${supplier.partyId}`);
    const first = judge.page.locator('article', { hasText: 'NIB' });
    await first.getByRole('button', { name: 'Tolak' }).click();
    await first.getByLabel('Alasan penolakan').fill('nomornya tidak terbaca');
    await first.getByRole('button', { name: 'Tolak' }).click();
    await first.locator('.badge', { hasText: 'ditolak' }).waitFor();

    const phone = await visits.arrive({ language: 'en' });
    await phone.arriveSignedIn('beras.baru', OWN_PASSWORD);
    await phone.go('/beranda');
    await phone.page.locator('.ask', { hasText: 'You cannot offer yet' }).waitFor();
    await phone.go('/mulai');
    await phone.page.getByText('Refused: nomornya tidak terbaca').first().waitFor();
    await isWell(phone);

    for (const id of ids.slice(1)) await chair.post(`${path}/documents/${id}/accept`, {});
    const again = await fetch(`${river.baseUrl}/api/v1/${path}/documents?kind=nib&name=nib.pdf`, {
      method: 'POST',
      headers: { authorization: `Bearer ${supplier.token}`, 'content-type': 'application/pdf' },
      body: new Uint8Array(pdf('nib yang terbaca')),
    });
    await chair.post(`${path}/documents/${((await again.json()) as { id: string }).id}/accept`, {});
    await judge.go(`/pihak/${supplier.partyId}`);
    await judge.page.getByRole('button', { name: 'Izinkan menawarkan' }).click();
    await judge.page.locator('.title-row .badge', { hasText: 'aktif' }).waitFor();
    await judge.page.getByText('Bekukan pihak ini').first().click();
    await judge.page.getByLabel('Alasan pembekuan').fill('izin usaha dicabut');
    await judge.page.getByRole('button', { name: 'Bekukan pihak ini' }).click();
    await judge.page.getByRole('button', { name: 'Ya, lanjutkan' }).click();
    await judge.page.locator('.title-row .badge', { hasText: 'dibekukan' }).waitFor();
    await isWell(judge);

    await phone.go('/beranda');
    await phone.page.locator('.ask', { hasText: 'Why: izin usaha dicabut' }).waitFor();
    await isWell(phone);
    await judge.page.getByRole('button', { name: 'Aktifkan lagi' }).click();
    await judge.page.locator('.title-row .badge', { hasText: 'aktif' }).waitFor();
  });

  it('gives a koperasi its next chair and another store by two people of the organiser', async () => {
    const koperasi = await joined(
      { kind: 'koperasi', name: 'KKMP Tanpa Ketua', regionCode: '35.71.02.1001' },
      'ketua.lama',
    );
    await river.database.owner.query('UPDATE person SET disabled_at = now() WHERE id = $1', [
      koperasi.personId,
    ]);
    const path = `/pihak/${koperasi.partyId}`;
    const first = await visits.arrive();
    await first.arriveSignedIn('organiser-officer');
    await first.go('/pihak');
    await first.page.getByText('Tidak punya ketua lagi').first().waitFor();
    await first.go(path);
    await first.page.getByLabel('Mengapa perlu ketua baru').fill('Ketuanya pindah kota.');
    await first.page.getByRole('button', { name: 'Usulkan ketua baru' }).click();
    await first.page.getByText('Menunggu orang kedua').first().waitFor();
    await first.page.getByText('Ubah catatan gudang').click();
    await first.page.getByLabel('Muat gudangnya').fill('8000');
    await first.page.getByLabel('Alasannya').fill('Dilihat sendiri.');
    await isWell(first);
    await first.page.getByRole('button', { name: 'Usulkan perubahan' }).click();
    await first.page.getByText('Gudangnya muat 8.000 kg.').waitFor();

    const second = await visits.arrive({ size: 'desktop' });
    await second.arriveSignedIn('organiser-chair');
    await second.go(path);
    await second.page.getByText('Ubah catatan gudang').click();
    await second.page.getByText('Diusulkan:').waitFor();
    await isWell(second);
    await second.page.getByRole('button', { name: 'Setujui' }).first().click();
    await second.page.getByRole('button', { name: 'Buat undangan untuk ketua baru' }).click();
    await second.page.getByText('Undangan siap dikirim').waitFor();
    await isWell(second);
    await second.go('/keputusan');
    await second.page.getByRole('heading', { name: 'Catatan gudang · KKMP Tanpa Ketua' }).waitFor();
    await isWell(second);
    await second.page.getByRole('button', { name: 'Setujui' }).first().click();
    await second.page.getByText('Menunggu keputusan Anda').first().waitFor({ state: 'detached' });
    const { rows } = await river.database.owner.query('SELECT storage_kg FROM party WHERE id = $1', [
      koperasi.partyId,
    ]);
    expect(rows).toEqual([{ storage_kg: 8_000 }]);
  });
});
