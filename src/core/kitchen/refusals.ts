import { refusals } from '../kernel/refuse.js';

export const refuseKitchen = refusals({
  REQUIREMENT_NOT_FOUND: {
    status: 404,
    id: 'Kebutuhan untuk minggu ini tidak ada.',
    en: 'There is no requirement for this week.',
  },
  WEEK_UNKNOWN: {
    status: 404,
    id: 'Minggu ini tidak ada; tulis seperti 2026-W48.',
    en: 'There is no such week; write it like 2026-W48.',
  },
  KITCHEN_NOT_FOUND: { status: 404, id: 'Dapur ini tidak ada.', en: 'There is no such kitchen.' },
  KITCHEN_SUSPENDED: { status: 409, id: 'Dapur ini sedang dibekukan.', en: 'This kitchen is suspended.' },
  KITCHEN_WITHOUT_PARTNER: {
    status: 409,
    id: 'Dapur ini belum punya koperasi mitra, jadi kebutuhannya belum bisa ikut putaran.',
    en: 'This kitchen has no partner koperasi yet, so its requirement cannot join a pool.',
  },
  REQUIREMENT_ALREADY_PUBLISHED: {
    status: 409,
    id: 'Kebutuhan minggu ini sudah diterbitkan dan tidak bisa diubah lagi.',
    en: 'This requirement is published and can no longer change.',
  },
  REQUIREMENT_WITHOUT_LINES: {
    status: 422,
    id: 'Kebutuhan tanpa baris tidak bisa diterbitkan.',
    en: 'A requirement without lines cannot be published.',
  },
  REQUIREMENT_LINES_REFUSED: {
    status: 422,
    id: 'Ada baris kebutuhan yang salah; lihat errors.',
    en: 'Some requirement lines are wrong; see errors.',
  },
  DAY_OUTSIDE_WEEK: {
    status: 422,
    id: '{day} tidak ada dalam minggu {week} ({from} sampai {until}).',
    en: '{day} does not lie in week {week} ({from} to {until}).',
  },
  COMMODITY_UNKNOWN: {
    status: 422,
    id: 'Komoditas {commodity} tidak ada di katalog.',
    en: 'The catalog has no commodity {commodity}.',
  },
  COMMODITY_NOT_BIDDABLE: {
    status: 422,
    id: '{commodity} tidak bisa dibeli lewat putaran.',
    en: '{commodity} cannot be bought through a pool.',
  },
  QUANTITY_OUT_OF_BOUNDS: {
    status: 422,
    id: 'Jumlah harus lebih dari 0 dan paling banyak {max} per hari.',
    en: 'The quantity must be above 0 and at most {max} a day.',
  },
  LINE_TWICE: {
    status: 422,
    id: '{commodity} pada {day} disebut dua kali.',
    en: '{commodity} on {day} is named twice.',
  },
});
