import { argon2id, hash, needsRehash, verify } from 'argon2';

/** OWASP's first choice for Argon2id: 19 MiB, two passes, one lane; about 30 ms on one slow core. */
const COST = { type: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => hash(password, COST);

export const isPassword = (passwordHash: string, password: string): Promise<boolean> =>
  verify(passwordHash, password);

/** Whether a hash was made at another cost than new ones are. */
export const isWeaklyHashed = (passwordHash: string): boolean => needsRehash(passwordHash, COST);
