/**
 * Passwords of ten characters and more that everybody tries first: the longest of the lists of leaked passwords
 * (shorter ones are refused for their length), and what Indonesian keyboards, names of places and this field add.
 * Compared without case, and without the digits and signs at their end.
 */
export const easyPasswords: readonly string[] = [
  ...['password', 'passwordpassword', 'mypassword', 'changeme', 'letmein', 'letmeinplease', 'iloveyou'],
  ...[
    'qwertyuiop',
    'qwerty',
    'qwertyqwerty',
    'asdfghjkl',
    'zxcvbnm',
    'qazwsxedc',
    'onetwothree',
    'abcdefghij',
  ],
  ...['administrator', 'admin', 'adminadmin', 'superadmin', 'welcome', 'football', 'basketball', 'princess'],
  ...['sunshine', 'trustno', 'starwars', 'superman', 'unbelievable', 'computer', 'internet', 'whatever'],
  ...[
    'katasandi',
    'kata sandi',
    'sandi',
    'rahasia',
    'rahasiaku',
    'rahasiasekali',
    'bismillah',
    'alhamdulillah',
  ],
  ...['assalamualaikum', 'subhanallah', 'indonesia', 'indonesiaraya', 'merdeka', 'garuda', 'garudapancasila'],
  ...[
    'pancasila',
    'sayangku',
    'sayang',
    'akucintakamu',
    'cintaku',
    'anakku',
    'persija',
    'persibbandung',
    'bandung',
  ],
  ...['jakarta', 'surabaya', 'bogor', 'kotabogor', 'bekasi', 'kediri', 'tangerang', 'yogyakarta', 'semarang'],
  ...[
    'koperasi',
    'koperasiku',
    'koperasidesa',
    'koperasimerahputih',
    'merahputih',
    'kdmp',
    'kkmp',
    'sepikul',
  ],
  ...[
    'sepikuldemo',
    'bulog',
    'pengurus',
    'bendahara',
    'ketua',
    'gudang',
    'dinaskoperasi',
    'pemasok',
    'beras',
  ],
];
