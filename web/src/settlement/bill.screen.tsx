import { dataOf } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useAsk } from '../api/use-ask.js';
import { useTitle } from '../frame/head.js';
import type { Params } from '../frame/screen.js';
import { Answered } from '../parts/asked.js';
import { Badge } from '../parts/badge.js';
import { LinkButton } from '../parts/button.js';
import { Facts } from '../parts/facts.js';
import { Path } from '../parts/path.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { AcceptDifference } from './accept-difference.js';
import { BillLines } from './bill-lines.js';
import { BillTalk } from './bill-talk.js';
import { billTones, billWords } from './bill-words.js';
import { EndBill } from './end-bill.js';

/** A seller's bill: how far it agrees with order and receipt, and what may be done about the rest. */
const BillScreen = ({ params: { billId = '' } }: { readonly params: Params }) => {
  const words = useWords(billWords);
  const format = useFormat();
  const asked = useAsk(`bill:${billId}`, (api) =>
    dataOf(api.GET('/api/v1/bills/{billId}', { params: { path: { billId } } })),
  );
  const title = asked.state === 'done' ? words.billOf(asked.data.number) : words.bills;
  useTitle(title);
  const party = actingParty();
  return (
    <>
      <Path name={words.bills} steps={[['/tagihan-penjual', words.bills]]} />
      <h1>{title}</h1>
      <Answered of={asked}>
        {(bill) => (
          <>
            <p>
              <Badge tone={billTones[bill.state]}>{words[bill.state]}</Badge> {words[`${bill.state}Next`]}
            </p>
            <Facts
              of={[
                [words.amount, format.rupiah(bill.amountRp)],
                [words.matched, <strong key="matched">{format.rupiah(bill.matchedRp)}</strong>],
                [words.heldBack, format.rupiah(bill.heldRp)],
                [words.seller, bill.sellerName],
                [words.buyer, bill.buyerName],
                [words.pool, bill.poolTitle],
                [words.billedOn, format.date(bill.billedOn)],
                [words.posted, format.dateTime(bill.postedAt)],
                ...(bill.endedAt === null ? [] : [[words.ended, format.dateTime(bill.endedAt)] as const]),
                ...(bill.endReason === null ? [] : [[words.reason, bill.endReason] as const]),
              ]}
            />
            <BillLines of={bill.lines} />
            {party !== undefined && <BillTalk bill={bill} party={party} again={asked.again} />}
            {party !== undefined && <AcceptDifference bill={bill} party={party} again={asked.again} />}
            {party?.partyId === bill.sellerId && <EndBill bill={bill} party={party} again={asked.again} />}
            <p class="buttons">
              {party?.partyId === bill.sellerId && (
                <LinkButton href="/piutang" tone="quiet">
                  {words.toGet}
                </LinkButton>
              )}
              {party?.partyId === bill.buyerId && <LinkButton href="/utang">{words.toPay}</LinkButton>}
            </p>
          </>
        )}
      </Answered>
    </>
  );
};

export default BillScreen;
