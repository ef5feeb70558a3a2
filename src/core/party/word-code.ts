/** How long a code holds that was sent to a person; half of it at least is left when the next may be asked for. */
export const RESET_MINUTES = 30;

/** What a person reads with a one-time code, Bahasa Indonesia first. */
export const wordCode = (code: string): string =>
  [
    `Kode Sepikul Anda: ${code}. Berlaku ${RESET_MINUTES} menit, satu kali, untuk membuat kata sandi baru. Jangan berikan kepada siapa pun; kami tidak pernah memintanya. Bukan Anda yang meminta? Abaikan pesan ini.`,
    `Your Sepikul code: ${code}. It holds for ${RESET_MINUTES} minutes, once, to choose a new password. Give it to nobody; we never ask for it. If it was not you who asked, ignore this message.`,
  ].join('\n');
