import { sealShareTo, type KeyOpening } from '../../seal/index.js';
import { say } from '../say.js';
import { connect, type Where } from './connect.js';
import { fetchShare, findKey } from './find-key.js';

/**
 * `sepikul committee release ID`: after the deadline, seals your share to each opening that another holder began.
 *
 * @returns 0, or 1 when nobody has begun one.
 */
export const releaseShare = async (id: string, where: Where): Promise<number> => {
  const connection = await connect(where);
  const key = await findKey(connection, id);
  const { data } = await connection.get<{ data: (KeyOpening & { begunBy: string })[] }>(
    `/sealing-keys/${key.keyId}/openings`,
  );
  const others = data.filter(({ begunBy }) => begunBy !== connection.personId);
  if (others.length === 0) {
    say('Belum ada pembukaan dari pemegang lain. (No other holder has begun an opening.)');
    return 1;
  }
  const share = await fetchShare(connection, key);
  for (const opening of others)
    await connection.send('PUT', `/openings/${opening.openingId}/release`, {
      box: await sealShareTo(opening, share),
    });
  say(`Bagian Anda dilepas untuk ${others.length} pembukaan. (Your share is released.)`);
  return 0;
};
