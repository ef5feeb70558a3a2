import { createHash } from 'node:crypto';

/** A code as it is kept. Ours are long enough that a plain hash keeps them: nobody guesses 80 bits. */
export const hashCode = (code: string): Buffer => createHash('sha256').update(code).digest();
