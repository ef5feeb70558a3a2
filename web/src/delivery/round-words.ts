import { defineWords } from '../words/words.js';

export const roundWords = defineWords({
  id: {
    truck: 'Truk Anda',
    truckHint: 'Supaya terlihat berapa kali jalan. Disimpan di HP ini.',
    unknown: 'Belum dipilih',
    pickup: 'Pikap, 1 ton',
    single: 'Engkel, 2 ton',
    double: 'Colt diesel, 4 ton',
    large: 'Fuso, 8 ton',
    trip: (number: string, count: string) => `Jalan ke-${number} dari ${count}`,
    fills: (load: string, truck: string, share: string) => `${load} dari ${truck}, terisi ${share}`,
    over: (load: string, truck: string) => `${load}, lebih dari ${truck}: bagi muatan tujuan ini`,
    showMap: 'Letak tujuan di peta',
    mapOf: (place: string, stops: string) => `Peta ${place} dengan tujuan ${stops}`,
    noMap: 'Peta wilayah ini belum ada; urutannya ada di daftar.',
  },
  en: {
    truck: 'Your truck',
    truckHint: 'To see how many trips it takes. Kept on this phone.',
    unknown: 'Not chosen yet',
    pickup: 'Pickup, 1 t',
    single: 'Small truck, 2 t',
    double: 'Medium truck, 4 t',
    large: 'Large truck, 8 t',
    trip: (number: string, count: string) => `Trip ${number} of ${count}`,
    fills: (load: string, truck: string, share: string) => `${load} of ${truck}, ${share} full`,
    over: (load: string, truck: string) => `${load}, more than ${truck}: divide what goes there`,
    showMap: 'Where the stops lie',
    mapOf: (place: string, stops: string) => `Map of ${place} with its stops ${stops}`,
    noMap: 'There is no map of this region yet; the list has the order.',
  },
});
