import type { Words } from '../kernel/words.js';
import type { Distribution } from './distribution.js';

/**
 * What a koperasi must know of a distributed item before it commits, in plain words of both languages.
 *
 *   Rp11000, quota 40, stock 100, 20 at once, "Gudang Bulog Mrican"
 *   -> "Harga tetap Rp11000 per satuan dasar. Tiap koperasi mendapat paling banyak 40 kemasan dalam putaran ini, …"
 */
export const wordDistribution = (terms: Omit<Distribution, 'supplierId'>): Words => {
  const { priceRpPerUnit, quotaPerBuyerPacks, stockPacks, maxPerPickupPacks, pickupPlace } = terms;
  const stock =
    stockPacks === null
      ? { id: '', en: '' }
      : {
          id: ` Stok ${stockPacks} kemasan; bila kurang, dibagi menurut aturan pembagian putaran ini.`,
          en: ` Stock is ${stockPacks} packs; if that is too little it is shared by this pool's rationing rule.`,
        };
  const atOnce =
    maxPerPickupPacks === null
      ? { id: '', en: '' }
      : {
          id: `, paling banyak ${maxPerPickupPacks} kemasan sekali ambil`,
          en: `, at most ${maxPerPickupPacks} packs at once`,
        };
  return {
    id:
      `Harga tetap Rp${priceRpPerUnit} per satuan dasar. ` +
      `Tiap koperasi mendapat paling banyak ${quotaPerBuyerPacks} kemasan dalam putaran ini, semua pesanannya ` +
      `dan pesanan dapur mitranya dijumlahkan; pesanan di atas itu ditolak.${stock.id} ` +
      `Diambil di ${pickupPlace}${atOnce.id}.`,
    en:
      `Fixed price Rp${priceRpPerUnit} per base unit. ` +
      `Each koperasi gets at most ${quotaPerBuyerPacks} packs in this pool, all its lines and those of its ` +
      `kitchens together; asking for more is refused.${stock.en} ` +
      `Picked up at ${pickupPlace}${atOnce.en}.`,
  };
};
