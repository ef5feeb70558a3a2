import { Link } from 'wouter-preact';
import { dataOf, type View } from '../api/api.js';
import { Answered, Empty } from '../parts/asked.js';
import { Badge } from '../parts/badge.js';
import { MoreButton } from '../parts/more-button.js';
import { useRows } from '../parts/more-rows.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { payoutWords } from './words.js';

export const payoutTones = {
  proposed: 'waiting',
  approved: 'waiting',
  sent: 'waiting',
  paid: 'good',
  failed: 'bad',
  returned: 'bad',
  refused: 'plain',
} as const satisfies Record<View<'PayoutView'>['state'], string>;

/** Payouts that the party makes or gets, the newest first. */
export const PayoutList = ({ partyId }: { readonly partyId: string }) => {
  const words = useWords(payoutWords);
  const format = useFormat();
  const payouts = useRows(`payouts:${partyId}`, (api, cursor) =>
    dataOf(
      api.GET('/api/v1/parties/{partyId}/payouts', {
        params: { path: { partyId }, query: { limit: 10, ...(cursor === undefined ? {} : { cursor }) } },
      }),
    ),
  );
  return (
    <>
      <h2>{words.payouts}</h2>
      <Answered of={payouts.first}>
        {() =>
          payouts.rows.length === 0 ? (
            <Empty title={words.noPayouts} />
          ) : (
            <ul class="rows">
              {payouts.rows.map((payout) => (
                <li key={payout.id}>
                  <Link href={`/utang/${payout.id}`} class="row-link">
                    <span>
                      <span class="row-name">
                        {payout.payerId === partyId ? payout.payeeName : words.incoming}
                      </span>
                      <Badge tone={payoutTones[payout.state]}>{words[payout.state]}</Badge>
                    </span>
                    <strong class="row-end">{format.rupiah(payout.amountRp)}</strong>
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      <MoreButton of={payouts} />
    </>
  );
};
