import { refusals } from '../../kernel/refuse.js';

export const refuseDecision = refusals({
  DECISION_NOT_FOUND: { status: 404, id: 'Keputusan ini tidak ada.', en: 'There is no such decision.' },
  DECISION_NOT_FOR_THIS_PARTY: {
    status: 403,
    id: 'Keputusan jenis {kind} hanya diambil oleh penyelenggara.',
    en: 'Only an organiser takes decisions of the kind {kind}.',
  },
  ROLE_DOES_NOT_DECIDE: {
    status: 403,
    id: 'Hanya pengurus, bendahara dan ketua yang mengusulkan; hanya bendahara dan ketua yang menyetujui.',
    en: 'Officers, treasurers and chairs propose; treasurers and chairs approve.',
  },
  DECISION_ALREADY_PROPOSED: {
    status: 409,
    id: 'Usulan yang sama sedang menunggu persetujuan.',
    en: 'The same is proposed already and waits for approval.',
  },
  NOBODY_APPROVES_THEIR_OWN_PROPOSAL: {
    status: 403,
    id: 'Pengusul tidak boleh menyetujui usulannya sendiri; mintalah orang lain.',
    en: 'Nobody approves their own proposal: ask another person.',
  },
  ONE_OF_TWO_IS_A_CHAIR: {
    status: 403,
    id: 'Salah satu dari kedua orang itu harus ketua.',
    en: 'One of the two people must be a chair.',
  },
  PROPOSER_HAS_LEFT: {
    status: 409,
    id: 'Pengusulnya tidak lagi menjadi pengurus pihak ini; usulkan lagi.',
    en: 'Who proposed this has no say in the party any more: propose it anew.',
  },
  DECISION_ALREADY_TAKEN: {
    status: 409,
    id: 'Keputusan ini sudah diambil.',
    en: 'This decision has been taken already.',
  },
  DECISION_EXPIRED: {
    status: 409,
    id: 'Usulan ini kedaluwarsa; usulkan lagi.',
    en: 'This proposal has expired: propose it anew.',
  },
  DECIDER_SUSPENDED: {
    status: 409,
    id: 'Pihak ini sedang dibekukan dan tidak dapat memutuskan.',
    en: 'This party is suspended and cannot decide.',
  },
  ACCOUNT_SAME_AS_BEFORE: {
    status: 409,
    id: 'Rekening ini sudah menjadi rekening pihak ini.',
    en: 'This is the account of the party already.',
  },
  ACCOUNT_NOT_FOUND: { status: 404, id: 'Rekening ini tidak ada.', en: 'There is no such account.' },
  ACCOUNT_NOT_COOLING: {
    status: 409,
    id: 'Rekening ini tidak sedang dalam masa tunggu.',
    en: 'This account is not cooling off.',
  },
  RULE_DECIDED_IN_FUTURE: {
    status: 422,
    id: 'Tanggal keputusan anggota tidak boleh sesudah hari ini.',
    en: 'The members cannot have decided after today.',
  },
  RULE_EFFECTIVE_BEFORE_DECIDED: {
    status: 422,
    id: 'Aturan tidak boleh berlaku sebelum diputuskan.',
    en: 'A rule cannot hold before it was decided.',
  },
});
