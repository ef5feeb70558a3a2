import { LEAST_PASSPHRASE, makeHolderKey, nameKey } from '../../seal/index.js';
import { askSecret } from '../ask-secret.js';
import { say } from '../say.js';
import { connect, type Where } from './connect.js';

/** `sepikul committee holder-key`: makes your key to hold shares by; only its wrapped form leaves this machine. */
export const holderKey = async (where: Where): Promise<void> => {
  const connection = await connect(where);
  const passphrase = await askSecret(
    `Frasa sandi baru, paling sedikit ${LEAST_PASSPHRASE} huruf (new passphrase)`,
    'SEPIKUL_PASSPHRASE',
  );
  const { publicKey, wrappedPrivateKey } = await makeHolderKey(passphrase);
  await connection.send('PUT', '/me/holder-key', { publicKey, wrappedPrivateKey });
  say(`Kunci Anda (your key): ${await nameKey(publicKey)}`);
  say('Sampaikan deretan ini langsung kepada penyelenggara. (Tell the organiser this in person.)');
  say('Tanpa frasa sandi, bagian Anda hilang. (Without the passphrase your share is lost.)');
};
