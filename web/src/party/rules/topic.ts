/**
 * What a rule is about, as it is kept: small letters and dashes.
 *
 *   'Waktu tunggu, mingguan' -> 'waktu-tunggu-mingguan'
 *   '7 hari'                 -> 'tentang-7-hari'
 */
export const topicOf = (text: string): string => {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const named = /^[a-z]/.test(plain) || plain === '' ? plain : `tentang-${plain}`;
  return named.slice(0, LONGEST).replace(/-+$/, '');
};

const LONGEST = 40;

/** The same as it is read: `Waktu tunggu mingguan`. */
export const topicText = (topic: string): string => {
  const words = topic.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};
