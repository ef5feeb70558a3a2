import { layOutOrder, type OrderPaper } from './lay-out-order.js';

const paper: OrderPaper = {
  number: 'PO/2026/000012',
  poolTitle: 'Putaran Demo',
  buyerName: 'KDKMP Demo',
  sellerName: 'Pemasok Demo',
  receiverName: 'KDKMP Demo',
  issuedOn: '2026-12-01',
  changedOn: null,
  revision: 1,
  state: 'issued',
  amountRp: 1_110_500,
  lines: [
    {
      goods: 'Minyak goreng',
      isFixedCharge: false,
      packs: 10,
      packName: 'karton',
      priceRpPerUnit: 9_250,
      unitName: 'liter',
      amountRp: 1_110_000,
      taxCode: 'ppn',
      baseRp: 916_666,
      taxRp: 110_000,
    },
    {
      goods: 'Beras medium',
      isFixedCharge: true,
      packs: 1,
      packName: 'sak',
      priceRpPerUnit: 0,
      unitName: 'kg',
      amountRp: 500,
      taxCode: 'exempt',
      baseRp: 0,
      taxRp: 0,
    },
  ],
};
const text = (laidOut: unknown): string => JSON.stringify(laidOut);

describe('a purchase order on paper', () => {
  it('says number, parties, goods, prices, tax and the amount in words', () => {
    const said = text(layOutOrder(paper));
    for (const part of [
      'PO/2026/000012',
      '10 karton',
      'Rp9.250/liter',
      'Biaya tetap',
      'Rp110.000',
      'Rp1.110.500',
    ])
      expect(said).toContain(part);
    expect(said).toContain('satu juta seratus sepuluh ribu lima ratus rupiah');
    expect(said).not.toContain('Perubahan');
  });

  it('says that it changed, and that nothing may be sent while it is held', () => {
    const said = text(layOutOrder({ ...paper, revision: 2, changedOn: '2026-12-02', state: 'held' }));
    expect(said).toContain('1, 2 Desember 2026');
    expect(said).toContain('jangan kirim dulu');
  });
});
