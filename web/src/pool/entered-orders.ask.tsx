import { dataOf } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';
import type { AskProps } from '../frame/ask-row.js';
import { useCount } from '../frame/use-count.js';
import { AskCard } from '../parts/ask-card.js';
import { useFormat } from '../words/format.js';
import { defineWords, useWords } from '../words/words.js';

const ownWords = defineWords({
  id: {
    title: 'Konfirmasi pesanan yang dibuatkan',
    text: (organiser: string, pool: string) =>
      `${organiser} menuliskan pesanan untuk Anda di putaran ${pool}. Baru berlaku bila Anda setuju.`,
    due: (time: string) => `Paling lambat ${time}`,
    action: 'Periksa pesanannya',
  },
  en: {
    title: 'Confirm an order entered for you',
    text: (organiser: string, pool: string) =>
      `${organiser} wrote down an order for you in the pool ${pool}. It counts once you approve it.`,
    due: (time: string) => `By ${time}`,
    action: 'Look at the order',
  },
});

/** Orders that an organiser entered for this koperasi and that wait for its word. */
const EnteredOrdersAsk = ({ party, onCount }: AskProps) => {
  const words = useWords(ownWords);
  const format = useFormat();
  const asked = useAsk(`asks:entered:${party.partyId}`, async (api) => {
    const { data } = await dataOf(
      api.GET('/api/v1/entered-orders', { params: { query: { isWaiting: true } } }),
    );
    return data.filter(({ koperasiId }) => koperasiId === party.partyId);
  });
  useCount(asked, asked.state === 'done' ? asked.data.length : 0, onCount);
  if (asked.state !== 'done') return null;
  return (
    <>
      {asked.data.map(({ id, organiserName, poolTitle, expiresAt }) => (
        <AskCard
          key={id}
          icon="pools"
          title={words.title}
          due={words.due(`${format.day(expiresAt)}, ${format.time(expiresAt)}`)}
          action={words.action}
          href="/pesanan-dibuatkan"
          isUrgent
        >
          <p>{words.text(organiserName, poolTitle)}</p>
        </AskCard>
      ))}
    </>
  );
};

export default EnteredOrdersAsk;
