import type { Sending } from '../api/use-send.js';
import { later } from './later.js';
import { Refusal } from './refusal.js';

const ProofForm = later('proof', () => import('./proof-form.js').then((file) => file.ProofForm));

/** Why something was refused; where only a proof of who it is was missing, the proof is taken here and the same is sent again. */
export const RefusalOrProof = ({
  of: sending,
}: {
  readonly of: Pick<Sending<unknown>, 'refused' | 'send'>;
}) => {
  const { refused } = sending;
  if (refused !== null && refused !== 'offline' && refused.code === 'STEP_UP_REQUIRED')
    return <ProofForm again={() => void sending.send()} />;
  return <Refusal of={sending} />;
};
