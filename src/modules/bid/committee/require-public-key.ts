import { refuseCommittee } from '../../../core/bid/committee/refusals.js';
import {
  SealBroken,
  requireBox,
  requireSealingKey,
  type SealedBox,
  type SealingKey,
} from '../../../seal/index.js';

/** @throws Refusal PUBLIC_KEY_UNUSABLE on the field */
export const requirePublicKey = async (publicKey: SealingKey, field: string): Promise<void> => {
  try {
    await requireSealingKey(publicKey);
  } catch (error) {
    if (error instanceof SealBroken) throw refuseCommittee('PUBLIC_KEY_UNUSABLE', {}, field);
    throw error;
  }
};

/** Refuses what is not shaped like a box for the key; whether it holds the share, only its holder can see. */
export const requireShareBox = (publicKey: SealingKey, box: SealedBox, field: string): void => {
  try {
    requireBox(publicKey, box);
  } catch (error) {
    if (error instanceof SealBroken) throw refuseCommittee('SHARE_UNUSABLE', {}, field);
    throw error;
  }
};
