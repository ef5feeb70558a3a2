import { refusals } from '../../kernel/refuse.js';

export const refuseDocument = refusals({
  DOCUMENT_NOT_FOUND: { status: 404, id: 'Dokumen ini tidak ada.', en: 'There is no such document.' },
  DOCUMENT_TOO_LARGE: {
    status: 413,
    id: 'Berkas paling besar {mostKb} KB; perkecil dulu fotonya.',
    en: 'A file has {mostKb} KB at most: make the picture smaller first.',
  },
  DOCUMENT_EMPTY: { status: 422, id: 'Berkas ini kosong.', en: 'This file is empty.' },
  DOCUMENT_TYPE_NOT_TAKEN: {
    status: 415,
    id: 'Hanya PDF, JPEG dan PNG yang diterima; isi berkas ini bukan salah satunya.',
    en: 'Only PDF, JPEG and PNG are taken, and the bytes of this file are none of them.',
  },
  DOCUMENTS_TOO_MANY: {
    status: 409,
    id: 'Paling banyak {most} dokumen yang menunggu diperiksa.',
    en: 'At most {most} documents may wait to be judged.',
  },
  DOCUMENT_ALREADY_JUDGED: {
    status: 409,
    id: 'Dokumen ini sudah diperiksa; unggah yang baru bila perlu.',
    en: 'This document has been judged already: upload another if need be.',
  },
  DOCUMENT_HAS_RUN_OUT: {
    status: 422,
    id: 'Dokumen yang sudah habis masa berlakunya tidak dapat diterima; tolak dengan alasannya.',
    en: 'A document that has run out cannot be accepted: refuse it with that reason.',
  },
  JUDGE_IS_A_MEMBER: {
    status: 403,
    id: 'Anggota pihak ini tidak memeriksa dokumen pihaknya sendiri.',
    en: 'Members of this party do not judge its documents.',
  },
  DOCUMENTS_MISSING: {
    status: 409,
    id: 'Belum ada dokumen yang diterima untuk: {kinds}.',
    en: 'No document is accepted yet of: {kinds}.',
  },
  PARTY_NOT_A_CANDIDATE: {
    status: 409,
    id: 'Pihak ini bukan calon pemasok yang menunggu diperiksa.',
    en: 'This party is no candidate that waits to be qualified.',
  },
});
