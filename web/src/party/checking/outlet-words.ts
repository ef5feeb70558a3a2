import { defineWords } from '../../words/words.js';

export const outletWords = defineWords({
  id: {
    lostChair: 'Pihak ini tidak punya ketua lagi',
    lostChairAbout:
      'Tanpa ketua, tidak ada yang bisa mengundang orang atau menyetujui. Dua orang penyelenggara memutuskan, lalu ketua penyelenggara mengundang ketua barunya.',
    chairWhy: 'Mengapa perlu ketua baru',
    chairWhyHint:
      'Dibaca orang kedua yang menyetujui. Misalnya: rapat anggota 12 November memilih pengurus baru.',
    chairPropose: 'Usulkan ketua baru',
    chairDecided: 'Sudah disetujui dua orang. Kirim undangannya ke orang yang menjadi ketua.',
    chairInvite: 'Buat undangan untuk ketua baru',
    chairInvites: 'Sudah disetujui dua orang. Yang membuat undangannya: ketua penyelenggara.',
    chairAnew: 'Usulkan lagi dari awal',
    holds: (kg: string) => `Gudangnya muat ${kg} kg.`,
    isCold: 'Ada ruang pendingin.',
    notCold: 'Tidak ada ruang pendingin.',
    changeAbout: 'Berlaku setelah orang kedua dari penyelenggara menyetujui. Pihak itu diberi tahu.',
    storage: 'Muat gudangnya',
    storageHint: 'Kosongkan kalau tetap seperti semula.',
    coldStore: 'Punya ruang pendingin',
    coldStoreHint:
      'Dicatat setelah dokumen bukti ruang pendinginnya diterima. Tidak bisa dihapus selama masih ada pesanan barang dingin atau beku.',
    why: 'Alasannya',
    whyHint: 'Misalnya: sudah dilihat sendiri pada 20 November.',
    propose: 'Usulkan perubahan',
    proposed: (store: string, cold: string) => `Diusulkan: ${store} ${cold}`,
  },
  en: {
    lostChair: 'This party has no chair any more',
    lostChairAbout:
      'Without a chair nobody can invite people or approve. Two people of the organiser decide, then its chair invites the new one.',
    chairWhy: 'Why a new chair is needed',
    chairWhyHint:
      'Read by the second person, who approves. Such as: the members elected new officers on 12 November.',
    chairPropose: 'Propose a new chair',
    chairDecided: 'Two people have agreed. Send the invitation to who becomes the chair.',
    chairInvite: 'Make the invitation for the new chair',
    chairInvites: 'Two people have agreed. The organiser’s chair makes the invitation.',
    chairAnew: 'Propose it anew',
    holds: (kg: string) => `Its store holds ${kg} kg.`,
    isCold: 'It has a cold store.',
    notCold: 'It has no cold store.',
    changeAbout: 'It holds once a second person of the organiser approves. The party is told.',
    storage: 'What its store holds',
    storageHint: 'Leave it empty if it stays as it is.',
    coldStore: 'It has a cold store',
    coldStoreHint:
      'Recorded once its proof of a cold store is accepted. It cannot be taken off while chilled or frozen goods are on order.',
    why: 'Why',
    whyHint: 'Such as: seen on the spot on 20 November.',
    propose: 'Propose the change',
    proposed: (store: string, cold: string) => `Proposed: ${store} ${cold}`,
  },
});
