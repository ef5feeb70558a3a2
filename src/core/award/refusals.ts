import { refusals } from '../kernel/refuse.js';

export const refuseAward = refusals({
  AWARD_NOT_FOUND: {
    status: 404,
    id: 'Belum ada penetapan pemenang untuk paket ini, atau belum dapat dilihat.',
    en: 'This lot has no award yet, or none that may be seen yet.',
  },
  AWARD_WITHOUT_BIDS: {
    status: 404,
    id: 'Penetapan paket ini tidak dihitung dari penawaran, jadi tidak ada yang dihitung ulang.',
    en: 'The award of this lot was not computed from bids, so there is nothing to recompute.',
  },
  AWARD_ALREADY_PROPOSED: {
    status: 409,
    id: 'Penetapan pemenang ini sudah diusulkan.',
    en: 'This award has been proposed already.',
  },
  AWARD_NOT_PROPOSED_YET: {
    status: 409,
    id: 'Penetapan pemenang ini belum diusulkan; usulkan lebih dahulu.',
    en: 'This award has not been proposed yet; it must be proposed first.',
  },
  AWARD_ALREADY_APPROVED: {
    status: 409,
    id: 'Penetapan pemenang ini sudah disetujui.',
    en: 'This award has been approved already.',
  },
  ONLY_THE_ORGANISER_PROPOSES: {
    status: 403,
    id: 'Hanya pengurus, bendahara atau ketua penyelenggara putaran ini yang boleh mengusulkan pemenang.',
    en: "Only an officer, the treasurer or the chair of this pool's organiser may propose its award.",
  },
  ONLY_THE_CHAIR_APPROVES: {
    status: 403,
    id: 'Hanya ketua penyelenggara putaran ini yang boleh menyetujui pemenang.',
    en: "Only a chair of this pool's organiser may approve its award.",
  },
  NOBODY_APPROVES_THEIR_OWN_PROPOSAL: {
    status: 403,
    id: 'Orang yang mengusulkan tidak boleh menyetujui usulannya sendiri; diperlukan orang kedua.',
    en: 'Who proposed an award may not approve it: a second person must.',
  },
});
