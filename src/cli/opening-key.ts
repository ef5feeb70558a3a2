import { resolve } from 'node:path';
import { makeOpeningKeyFile } from '../platform/opening-key/keep-opening-keys.js';
import { say } from './say.js';

/** `sepikul opening-key FILE`: makes the file that OPENING_KEY_FILE names. It says where, never what. */
export const openingKey = async (file: string): Promise<void> => {
  makeOpeningKeyFile(file);
  say(`Kunci pembuka ada di (the opening key is in) ${resolve(file)}`);
  say(
    'Simpan salinannya terpisah dari cadangan basis data. (Keep a copy apart from the backups of the database.)',
  );
};
