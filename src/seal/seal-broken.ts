/**
 * Why a box, key or share cannot be used:
 * FORMAT_UNKNOWN another format or curve; MALFORMED not the bytes it should be; UNDECRYPTABLE another key, another
 * context, or touched; TOO_LONG the message exceeds what every box holds; PASSPHRASE_TOO_SHORT; SHARES_UNUSABLE
 * fewer than two, twice the same, or not of one key; SHARE_WRONG not the one whose hash was published.
 */
export type SealFault =
  | 'FORMAT_UNKNOWN'
  | 'MALFORMED'
  | 'UNDECRYPTABLE'
  | 'TOO_LONG'
  | 'PASSPHRASE_TOO_SHORT'
  | 'SHARES_UNUSABLE'
  | 'SHARE_WRONG';

/** Says the fault and nothing else: no byte of what was sealed. */
export class SealBroken extends Error {
  constructor(readonly fault: SealFault) {
    super(fault);
    this.name = 'SealBroken';
  }
}
