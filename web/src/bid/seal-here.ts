import { useEffect } from 'preact/hooks';
import { later } from '../parts/later.js';

const fetchProof = () => import('./sealed-proof.js');
export const SealedProof = later('sealed-proof', () => fetchProof().then((file) => file.SealedProof));

/** Fetched while terms are being written: a signal that is lost later loses neither what seals nor what is kept of it. */
export const useSealing = (isCommittee: boolean): void => {
  useEffect(() => {
    if (isCommittee)
      void Promise.all([import('./send-bid.js'), fetchProof(), import('../parts/qr-drawing.js')]).catch(
        () => undefined,
      );
  }, [isCommittee]);
};
