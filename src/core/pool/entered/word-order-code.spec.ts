import { wordOrderCode } from './word-order-code.js';

describe('the message with a code', () => {
  it('says who wrote which order down, in both languages, and what the code does', () => {
    const text = wordOrderCode({
      code: '1234 5678',
      organiserName: 'Forum Bogor',
      poolTitle: 'Putaran Desember',
      lines: [
        { quantityPacks: 40, name: { id: 'Beras medium', en: 'Medium rice' } },
        { quantityPacks: 2, name: { id: 'Gula', en: 'Sugar' } },
      ],
    });
    const [id, en] = text.split('\n');
    expect(id).toContain('40 kemasan Beras medium, 2 kemasan Gula');
    expect(id).toContain('bacakan kode 1234 5678');
    expect(en).toContain('40 packs of Medium rice, 2 packs of Sugar');
    expect(en).toContain('read the code 1234 5678');
    for (const part of [id, en]) expect(part).toContain('Forum Bogor');
  });
});
