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
  AWARD_BEFORE_SHARES: {
    status: 404,
    id: 'Penetapan paket ini dihitung sebelum jatah menjadi bagiannya; berkasnya tidak dapat dibuat.',
    en: 'The award of this lot was computed before shares were part of it; it has no file.',
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
  NOBODY_APPROVES_TWICE: {
    status: 409,
    id: 'Anda sudah menyetujui usulan sistem ini; orang lain harus menjadi yang kedua.',
    en: 'You have already agreed to what the system proposed; another person must be the second.',
  },
  STANDSTILL_NOT_OVER_YET: {
    status: 409,
    id: 'Masa sanggah berlangsung sampai {until}; persetujuan baru boleh sesudahnya.',
    en: 'Objections may be made until {until}; approval comes after that.',
  },
  OBJECTION_NOT_ANSWERED_YET: {
    status: 409,
    id: 'Masih ada keberatan yang belum dijawab.',
    en: 'There is an objection that has not been answered.',
  },
  STEP_IS_OVER: {
    status: 409,
    id: 'Waktu untuk langkah ini habis pada {until}; ketentuan bawaannya berlaku.',
    en: 'The time for this step ended at {until}; its default applies.',
  },
  ANOTHER_IS_NAMED_FOR_THIS_STEP: {
    status: 403,
    id: 'Langkah ini ditugaskan kepada orang lain; wakilnya boleh bertindak mulai {due}.',
    en: 'Another person is named for this step; their deputy may act from {due}.',
  },
  NO_OBJECTION_WINDOW_OPEN: {
    status: 409,
    id: 'Saat ini tidak ada masa sanggah untuk paket ini.',
    en: 'No objections can be made to this lot now.',
  },
  ONLY_THOSE_CONCERNED_OBJECT: {
    status: 403,
    id: 'Hanya anggota putaran dan penawar paket ini yang boleh mengajukan keberatan.',
    en: 'Only members of the pool and bidders for the lot may object.',
  },
  BID_NOT_AWARDED: {
    status: 422,
    id: 'Penawaran itu tidak termasuk usulan pemenang.',
    en: 'That bid has no part in the proposed award.',
  },
  OBJECTION_ALREADY_MADE: {
    status: 409,
    id: 'Pihak ini sudah mengajukan keberatan atas usulan ini.',
    en: 'This party has already objected to this proposal.',
  },
  OBJECTION_NOT_FOUND: {
    status: 404,
    id: 'Keberatan ini tidak ada pada usulan yang berlaku.',
    en: 'There is no such objection to the current proposal.',
  },
  OBJECTION_ALREADY_ANSWERED: {
    status: 409,
    id: 'Keberatan ini sudah dijawab.',
    en: 'This objection has been answered already.',
  },
  ONLY_THE_ORGANISER_ANSWERS: {
    status: 403,
    id: 'Hanya pengurus, bendahara atau ketua penyelenggara putaran ini yang boleh menjawab keberatan.',
    en: "Only an officer, the treasurer or the chair of this pool's organiser may answer objections.",
  },
  PROPOSER_DOES_NOT_ANSWER: {
    status: 403,
    id: 'Orang yang mengusulkan tidak boleh menjawab keberatan atas usulannya.',
    en: 'Who proposed an award may not answer objections to it.',
  },
  OBJECTOR_DOES_NOT_ANSWER: {
    status: 403,
    id: 'Keberatan tidak dijawab oleh orang dari pihak yang mengajukannya.',
    en: 'An objection is not answered by a person of the party that made it.',
  },
  NOTHING_TO_SIGN: {
    status: 409,
    id: 'Tidak ada kontrak paket ini yang menunggu tanda tangan.',
    en: 'No contract of this lot waits to be signed.',
  },
  SUPPLIER_NOT_AWARDED: {
    status: 404,
    id: 'Pemasok ini tidak termasuk pemenang paket ini.',
    en: 'This supplier is not among those awarded in this lot.',
  },
  CONTRACT_ALREADY_ANSWERED: {
    status: 409,
    id: 'Kontrak ini sudah dijawab dan tidak dapat diubah.',
    en: 'This contract has been answered already and stays so.',
  },
});
