import { defineWords } from '../words/words.js';

export const tierWords = defineWords({
  id: {
    tiers: 'Harga',
    tiersHint: 'Semakin banyak yang dibeli, semakin murah: tulis mulai berapa kemasan harga itu berlaku.',
    from: (pack: string) => `Mulai berapa ${pack}`,
    price: (unit: string) => `Harga tiap ${unit}`,
    addTier: 'Tambah tingkat harga',
    removeTier: (number: string) => `Hapus tingkat ${number}`,
    tier: (number: string) => `Tingkat ${number}`,
    chart: 'Harga menurut jumlah',
    yours: 'Harga Anda',
    ceiling: 'Batas',
  },
  en: {
    tiers: 'Prices',
    tiersHint: 'The more is bought, the cheaper: write from how many packs each price holds.',
    from: (pack: string) => `From how many ${pack}`,
    price: (unit: string) => `Price per ${unit}`,
    addTier: 'Add a price tier',
    removeTier: (number: string) => `Remove tier ${number}`,
    tier: (number: string) => `Tier ${number}`,
    chart: 'Price by quantity',
    yours: 'Your price',
    ceiling: 'Limit',
  },
});
