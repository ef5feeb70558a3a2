import { dataOf } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';
import type { AskProps } from '../frame/ask-row.js';
import { useCount } from '../frame/use-count.js';
import { AskCard } from '../parts/ask-card.js';
import { useFormat } from '../words/format.js';
import { counted } from '../words/counted.js';
import { defineWords, useWords } from '../words/words.js';

const askWords = defineWords({
  id: {
    deposit: (amount: string) => `Bayar uang muka ${amount}`,
    other: (amount: string) => `Bayar tagihan ${amount}`,
    several: (count: string, amount: string) => `${count} tagihan, semuanya ${amount}`,
    due: (time: string) => `Paling lambat ${time}`,
    late: (time: string) => `Terlambat: jatuh tempo ${time}`,
    goods: 'Barang dikirim setelah ini dibayar.',
    binds: 'Pesanan mengikat setelah uang mukanya masuk.',
    pay: 'Lihat dan bayar',
  },
  en: {
    deposit: (amount: string) => `Pay the deposit of ${amount}`,
    other: (amount: string) => `Pay a bill of ${amount}`,
    several: (count: string, amount: string) => `${counted(count, 'bill')}, ${amount} in all`,
    due: (time: string) => `By ${time}`,
    late: (time: string) => `Late: was due ${time}`,
    goods: 'Goods are sent once this is paid.',
    binds: 'An order binds once its deposit is in.',
    pay: 'See and pay',
  },
});

const MOST = 200;

/** What is to be paid; more than two become one. */
const DuesAsk = ({ party, onCount }: AskProps) => {
  const words = useWords(askWords);
  const format = useFormat();
  const asked = useAsk(`asks:dues:${party.partyId}`, async (api) => {
    const { data } = await dataOf(
      api.GET('/api/v1/dues', { params: { query: { state: 'open', side: 'payer', limit: MOST } } }),
    );
    return data
      .filter(({ payerId, openRp }) => payerId === party.partyId && openRp > 0)
      .sort((a, b) => (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9'));
  });
  const dues = asked.state === 'done' ? asked.data : [];
  useCount(asked, dues.length, onCount);
  const [first] = dues;
  if (first === undefined) return null;
  const dueOf = ({ dueAt, isOverdue }: typeof first) =>
    dueAt === null
      ? {}
      : { due: (isOverdue ? words.late : words.due)(`${format.day(dueAt)}, ${format.time(dueAt)}`) };
  if (dues.length > 2)
    return (
      <AskCard
        icon="money"
        title={words.several(
          format.number(dues.length),
          format.rupiah(dues.reduce((sum, { openRp }) => sum + openRp, 0)),
        )}
        {...dueOf(first)}
        action={words.pay}
        href="/tagihan"
        isUrgent
      >
        <p>{words.goods}</p>
      </AskCard>
    );
  return (
    <>
      {dues.map((due) => (
        <AskCard
          key={due.id}
          icon="money"
          title={(due.kind === 'deposit' ? words.deposit : words.other)(format.rupiah(due.openRp))}
          {...dueOf(due)}
          action={words.pay}
          href={`/tagihan/${due.id}`}
          isUrgent
        >
          {due.kind === 'deposit' && <p>{words.binds}</p>}
          {due.kind === 'payment-request' && <p>{words.goods}</p>}
        </AskCard>
      ))}
    </>
  );
};

export default DuesAsk;
