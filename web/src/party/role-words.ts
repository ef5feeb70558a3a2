import { defineWords } from '../words/words.js';

/** What somebody may do at a party, in a word and in a sentence. */
export const roleWords = defineWords({
  id: {
    chair: 'Ketua',
    officer: 'Pengurus',
    treasurer: 'Bendahara',
    warehouse: 'Gudang',
    viewer: 'Hanya melihat',
    chairAbout: 'Menyetujui keputusan, mengundang dan mengatur orang.',
    officerAbout: 'Memesan, menawarkan, dan mengusulkan.',
    treasurerAbout: 'Membayar, dan menyetujui uang keluar.',
    warehouseAbout: 'Menerima dan memeriksa barang.',
    viewerAbout: 'Melihat semua, tidak mengubah apa pun.',
    title: 'Boleh apa saja?',
  },
  en: {
    chair: 'Chair',
    officer: 'Officer',
    treasurer: 'Treasurer',
    warehouse: 'Warehouse',
    viewer: 'Looks only',
    chairAbout: 'Approves decisions, invites people and says what they may do.',
    officerAbout: 'Orders, offers and proposes.',
    treasurerAbout: 'Pays, and approves money going out.',
    warehouseAbout: 'Receives and checks goods.',
    viewerAbout: 'Sees all, changes nothing.',
    title: 'What may they do?',
  },
});

export const roleNames = ['chair', 'officer', 'treasurer', 'warehouse', 'viewer'] as const;
export type RoleName = (typeof roleNames)[number];

const isRole = (role: string): role is RoleName => (roleNames as readonly string[]).includes(role);

/** `Ketua, Pengurus`, in one order whatever the answer's. */
export const rolesText = (roles: readonly string[], words: Readonly<Record<RoleName, string>>): string =>
  roleNames
    .filter((role) => roles.includes(role))
    .map((role) => words[role])
    .join(', ');

export const rolesOf = (roles: readonly string[]): RoleName[] => roles.filter(isRole);
