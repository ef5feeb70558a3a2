import { readFile, writeFile } from 'node:fs/promises';
import {
  drawNonce,
  nameKey,
  sealBid,
  type Curve,
  type SealContext,
  type SealedBox,
  type SealingKey,
} from '../seal/index.js';
import { connect, type Where } from './committee/connect.js';
import { say } from './say.js';

export interface SealOptions extends Where {
  /** The lot that is bid on; or else `pool`. */
  readonly lot?: string;
  /** The pool over all lots of which the terms are. */
  readonly pool?: string;
  /** The bidder: a supplier, or in a sell pool who buys. */
  readonly supplier: string;
  /** The revision that this one replaces, as the last receipt says; left out: there is none. */
  readonly revision?: number;
}

/** What a bidder keeps: all that proves the bid, and that opens it again once its key is public. */
export interface KeptBid {
  readonly keyId: string;
  readonly publicKey: SealingKey;
  readonly context: SealContext;
  readonly terms: object;
  readonly nonce: string;
  readonly hash: string;
  readonly box: SealedBox;
}

interface KeyAnswer {
  readonly keyId: string;
  readonly mode: 'server' | 'committee';
  readonly curve: Curve;
  readonly publicKey: string;
}

/** What is sealed, and by which path it is handed in: as a box, or in plain text for the system to seal. */
interface Place {
  readonly path: string;
  readonly context: SealContext;
  readonly sealed: string;
  readonly plain: string;
}

const placeOf = ({ lot, pool, supplier }: SealOptions): Place => {
  if (lot !== undefined && pool === undefined)
    return {
      path: `/lots/${lot}`,
      context: { lotId: lot, supplierId: supplier },
      sealed: 'sealed-bids',
      plain: 'bids',
    };
  if (pool !== undefined && lot === undefined)
    return {
      path: `/pools/${pool}`,
      context: { poolId: pool, supplierId: supplier },
      sealed: 'sealed-terms',
      plain: 'supplier-terms',
    };
  throw new Error('--lot atau --pool: salah satu (one of the two)');
};

/**
 * `sepikul seal FILE`: seals the terms in a file here, hands in the box and keeps what proves it beside the file,
 * before anything is sent. A pool that the system seals gets the terms themselves, with the nonce.
 */
export const sealFile = async (file: string, options: SealOptions): Promise<void> => {
  const { supplier, revision } = options;
  const { path: place, context, sealed, plain } = placeOf(options);
  const terms = JSON.parse(await readFile(file, 'utf8')) as object;
  const connection = await connect(options);
  const { keyId, mode, curve, publicKey: key } = await connection.get<KeyAnswer>(`${place}/sealing-key`);
  const publicKey = { curve, key };
  const nonce = drawNonce();
  const { box, hash } = await sealBid(publicKey, context, terms, nonce);
  const kept: KeptBid = { keyId, publicKey, context, terms, nonce, hash, box };
  const proof = `${file}.${hash.slice(0, 8)}.proof.json`;
  await writeFile(proof, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  const [path, body] =
    mode === 'committee'
      ? [`${place}/${sealed}/${supplier}`, { box, hash }]
      : [`${place}/${plain}/${supplier}`, { ...terms, nonce }];
  const receipt = await connection.send<{ text: string }>('PUT', path, body, revision);
  say(`Kunci segel (sealing key): ${await nameKey(publicKey)}`);
  say(receipt.text);
  say(`Bukti (proof): ${proof}`);
};
