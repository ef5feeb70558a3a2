import { readFile } from 'node:fs/promises';
import { callApi } from '../season/index.js';
import { SealBroken, openBid } from '../seal/index.js';
import type { KeptBid } from './seal-bid.js';
import { say } from './say.js';

/**
 * `sepikul unseal PROOF`: once a committee has opened a lot, opens a kept bid with the published key and computes its
 * hash again.
 *
 * @returns 0 when it says what was sealed, 1 when it does not, 2 while its key is not public.
 */
export const unsealFile = async (file: string, { url }: { readonly url: string }): Promise<number> => {
  const kept = JSON.parse(await readFile(file, 'utf8')) as KeptBid;
  const key = await callApi(url).find<{ privateKey: string | null }>(null, `/sealing-keys/${kept.keyId}`);
  if (key?.privateKey == null) {
    say('Kuncinya belum diumumkan. (Its key is not public.)');
    return 2;
  }
  try {
    const privateKey = Buffer.from(key.privateKey, 'base64url');
    const { terms, hash } = await openBid(privateKey, kept.publicKey, kept.box, kept.context);
    say(JSON.stringify(terms, null, 2));
    const isSame = hash === kept.hash;
    say(isSame ? `✓ ${hash}` : `✗ ${hash}, bukan (not) ${kept.hash}`);
    return isSame ? 0 : 1;
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    say(`✗ ${error.fault}`);
    return 1;
  }
};
