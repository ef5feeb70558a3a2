import { wordDistribution } from './word-distribution.js';

const terms = {
  priceRpPerUnit: 11_000,
  quotaPerBuyerPacks: 40,
  stockPacks: 1_360,
  maxPerPickupPacks: 20,
  pickupPlace: 'Gudang Mrican',
};

describe('wording a distributed item', () => {
  it('says price, quota, stock, place and the most at once in both languages', () => {
    expect(wordDistribution(terms, 'KGM')).toEqual({
      id:
        'Harga tetap Rp11.000 per kg. Tiap koperasi mendapat paling banyak 40 kemasan dalam putaran ini, ' +
        'semua pesanannya dan pesanan dapur mitranya dijumlahkan; pesanan di atas itu ditolak. ' +
        'Stok 1.360 kemasan; bila kurang, dibagi menurut aturan pembagian putaran ini. ' +
        'Diambil di Gudang Mrican, paling banyak 20 kemasan sekali ambil.',
      en:
        'Fixed price Rp11,000 per kg. Each koperasi gets at most 40 packs in this pool, all its lines and ' +
        'those of its kitchens together; asking for more is refused. ' +
        "Stock is 1,360 packs; if that is too little it is shared by this pool's rationing rule. " +
        'Picked up at Gudang Mrican, at most 20 packs at once.',
    });
  });

  it('does not speak of limits there are none of', () => {
    const { id, en } = wordDistribution({ ...terms, stockPacks: null, maxPerPickupPacks: null }, 'KGM');
    expect(id).not.toMatch(/Stok|sekali ambil/);
    expect(en).not.toMatch(/Stock|at once/);
  });
});
