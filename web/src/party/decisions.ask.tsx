import { dataOf } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';
import type { AskProps } from '../frame/ask-row.js';
import { useCount } from '../frame/use-count.js';
import { AskCard } from '../parts/ask-card.js';
import { useFormat } from '../words/format.js';
import { defineWords, useWords } from '../words/words.js';

const askWords = defineWords({
  id: {
    one: 'Satu keputusan menunggu Anda',
    several: (count: string) => `${count} keputusan menunggu Anda`,
    about: 'Orang lain sudah mengusulkan; tanpa Anda tidak ada uang yang keluar.',
    until: (time: string) => `Berlaku sampai ${time}`,
    look: 'Lihat dan putuskan',
  },
  en: {
    one: 'A decision waits for you',
    several: (count: string) => `${count} decisions wait for you`,
    about: 'Somebody proposed it; without you no money goes out.',
    until: (time: string) => `Good until ${time}`,
    look: 'See and decide',
  },
});

/** What another of the party proposed, and waits for this person. */
const DecisionsAsk = ({ party, onCount }: AskProps) => {
  const words = useWords(askWords);
  const format = useFormat();
  const mayApprove = party.roles.some((role) => role === 'treasurer' || role === 'chair');
  const asked = useAsk(mayApprove ? `asks:decisions:${party.partyId}` : null, async (api) => {
    const { data } = await dataOf(
      api.GET('/api/v1/parties/{partyId}/decisions', {
        params: { path: { partyId: party.partyId }, query: { limit: 100 } },
      }),
    );
    return data.filter(({ waitsForYou }) => waitsForYou);
  });
  const waiting = asked.state === 'done' ? asked.data : [];
  useCount(mayApprove ? asked : null, waiting.length, onCount);
  const first = waiting.map(({ expiresAt }) => expiresAt).sort()[0];
  if (first === undefined) return null;
  return (
    <AskCard
      icon="money"
      title={waiting.length === 1 ? words.one : words.several(format.number(waiting.length))}
      due={words.until(format.dateTime(first))}
      action={words.look}
      href="/keputusan"
      isUrgent
    >
      <p>{words.about}</p>
    </AskCard>
  );
};

export default DecisionsAsk;
