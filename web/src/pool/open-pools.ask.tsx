import { dataOf } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';
import type { AskProps } from '../frame/ask-row.js';
import { useCount } from '../frame/use-count.js';
import { isWaiting } from '../offline/entry.js';
import { lastErrandAbout } from '../offline/use-errand.js';
import { AskCard } from '../parts/ask-card.js';
import { useFormat } from '../words/format.js';
import { counted } from '../words/counted.js';
import { defineWords, useWords } from '../words/words.js';

/** Its own few: home waits for no more. */
const askWords = defineWords({
  id: {
    waits: 'Pesanan Anda tersimpan di HP ini, menunggu sinyal.',
    notOrdered: 'Koperasi Anda belum memesan.',
    ordered: (count: string) => `Sudah memesan ${count} barang; masih bisa diubah.`,
    soon: 'Sebentar lagi ditutup.',
    seeOrder: 'Lihat putaran',
    order: 'Pesan sekarang',
    closesAt: (time: string) => `Ditutup ${time}`,
  },
  en: {
    waits: 'Your order is saved on this phone and waits for a signal.',
    notOrdered: 'Your koperasi has ordered nothing yet.',
    ordered: (count: string) => `${counted(count, 'item')} ordered; can still be changed.`,
    soon: 'It closes soon.',
    seeOrder: 'See the pool',
    order: 'Order now',
    closesAt: (time: string) => `Closes ${time}`,
  },
});

/** A koperasi takes part in few pools at once. */
const MOST = 5;
const SOON_MS = 48 * 3_600_000;

/** Open pools: those in which this koperasi has ordered nothing yet want an order, the others can still be changed. */
const OpenPoolsAsk = ({ party, onCount }: AskProps) => {
  const words = useWords(askWords);
  const format = useFormat();
  const asked = useAsk(`asks:pools:${party.partyId}`, async (api) => {
    const { data } = await dataOf(
      api.GET('/api/v1/pools', { params: { query: { state: 'open', limit: MOST } } }),
    );
    const rows = await Promise.all(
      data.map(async (pool) => {
        const lines = await dataOf(
          api.GET('/api/v1/pools/{poolId}/commitments', { params: { path: { poolId: pool.id } } }),
        );
        const own = lines.data.filter(
          ({ koperasiId, state, requirementLineId }) =>
            koperasiId === party.partyId && state === 'active' && requirementLineId === null,
        );
        return { pool, lineCount: own.length };
      }),
    );
    return rows.sort((a, b) => a.pool.closesAt.localeCompare(b.pool.closesAt));
  });
  useCount(asked, asked.state === 'done' ? asked.data.length : 0, onCount);
  if (asked.state !== 'done') return null;
  return (
    <>
      {asked.data.map(({ pool, lineCount }) => {
        const sent = lastErrandAbout(`pool:${pool.id}:${party.partyId}`);
        const waits = sent !== undefined && isWaiting(sent);
        const isUrgent = lineCount === 0 && !waits;
        return (
          <AskCard
            key={pool.id}
            icon="pools"
            title={pool.title}
            due={words.closesAt(`${format.day(pool.closesAt)}, ${format.time(pool.closesAt)}`)}
            action={isUrgent ? words.order : words.seeOrder}
            href={isUrgent ? `/putaran/${pool.id}/pesan` : `/putaran/${pool.id}`}
            isUrgent={isUrgent}
          >
            <p>
              {waits
                ? words.waits
                : lineCount === 0
                  ? words.notOrdered
                  : words.ordered(format.number(lineCount))}
              {isUrgent && Date.parse(pool.closesAt) - Date.now() < SOON_MS && ` ${words.soon}`}
            </p>
          </AskCard>
        );
      })}
    </>
  );
};

export default OpenPoolsAsk;
