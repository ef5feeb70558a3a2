import { plainText } from '../kernel/plain-text.js';
import { layOutRequest, type RequestRow, type SupplyRequest } from './lay-out-request.js';

const row = (koperasiName: string, packs: number, change: Partial<RequestRow> = {}): RequestRow => ({
  regionCode: '35.71.01.1001',
  koperasiName,
  nikKoperasi: null,
  districtName: 'Mojoroto',
  packs,
  pickups: 1,
  neededBy: '2026-12-02',
  ...change,
});
const request = (rows: readonly RequestRow[], change: Partial<SupplyRequest> = {}): SupplyRequest => ({
  poolTitle: 'Putaran uji',
  organiserName: 'Forum',
  supplierName: 'Bulog',
  lotId: 'lot-1',
  itemNameId: 'Beras SPHP',
  itemNameEn: 'SPHP rice',
  packNameId: 'Karung 50 kg',
  packSizeMilli: 50_000,
  unitLabel: 'kg',
  priceRpPerUnit: 11_000,
  pickupPlace: 'Gudang Mrican',
  rows,
  ...change,
});

describe('laying out a request', () => {
  it('has a row per koperasi by region, with its kilograms and rupiah, and their totals', () => {
    const sheet = layOutRequest(
      request([row('Maju', 3, { regionCode: '35.71.02.1001', pickups: 2 }), row('Jaya', 20)]),
    );
    expect(sheet.headings.map((heading) => heading[8])).toEqual(['Jumlah (kg)', 'Quantity (kg)']);
    expect(sheet.rows.map((cells) => [cells[0], cells[2], ...cells.slice(7, 14)])).toEqual([
      [1, 'Jaya', 20, 1_000, 11_000, 11_000_000, 'Gudang Mrican', 1, '2026-12-02'],
      [2, 'Maju', 3, 150, 11_000, 1_650_000, 'Gudang Mrican', 2, '2026-12-02'],
    ]);
    expect([sheet.totals[7], sheet.totals[8], sheet.totals[10], sheet.totals[12]]).toEqual([
      23, 1_150, 12_650_000, 3,
    ]);
    for (const cells of [...sheet.headings, ...sheet.rows]) expect(cells).toHaveLength(sheet.totals.length);
  });

  it('is the same in whatever order the rows come', () => {
    const rows = [row('B', 1), row('A', 2), row('A', 1), row('C', 1, { regionCode: null })];
    expect(layOutRequest(request([...rows].reverse()))).toEqual(layOutRequest(request(rows)));
  });

  it.each(['=1+1', '+62', '-1', '@SUM(A1)', '\t=1', ' =1'])('makes %j plain text', (text) => {
    expect(plainText(text)).toBe(`'${text}`);
    const [cells] = layOutRequest(request([row(text, 1)], { pickupPlace: text })).rows;
    expect([cells?.[2], cells?.[11]]).toEqual([`'${text}`, `'${text}`]);
  });

  it('leaves other names as they are', () => {
    expect(plainText('Koperasi A=B - 1')).toBe('Koperasi A=B - 1');
  });
});
