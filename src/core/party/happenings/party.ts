import type { Words } from '../../kernel/words.js';

/** What a party is told of itself: who joined, its documents and what two people decided about it. */
export const partyHappenings = {
  'party-joined': {
    id: '"{party}" menerima undangan Anda dan bergabung.',
    en: '"{party}" accepted your invitation and joined.',
  },
  'person-joined': {
    id: 'Seorang yang diundang bergabung dengan peran: {roles}.',
    en: 'Somebody who was invited joined with the roles: {roles}.',
  },
  'document-accepted': {
    id: 'Dokumen "{document}" diterima.',
    en: 'The document "{document}" is accepted.',
  },
  'document-refused': {
    id: 'Dokumen "{document}" ditolak: {reason}',
    en: 'The document "{document}" is refused: {reason}',
  },
  'supplier-qualified': {
    id: 'Dokumen lengkap: Anda kini pemasok dan dapat menawar.',
    en: 'Your documents are complete: you are a supplier now and may bid.',
  },
  'party-suspended': {
    id: 'Pihak Anda dibekukan: {reason}',
    en: 'Your party is suspended: {reason}',
  },
  'party-reinstated': {
    id: 'Pihak Anda dipulihkan.',
    en: 'Your party is reinstated.',
  },
  'capabilities-changed': {
    id: 'Fasilitas gudang Anda sekarang: muat {storage}, ruang pendingin: {coldStore}. Diputuskan dua orang penyelenggara: {reason}',
    en: 'What your store has is now: it holds {storage}, cold store: {coldStore}. Decided by two people of the organiser: {reason}',
  },
  'decision-proposed': {
    id: 'Usulan menunggu orang kedua: {decision}. Berlaku sampai {until|time}.',
    en: 'A proposal waits for a second person: {decision}. It stands until {until|time}.',
  },
  'decision-approved': {
    id: 'Disetujui dua orang: {decision}.',
    en: 'Approved by two people: {decision}.',
  },
  'decision-refused': {
    id: 'Usulan ditolak: {decision}. Alasan: {reason}',
    en: 'A proposal was turned down: {decision}. Reason: {reason}',
  },
} as const satisfies Readonly<Record<string, Words>>;
