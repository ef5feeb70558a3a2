import { setTimeout as pause } from 'node:timers/promises';
import {
  SealBroken,
  joinHeldKey,
  makeSealingKey,
  type KeyOpening,
  type SealedBox,
} from '../../seal/index.js';
import { say } from '../say.js';
import { connect, type Connection, type Where } from './connect.js';
import { fetchShare, findKey, type FoundKey } from './find-key.js';

export interface OpenKeyOptions extends Where {
  /** Minutes to wait for another holder. */
  readonly wait: number;
}

interface Released {
  readonly holderId: string;
  readonly box: SealedBox;
}

const ASK_AGAIN_MS = 2_000;

/** Joins with whichever share is right. @returns whether one was. */
const joinWith = async (
  connection: Connection,
  opening: KeyOpening,
  openingKey: Uint8Array,
  ownShare: Uint8Array,
  key: FoundKey,
  released: Released,
): Promise<boolean> => {
  try {
    const privateKey = await joinHeldKey(openingKey, opening, released, ownShare, key);
    await connection.send('PUT', `/openings/${opening.openingId}/private-key`, {
      privateKey,
      releasedBy: released.holderId,
    });
    return true;
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    say(`Bagian dari ${released.holderId} tidak benar (is not the share that was dealt): ${error.fault}`);
    return false;
  }
};

/**
 * `sepikul committee open ID`: after the deadline, begins an opening, waits for another holder's share, joins the
 * key here and hands it in; the bids are then opened. A share that is wrong is named, and the third holder's waited for.
 *
 * @returns 0, or 1 when no right share came in time.
 */
export const openKey = async (id: string, { wait, ...where }: OpenKeyOptions): Promise<number> => {
  const connection = await connect(where);
  const key = await findKey(connection, id);
  const ownShare = await fetchShare(connection, key);
  const { publicKey, privateKey } = await makeSealingKey();
  const opening = await connection.send<KeyOpening>('POST', `/sealing-keys/${key.keyId}/openings`, {
    publicKey,
  });
  say('Pembukaan dimulai; menunggu pemegang lain. (Begun; waiting for another holder.)');
  const tried = new Set<string>();
  const until = Date.now() + wait * 60_000;
  for (;;) {
    const { data } = await connection.get<{ data: Released[] }>(`/openings/${opening.openingId}/releases`);
    for (const released of data.filter(({ holderId }) => !tried.has(holderId))) {
      tried.add(released.holderId);
      if (!(await joinWith(connection, opening, privateKey, ownShare, key, released))) continue;
      say('Kunci digabung dan diserahkan; penawaran dibuka. (Joined and handed in: the bids are opened.)');
      return 0;
    }
    if (Date.now() >= until) return 1;
    await pause(ASK_AGAIN_MS);
  }
};
