import { depositText, groupText, reminderText, whatsAppLink, type DeskFacts } from './desk-texts.js';

const facts: DeskFacts = {
  pool: {
    id: '1',
    title: 'Belanja minggu 48',
    closesAt: '2026-11-26T10:00:00Z',
    organiserName: 'Forum KKMP Kota Bogor (demo)',
    side: 'buy',
    deposit: { rateBps: 1_000, forfeit: 'none', returnDays: 7, graceS: 900 },
  },
  items: [
    {
      commodityNameId: 'Beras medium',
      commodityNameEn: 'Medium rice',
      packCode: 'BERAS-MEDIUM/XSA50',
      baseUnit: 'KGM',
      committedPacks: 1_250,
      guaranteedRpPerUnit: 11_900,
      ceilingRpPerUnit: 12_800,
    },
  ],
  inCount: 45,
  allCount: 68,
  orderUrl: 'https://contoh.id/putaran/1/pesan',
};

describe('messages of the close-day desk', () => {
  it('tells the group how the pool stands, and where to order', () => {
    expect(groupText(facts, 'id').split('\n')).toEqual([
      '*Belanja minggu 48*',
      'Ditutup Kamis, 26 November pukul 17.00 WIB.',
      'Sudah memesan: 45 dari 68 koperasi. Terkumpul:',
      '- Beras medium: 1.250 karung, sudah pasti paling tinggi Rp11.900/kg',
      'Uang muka 10% dibayar sebelum putaran ditutup.',
      'Yang belum, silakan pesan di sini: https://contoh.id/putaran/1/pesan',
      'Forum KKMP Kota Bogor (demo)',
    ]);
    expect(groupText(facts, 'en')).toContain('1,250 sacks, certain already at most Rp11.900/kg');
  });

  it('says the limit where no price is certain yet, and nothing of a deposit that is not asked for', () => {
    const [item] = facts.items;
    const plain: DeskFacts = {
      ...facts,
      pool: { ...facts.pool, deposit: { ...facts.pool.deposit, rateBps: 0 } },
      items: item === undefined ? [] : [{ ...item, guaranteedRpPerUnit: null }],
    };
    const text = reminderText('KKMP Batutulis', plain, 'id');
    expect(text).toContain('Yth. pengurus KKMP Batutulis');
    expect(text).toContain('paling tinggi Rp12.800/kg');
    expect(text).not.toContain('Uang muka');
  });

  it('says what is missing of a deposit', () => {
    expect(depositText('KKMP Batutulis', 1_250_000, facts, 'id', 'https://contoh.id/uang-muka')).toContain(
      'masih kurang Rp1.250.000. Mohon dibayar sebelum Kamis, 26 November pukul 17.00 WIB',
    );
  });

  it('goes to WhatsApp as it is written', () => {
    const link = whatsAppLink('Rp1.000 & *tebal*\nbaris kedua');
    expect(link).toBe('https://wa.me/?text=Rp1.000%20%26%20*tebal*%0Abaris%20kedua');
  });
});
