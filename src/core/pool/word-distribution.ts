import { nameUnit } from '../catalog/name-unit.js';
import type { Words } from '../kernel/words.js';
import type { Distribution } from './distribution.js';

const whole = { id: new Intl.NumberFormat('id-ID'), en: new Intl.NumberFormat('en-US') } as const;

/**
 * What a koperasi must know of a distributed item before it commits, in plain words of both languages.
 *
 *   Rp11000, quota 40, stock 100, 20 at once, KGM, "Gudang Bulog Mrican"
 *   -> "Harga tetap Rp11.000 per kg. Tiap koperasi mendapat paling banyak 40 kemasan dalam putaran ini, …"
 */
export const wordDistribution = (terms: Omit<Distribution, 'supplierId'>, baseUnit: string): Words => {
  const unit = nameUnit(baseUnit);
  const { priceRpPerUnit, quotaPerBuyerPacks, stockPacks, maxPerPickupPacks, pickupPlace } = terms;
  const stock =
    stockPacks === null
      ? { id: '', en: '' }
      : {
          id: ` Stok ${whole.id.format(stockPacks)} kemasan; bila kurang, dibagi menurut aturan pembagian putaran ini.`,
          en: ` Stock is ${whole.en.format(stockPacks)} packs; if that is too little it is shared by this pool's rationing rule.`,
        };
  const atOnce =
    maxPerPickupPacks === null
      ? { id: '', en: '' }
      : {
          id: `, paling banyak ${whole.id.format(maxPerPickupPacks)} kemasan sekali ambil`,
          en: `, at most ${whole.en.format(maxPerPickupPacks)} packs at once`,
        };
  return {
    id:
      `Harga tetap Rp${whole.id.format(priceRpPerUnit)} per ${unit.id}. ` +
      `Tiap koperasi mendapat paling banyak ${whole.id.format(quotaPerBuyerPacks)} kemasan dalam putaran ini, semua pesanannya ` +
      `dan pesanan dapur mitranya dijumlahkan; pesanan di atas itu ditolak.${stock.id} ` +
      `Diambil di ${pickupPlace}${atOnce.id}.`,
    en:
      `Fixed price Rp${whole.en.format(priceRpPerUnit)} per ${unit.en}. ` +
      `Each koperasi gets at most ${whole.en.format(quotaPerBuyerPacks)} packs in this pool, all its lines and those of its ` +
      `kitchens together; asking for more is refused.${stock.en} ` +
      `Picked up at ${pickupPlace}${atOnce.en}.`,
  };
};
