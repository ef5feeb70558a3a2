import { randomBytes } from 'node:crypto';
import { openSecret, sealSecret } from './seal-secret.js';

const secret = randomBytes(48);

it('opens under the passphrase it was sealed with, and shows nothing of it', async () => {
  const sealed = await sealSecret(secret, 'berat sama dipikul');
  expect(sealed.includes(secret.subarray(0, 8))).toBe(false);
  expect((await openSecret(sealed, 'berat sama dipikul')).equals(secret)).toBe(true);
});

it('opens under no other, and not when a byte was changed', async () => {
  const sealed = await sealSecret(secret, 'berat sama dipikul');
  await expect(openSecret(sealed, 'ringan sama dijinjing')).rejects.toThrow('passphrase');
  sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
  await expect(openSecret(sealed, 'berat sama dipikul')).rejects.toThrow('passphrase');
});
