import { hash } from 'node:crypto';
import type { SignedIn } from './principal.js';

/** What the guard asks of the party stage: whose live session is this token? Asked on every request, so that a revocation holds at once. */
export abstract class Sessions {
  abstract principalOf(tokenHash: Buffer): Promise<SignedIn | undefined>;
}

/** Tokens are kept as hashes only: who reads the table cannot sign in. */
export const hashToken = (token: string): Buffer => hash('sha256', token, 'buffer');
