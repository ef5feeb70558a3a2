import type { AskProps } from '../frame/ask-row.js';
import { useCount } from '../frame/use-count.js';
import { AskCard } from '../parts/ask-card.js';
import { useFormat } from '../words/format.js';
import { defineWords, useWords } from '../words/words.js';
import { useClaims } from './use-claims.js';

const askWords = defineWords({
  id: {
    title: (amount: string) => `Benarkan transfer ${amount}`,
    about: 'Pembayar melapor sudah transfer. Lihat rekening Anda, lalu benarkan.',
    look: 'Lihat transfer',
  },
  en: {
    title: (amount: string) => `Confirm transfers of ${amount}`,
    about: 'Payers say that they transferred. See your account, then confirm.',
    look: 'See the transfers',
  },
});

const deciders: readonly string[] = ['officer', 'treasurer', 'chair'];

/** Transfers that payers say they made, and nobody has confirmed. */
const ClaimsAsk = ({ party, onCount }: AskProps) => {
  const words = useWords(askWords);
  const format = useFormat();
  const mayLook = party.roles.some((role) => deciders.includes(role));
  const asked = useClaims(mayLook ? party.partyId : null);
  const claims = asked.state === 'done' ? asked.data : [];
  useCount(mayLook ? asked : null, claims.length, onCount);
  if (claims.length === 0) return null;
  return (
    <AskCard
      icon="money"
      title={words.title(format.rupiah(claims.reduce((sum, { claimedRp }) => sum + claimedRp, 0)))}
      action={words.look}
      href="/piutang"
    >
      <p>{words.about}</p>
    </AskCard>
  );
};

export default ClaimsAsk;
