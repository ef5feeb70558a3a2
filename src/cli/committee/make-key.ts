import { createInterface } from 'node:readline/promises';
import { makeHeldKey, nameKey, type SealingKey } from '../../seal/index.js';
import { say } from '../say.js';
import { connect, type Where } from './connect.js';

interface Holder {
  readonly place: number;
  readonly holderId: string;
  readonly holderKeyId: string | null;
  readonly publicKey: SealingKey | null;
}

interface ReadyHolder extends Holder {
  readonly holderKeyId: string;
  readonly publicKey: SealingKey;
}

export interface MakeKeyOptions extends Where {
  /** The id is a pool's: the key of suppliers' terms over all its lots. */
  readonly terms: boolean;
  /** The holders' keys have been compared. */
  readonly yes: boolean;
}

const isReady = (holder: Holder): holder is ReadyHolder =>
  holder.holderKeyId !== null && holder.publicKey !== null;

/** Whoever passes on a false key reads that share: the holders' own word is what counts. */
const compared = async (holders: readonly ReadyHolder[]): Promise<boolean> => {
  for (const { place, holderId, publicKey } of holders)
    say(`  ${place}. ${holderId}  ${await nameKey(publicKey)}`);
  if (!process.stdin.isTTY) return false;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await lines.question(
      'Sama dengan yang disebut para pemegang? (As the holders told you?) [ya] ',
    );
    return ['ya', 'yes'].includes(answer.trim().toLowerCase());
  } finally {
    lines.close();
  }
};

/**
 * `sepikul committee make-key ID`: makes the key that a lot's bids are sealed to, here, and hands in its public
 * part with a share sealed to each holder. The private key is kept nowhere.
 *
 * @returns 0, or 1 when the holders' keys were not said to be right.
 */
export const makeKey = async (id: string, { terms, yes, ...where }: MakeKeyOptions): Promise<number> => {
  const connection = await connect(where);
  const poolId = terms ? id : (await connection.get<{ poolId: string }>(`/lots/${id}`)).poolId;
  const { holders } = await connection.get<{ holders: Holder[] }>(`/pools/${poolId}/committee`);
  const missing = holders.find((holder) => !isReady(holder));
  if (missing)
    throw new Error(`pemegang (holder) ${missing.place} belum mendaftarkan kunci (has no key yet)`);
  say('Kunci para pemegang (the keys of the holders):');
  const ready = holders.filter(isReady);
  if (!(await compared(ready)) && !yes) {
    say('Tidak dibuat: bandingkan dulu, lalu --yes. (Not made: compare them first, then --yes.)');
    return 1;
  }
  const made = await makeHeldKey(ready);
  await connection.send('PUT', `/${terms ? 'pools' : 'lots'}/${id}/sealing-key`, made);
  say(`Kunci segel (sealing key): ${await nameKey(made.publicKey)}`);
  return 0;
};
