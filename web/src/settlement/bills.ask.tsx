import { dataOf } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';
import type { AskProps } from '../frame/ask-row.js';
import { useCount } from '../frame/use-count.js';
import { AskCard } from '../parts/ask-card.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { billWords } from './bill-words.js';

/** Bills that differ from what was ordered and received: for their seller, and for who is to pay them. */
const BillsAsk = ({ party, onCount }: AskProps) => {
  const words = useWords(billWords);
  const format = useFormat();
  const asked = useAsk(`asks:bills:${party.partyId}`, async (api) => {
    const { data } = await dataOf(
      api.GET('/api/v1/bills', { params: { query: { state: 'differs', limit: 200 } } }),
    );
    return data.filter(({ heldRp }) => heldRp > 0);
  });
  const bills = asked.state === 'done' ? asked.data : [];
  useCount(asked, bills.length, onCount);
  const [first, ...others] = bills;
  if (first === undefined) return null;
  const heldRp = bills.reduce((sum, bill) => sum + bill.heldRp, 0);
  const isSeller = first.sellerId === party.partyId;
  return (
    <AskCard
      icon="orders"
      title={
        others.length === 0
          ? words.askDiffers(first.number)
          : words.askDiffersMore(format.number(bills.length))
      }
      action={words.askGo}
      href={others.length === 0 ? `/tagihan-penjual/${first.id}` : '/tagihan-penjual?keadaan=selisih'}
      isUrgent={isSeller}
    >
      <p>
        {words.askHeld(format.rupiah(heldRp))}{' '}
        {others.length === 0 && (isSeller ? words.to(first.buyerName) : words.from(first.sellerName))}
      </p>
    </AskCard>
  );
};

export default BillsAsk;
