import { refusals } from '../kernel/refuse.js';

export const refuseCatalog = refusals({
  COMMODITY_NOT_FOUND: {
    status: 404,
    id: 'Komoditas ini tidak ada di katalog.',
    en: 'The catalog has no such commodity.',
  },
  UNIT_UNKNOWN: { status: 422, id: 'Satuan {unit} tidak dikenal.', en: 'The unit {unit} is not known.' },
  UNIT_IS_NO_MEASURE: {
    status: 422,
    id: 'Harga acuan harus per kg, liter atau satuan hitung, bukan per {unit}.',
    en: 'A reference price is per kg, litre or piece, not per {unit}.',
  },
  LOWEST_ABOVE_HIGHEST: {
    status: 422,
    id: 'Harga terendah tidak boleh melebihi harga tertinggi.',
    en: 'The lowest price must not exceed the highest.',
  },
  PRICE_REFERENCE_EXISTS: {
    status: 409,
    id: 'Harga acuan {code} untuk zona, tingkat dan tanggal ini sudah dicatat; harga baru berlaku mulai tanggal lain.',
    en: 'The reference price {code} is recorded for this zone, level and day; a new price begins on another day.',
  },
});
