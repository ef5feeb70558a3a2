import { layOutInvoice, type InvoicePaper } from './lay-out-invoice.js';

const paper: InvoicePaper = {
  number: 'INV/2026/000007',
  poolTitle: 'Putaran demo',
  issuerName: 'Pemasok Demo',
  payerName: 'Koperasi Demo',
  issuedOn: '2026-11-22',
  receivedOn: '2026-11-22',
  deliveryNote: 'SJ-1',
  amountRp: 1_110_000,
  requestedRp: 1_200_000,
  creditedRp: 90_000,
  creditNumber: 'NK/2026/000001',
  lines: [
    {
      goods: 'Minyak goreng',
      packs: 5,
      packName: 'dus',
      baseUnit: 'LTR',
      priceRpPerUnit: 15_417,
      amountRp: 1_110_000,
      taxCode: 'ppn',
      baseRp: 916_666,
      taxRp: 110_000,
      freightRp: 0,
      fixedRp: 0,
      feeRp: 0,
    },
  ],
  balances: [],
  covers: [{ kind: 'deposit', amountRp: 200_000 }],
};

const text = (of: InvoicePaper): string => JSON.stringify(layOutInvoice(of));

describe('an invoice as paper', () => {
  it('says the amount in figures and in words, its tax, and what it was settled with', () => {
    for (const part of [
      'Faktur INV/2026/000007',
      'satu juta seratus sepuluh ribu rupiah',
      'Rp1.110.000',
      'Rp15.417/liter',
      'Rp916.666',
      'Rp110.000',
      'NK/2026/000001',
      'Uang muka dipakai',
    ])
      expect(text(paper)).toContain(part);
  });

  it('leaves tax out where there is none, and names when a balance falls due', () => {
    const lines = paper.lines.map((line) => ({ ...line, taxCode: 'exempt' as const, baseRp: 0, taxRp: 0 }));
    const plain = text({ ...paper, lines, balances: [{ amountRp: 5, dueOn: '2026-12-06' }] });
    expect(plain).not.toContain('Termasuk PPN');
    expect(plain).toContain('dibebaskan');
    expect(plain).toContain('6 Desember 2026');
    // No columns that say nothing.
    expect(plain).not.toContain('DPP');
  });
});
