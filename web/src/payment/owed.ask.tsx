import { allRows } from '../api/all-rows.js';
import { dataOf } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';
import type { AskProps } from '../frame/ask-row.js';
import { useCount } from '../frame/use-count.js';
import { AskCard } from '../parts/ask-card.js';
import { useFormat } from '../words/format.js';
import { counted } from '../words/counted.js';
import { defineWords, useWords } from '../words/words.js';

const owedWords = defineWords({
  id: {
    owed: (amount: string) => `${amount} belum Anda bayar`,
    of: (count: string) => `${count} tagihan`,
    to: (count: string, payee: string) => `${count} tagihan, semua dari ${payee}`,
    late: (time: string) => `Terlambat: jatuh tempo ${time}`,
    due: (time: string) => `Paling lambat ${time}`,
    pay: 'Lihat dan bayar',
  },
  en: {
    owed: (amount: string) => `${amount} is yours to pay`,
    of: (count: string) => counted(count, 'bill'),
    to: (count: string, payee: string) => `${counted(count, 'bill')}, all from ${payee}`,
    late: (time: string) => `Late: was due ${time}`,
    due: (time: string) => `By ${time}`,
    pay: 'See and pay',
  },
});

/** What a seller, a kitchen or the organiser owes, as one sum: there are many at a time, each of a little. */
const OwedAsk = ({ party, onCount }: AskProps) => {
  const words = useWords(owedWords);
  const format = useFormat();
  const asked = useAsk(`asks:owed:${party.partyId}`, async (api) => {
    const dues = await allRows((cursor) =>
      dataOf(
        api.GET('/api/v1/dues', {
          params: {
            query: { state: 'open', side: 'payer', limit: 200, ...(cursor === undefined ? {} : { cursor }) },
          },
        }),
      ),
    );
    return dues.filter(({ payerId, openRp }) => payerId === party.partyId && openRp > 0);
  });
  const dues = asked.state === 'done' ? asked.data : [];
  useCount(asked, dues.length, onCount);
  const [first] = dues;
  if (first === undefined) return null;
  const [next] = dues
    .filter(({ dueAt }) => dueAt !== null)
    .sort((a, b) => (a.dueAt ?? '').localeCompare(b.dueAt ?? ''));
  const when = next?.dueAt == null ? null : `${format.day(next.dueAt)}, ${format.time(next.dueAt)}`;
  const count = format.number(dues.length);
  return (
    <AskCard
      icon="money"
      title={words.owed(format.rupiah(dues.reduce((sum, { openRp }) => sum + openRp, 0)))}
      {...(when === null ? {} : { due: next?.isOverdue === true ? words.late(when) : words.due(when) })}
      action={words.pay}
      // An organiser pays by two people, who choose there what goes out together.
      href={party.kind === 'organiser' ? '/utang' : '/tagihan'}
      isUrgent={next?.isOverdue === true}
    >
      <p>
        {dues.every(({ payeeId }) => payeeId === first.payeeId)
          ? words.to(count, first.payeeName)
          : words.of(count)}
      </p>
    </AskCard>
  );
};

export default OwedAsk;
