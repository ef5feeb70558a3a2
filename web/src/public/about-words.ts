import { defineWords } from '../words/words.js';

export const aboutWords = defineWords({
  id: {
    title: 'Tentang Sepikul',
    about:
      'Cara kerja belanja bersama, aturannya, apa yang terbuka untuk umum, dan cara memeriksanya sendiri.',
    lead: '“Berat sama dipikul, ringan sama dijinjing.” Sepikul dari kata pikul, ukuran lama: beban yang kuat dibawa satu orang di bahunya.',
    what: 'Untuk apa',
    whatText:
      'Modal satu koperasi biasanya hanya cukup untuk satu ton beras, dan satu ton dibeli dengan harga satu ton. Sepikul menyatukan pesanan puluhan koperasi dalam satu putaran, sehingga semuanya mendapat harga borongan, tanpa satu koperasi pun harus menyediakan uangnya sendirian. Koperasi juga bisa menjual hasil anggotanya bersama-sama dengan cara yang sama.',
    how: 'Satu putaran, dari awal sampai akhir',
    step1: 'Aturan diumumkan dulu',
    step1Text:
      'Barang, harga batas, cara membagi kalau kurang, dan apa yang terjadi kalau target tidak tercapai sudah tertulis sebelum putaran dibuka.',
    step2: 'Koperasi memesan',
    step2Text:
      'Tiap koperasi menulis jumlah, batas harga, dan boleh lebih berapa. Sebelum menekan tombol ia melihat jumlah terbesar yang mungkin dibayar. Angka itu tidak pernah terlampaui.',
    step3: 'Putaran ditutup, paket dibentuk',
    step3Text: 'Pesanan yang sama menjadi satu paket. Pesanan yang tidak bisa ikut ditolak dengan alasan.',
    step4: 'Pemasok menawar tertutup',
    step4Text:
      'Penawaran dikunci; sidiknya (hash) langsung diumumkan, isinya baru terbaca setelah batas waktu. Tidak ada yang bisa mengubahnya diam-diam.',
    step5: 'Pemenang dihitung, bukan dipilih',
    step5Text:
      'Komputer mencari pembagian termurah di antara semua penawaran dan membuktikannya. Ada masa sanggah; dua orang yang berbeda harus menyetujui.',
    step6: 'Barang dibagi dan dikirim',
    step6Text:
      'Kalau barang kurang, dibagi menurut aturan, bukan siapa cepat. Semua membayar harga satuan yang sama dalam satu paket.',
    step7: 'Dibayar sesuai yang diterima',
    step7Text:
      'Tagihan mengikuti barang yang benar-benar diterima. Uang muka dan kelebihan bayar dikembalikan.',
    open: 'Apa yang terbuka',
    openAll: 'Untuk siapa saja',
    openAllText:
      'Putaran yang dibuka dan yang terkumpul per kecamatan; setelah kontrak ditandatangani: semua penawaran, pemenang beserta alasannya, aturannya, pembagian dengan nama samaran, dan penghematannya. Cukup untuk menghitung ulang semuanya.',
    openMembers: 'Untuk anggota putaran',
    openMembersText:
      'Setelah ditutup: pesanan dan jatah tiap koperasi dengan namanya, dan semua penawaran begitu dibuka.',
    closed: 'Tidak untuk orang lain',
    closedText:
      'Batas harga masing-masing, rekening bank, tagihan yang belum dibayar, dan data pribadi hanya untuk yang berhak. Data pribadi tidak masuk ke catatan audit dan bisa dihapus.',
    check: 'Periksa sendiri',
    checkText: 'Anda tidak perlu percaya pada kami. Yang bisa Anda periksa dari komputer sendiri:',
    check1: 'Pemenang dan pembagian: unduh berkas penetapan sebuah paket, lalu hitung ulang.',
    check2: 'Penawaran: cocokkan isinya dengan sidik yang diumumkan sebelum dibuka.',
    check3: 'Catatan: simpan ujung rantai audit; perubahan apa pun sesudahnya akan ketahuan.',
    toResult: 'Lihat putaran',
    toBooks: 'Rantai audit',
    demo: 'Tentang data contoh',
    demoText:
      'Pihak yang namanya diawali “Demo:” adalah contoh: pemasok, dapur, dan penyelenggara itu tidak ada. Nama kelurahan, harga batas, dan harga pasar sungguhan, dengan sumbernya masing-masing. Putaran latihan ditandai “bukan sungguhan”.',
    sources: 'Sumber',
    sourcesText:
      'Wilayah: Kemendagri lewat cahyadsn/wilayah (MIT). Harga pasar: PIHPS Bank Indonesia. Harga batas: keputusan Bapanas dan Kemendag yang disebut di tiap barang.',
  },
  en: {
    title: 'About Sepikul',
    about: 'How joint buying works, its rules, what is public, and how to check it yourself.',
    lead: '“What is heavy is shouldered together, what is light carried by hand.” Sepikul comes from pikul, an old measure: the load one person carries on a shoulder pole.',
    what: 'What for',
    whatText:
      'A koperasi’s whole cash is usually a ton of rice, and a ton is bought at the price of a ton. Sepikul gathers the orders of dozens of koperasi in one pool, so that all get the price of bulk without one having to pay for it alone. Koperasi can sell their members’ produce together in the same way.',
    how: 'A pool, from beginning to end',
    step1: 'Rules come first',
    step1Text:
      'Goods, ceilings, how to share when there is too little, and what happens if a target is missed are written down before the pool opens.',
    step2: 'Koperasi order',
    step2Text:
      'Each writes a quantity, a limit price and how much more it tolerates. Before pressing the button it sees the most it could have to pay. That figure is never passed.',
    step3: 'The pool closes, lots are formed',
    step3Text:
      'Orders of the same goods become one lot. An order that cannot be in is refused with a reason.',
    step4: 'Suppliers bid under seal',
    step4Text:
      'Bids are sealed; their hashes are public at once, what they say only after the deadline. Nobody can change them in silence.',
    step5: 'The award is reckoned, not picked',
    step5Text:
      'A computer seeks the cheapest split among all bids and proves it. There is time to object; two different people must approve.',
    step6: 'Goods are shared and sent',
    step6Text:
      'Where goods are short they are shared by the rule, not by who came first. In a lot everybody pays the same price per unit.',
    step7: 'Paid by what was received',
    step7Text: 'Invoices follow what really came. Deposits and what was paid too much go back.',
    open: 'What is open',
    openAll: 'To anybody',
    openAllText:
      'Open pools and what is gathered per kecamatan; once the contract is signed: all bids, the award with its reasons, the rules, shares under pseudonyms, and savings. Enough to reckon all of it anew.',
    openMembers: 'To members of the pool',
    openMembersText:
      'After the close: each koperasi’s order and share by name, and all bids as soon as they are opened.',
    closed: 'To nobody else',
    closedText:
      'Limit prices, bank accounts, unpaid invoices and personal data are for those entitled only. Personal data stays out of the audit records and can be erased.',
    check: 'Check it yourself',
    checkText: 'You need not trust us. What you can check from your own computer:',
    check1: 'Award and shares: download a lot’s award file and reckon it anew.',
    check2: 'Bids: hold what they say against the hash published before the opening.',
    check3: 'Records: keep an end of the audit chain; any later change will show.',
    toResult: 'See the pools',
    toBooks: 'The audit chain',
    demo: 'About demo data',
    demoText:
      'Parties whose names begin with “Demo:” are examples: those suppliers, kitchens and organisers do not exist. Names of kelurahan, ceilings and market prices are real, each with its source. Practice pools are marked as not for real.',
    sources: 'Sources',
    sourcesText:
      'Regions: the Ministry of Home Affairs by way of cahyadsn/wilayah (MIT). Market prices: PIHPS of Bank Indonesia. Ceilings: decrees of Bapanas and the Ministry of Trade named with each of the goods.',
  },
});
