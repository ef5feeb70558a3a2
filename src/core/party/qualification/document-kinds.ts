import type { Words } from '../../kernel/words.js';

export interface DocumentKind extends Words {
  /** Without one that is accepted a supplier is not qualified. */
  readonly isRequired: boolean;
}

/** What a party shows of itself. Kinds are only added: documents keep theirs. */
export const documentKinds = {
  nib: { id: 'NIB (nomor induk berusaha)', en: 'NIB (business identification)', isRequired: true },
  npwp: { id: 'NPWP', en: 'NPWP (taxpayer number)', isRequired: true },
  'bank-reference': {
    id: 'Surat keterangan bank atau halaman depan buku tabungan',
    en: 'Bank reference or first page of the passbook',
    isRequired: true,
  },
  deed: { id: 'Akta pendirian', en: 'Deed of establishment', isRequired: false },
  halal: { id: 'Sertifikat halal', en: 'Halal certificate', isRequired: false },
  bpom: { id: 'Izin edar BPOM', en: 'BPOM marketing licence', isRequired: false },
  pirt: { id: 'SPP-IRT (PIRT)', en: 'Home industry licence (PIRT)', isRequired: false },
  psat: { id: 'Izin PSAT (pangan segar asal tumbuhan)', en: 'Fresh food licence (PSAT)', isRequired: false },
  nkv: { id: 'NKV (nomor kontrol veteriner)', en: 'Veterinary control number (NKV)', isRequired: false },
  slhs: { id: 'SLHS (laik higiene sanitasi)', en: 'Hygiene certificate (SLHS)', isRequired: false },
  'cold-store': { id: 'Bukti ruang pendingin', en: 'Proof of the cold store', isRequired: false },
  other: { id: 'Lainnya', en: 'Other', isRequired: false },
} as const satisfies Readonly<Record<string, DocumentKind>>;
export type DocumentKindCode = keyof typeof documentKinds;

export const documentKindCodes = Object.keys(documentKinds) as DocumentKindCode[];

export const requiredKinds = documentKindCodes.filter((kind) => documentKinds[kind].isRequired);

/** Which of the required documents are not among a party's accepted ones: of a supplier's whole set, none. */
export const missingKinds = (acceptedKinds: readonly string[]): readonly DocumentKindCode[] =>
  requiredKinds.filter((kind) => !acceptedKinds.includes(kind));
