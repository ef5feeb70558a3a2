import type { Words } from '../../kernel/words.js';

/** What a party is told on the way from a computed award to signed contracts. */
export const awardHappenings = {
  'award-proposed': {
    id: '{item} di putaran "{pool}": pemenang diusulkan untuk {awarded|count} kemasan dan menunggu persetujuan.',
    en: '{item} in the pool "{pool}": an award of {awarded|count} packs is proposed and awaits approval.',
  },
  'standstill-begun': {
    id: '{item} di putaran "{pool}": pemenang diusulkan untuk {awarded|count} kemasan. Keberatan dapat diajukan sampai {until|time}.',
    en: '{item} in the pool "{pool}": an award of {awarded|count} packs is proposed. Objections may be made until {until|time}.',
  },
  'award-proposed-by-system': {
    id: '{item} di putaran "{pool}": tidak ada yang mengusulkan pada waktunya, maka sistem mengusulkan hasil hitungannya. Dua orang harus menyetujuinya.',
    en: '{item} in the pool "{pool}": nobody proposed in time, so the system proposed what it computed. Two people must approve it.',
  },
  'deputy-called': {
    id: '{item} di putaran "{pool}": langkah "{step}" sudah jatuh tempo; wakilnya dapat bertindak sampai {until|time}.',
    en: '{item} in the pool "{pool}": the step "{step}" is due; its deputy may act until {until|time}.',
  },
  'objection-made': {
    id: '{item} di putaran "{pool}": ada keberatan atas usulan pemenang: {reason}',
    en: '{item} in the pool "{pool}": there is an objection to the proposed award: {reason}',
  },
  'objections-to-answer': {
    id: '{item} di putaran "{pool}": {objections|count} keberatan harus dijawab sampai {until|time}, atau paketnya gagal.',
    en: '{item} in the pool "{pool}": {objections|count} objections must be answered until {until|time}, or the lot fails.',
  },
  'objection-rejected': {
    id: '{item} di putaran "{pool}": keberatan Anda ditolak: {reason}',
    en: '{item} in the pool "{pool}": your objection was rejected: {reason}',
  },
  'objection-upheld': {
    id: '{item} di putaran "{pool}": keberatan Anda diterima: {reason}',
    en: '{item} in the pool "{pool}": your objection was upheld: {reason}',
  },
  'award-approved': {
    id: '{item} di putaran "{pool}": pemenang disetujui; pemasok menandatangani kontrak sampai {until|time}.',
    en: '{item} in the pool "{pool}": the award is approved; suppliers sign until {until|time}.',
  },
  'contract-to-sign': {
    id: '{item} di putaran "{pool}": Anda menang {packs|count} kemasan. Tanda tangani kontraknya sampai {until|time}, atau penawaran Anda gugur.',
    en: '{item} in the pool "{pool}": you are awarded {packs|count} packs. Sign the contract until {until|time}, or your bid is out.',
  },
  'bid-out': {
    id: '{item} di putaran "{pool}": penawaran Anda gugur: {reason}.',
    en: '{item} in the pool "{pool}": your bid is out: {reason}.',
  },
  'award-replaced': {
    id: '{item} di putaran "{pool}": pemenang dihitung ulang di antara penawaran lain: {reason}.',
    en: '{item} in the pool "{pool}": the award is computed anew among the other bids: {reason}.',
  },
  'contracts-signed': {
    id: '{item} di putaran "{pool}": semua pemasok sudah menandatangani; barangnya dibagi.',
    en: '{item} in the pool "{pool}": every supplier has signed; the goods are being shared out.',
  },
  'lot-failed': {
    id: '{item} di putaran "{pool}" gagal: {reason}. Tidak ada yang dibeli.',
    en: '{item} in the pool "{pool}" has failed: {reason}. Nothing is bought.',
  },
} as const satisfies Readonly<Record<string, Words>>;
