import { dataOf, type View } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useAsk } from '../api/use-ask.js';
import { useLooking } from '../api/use-looking.js';
import { useTitle } from '../frame/head.js';
import type { Params } from '../frame/screen.js';
import { Answered } from '../parts/asked.js';
import { Badge } from '../parts/badge.js';
import { LinkButton } from '../parts/button.js';
import { Facts } from '../parts/facts.js';
import { TwoPeople } from '../party/two-people.js';
import { moneyWords } from '../payment/words.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { payoutTones } from './payout-list.js';
import { PayoutProofs } from './payout-proofs.js';
import { CameBack, GatewaySilent, PayeeSteps, PayerSteps } from './payout-steps.js';
import { payoutWords } from './words.js';

const moving = new Set<View<'PayoutView'>['state']>(['proposed', 'approved', 'sent']);

/** Nobody can say any more whether the gateway made it. */
const GIVEN_UP = 'given-up';

/** More than so many are folded. */
const FEW = 5;

/** One payout, from the proposal of one person to the money's arrival. */
const PayoutScreen = ({ params: { payoutId = '' } }: { readonly params: Params }) => {
  const words = useWords(payoutWords);
  const money = useWords(moneyWords);
  const format = useFormat();
  useTitle(words.payout);
  const partyId = actingParty()?.partyId ?? '';
  const asked = useAsk(`payout:${partyId}:${payoutId}`, (api) =>
    dataOf(
      api.GET('/api/v1/parties/{partyId}/payouts/{payoutId}', { params: { path: { partyId, payoutId } } }),
    ),
  );
  // The second person, the payee and the bank each move it on from elsewhere.
  useLooking(asked.state === 'done' && moving.has(asked.data.state), asked.again);
  return (
    <div class="narrow">
      <h1>{words.payout}</h1>
      <Answered of={asked}>
        {(payout) => {
          const isPayer = payout.payerId === partyId;
          const isUnderWay = payout.state === 'approved' || payout.state === 'sent';
          const steps = { partyId, payout, after: asked.again };
          const times = (
            [
              [words.at, payout.proposedAt],
              [words.approvedAt, payout.approvedAt],
              [words.sentAt, payout.sentAt],
              [words.endedAt, payout.endedAt],
            ] as const
          ).flatMap(([name, at]) => (at === null ? [] : [[name, format.dateTime(at)] as const]));
          return (
            <>
              <p class="amount">
                <span class="amount-label">{words.onePayee(payout.payeeName)}</span>
                {format.rupiah(payout.amountRp)}
              </p>
              <p>
                <Badge tone={payoutTones[payout.state]}>{words[payout.state]}</Badge>
              </p>
              {payout.reason !== null && <p>{payout.reason}</p>}
              {isPayer && <TwoPeople decisionId={payout.decisionId} partyId={partyId} after={asked.again} />}
              {isPayer && isUnderWay && payout.method === 'transfer' && <PayerSteps {...steps} />}
              {payout.gatewayAnswer === GIVEN_UP && <GatewaySilent {...steps} />}
              {isPayer && payout.state === 'paid' && payout.method === 'transfer' && <CameBack {...steps} />}
              {!isPayer && isUnderWay && <PayeeSteps {...steps} />}
              <Facts
                of={[
                  [words.method, payout.method === 'iris' ? words.iris : words.transfer],
                  [words.reference, <code>{payout.reference}</code>],
                  ...(payout.gatewayAnswer === null || payout.gatewayAnswer === GIVEN_UP
                    ? []
                    : [[words.gatewayAnswer, <code>{payout.gatewayAnswer}</code>] as const]),
                  ...times,
                  ...(payout.overRp === null || payout.overRp === 0
                    ? []
                    : [[words.over, format.rupiah(payout.overRp)] as const]),
                ]}
              />
              <details class="group" open={payout.items.length <= FEW}>
                <summary>
                  <span class="row-name">{words.forWhat}</span>
                  <span>{words.bills(format.number(payout.items.length))}</span>
                </summary>
                <ul class="rows">
                  {payout.items.map((item) => (
                    <li key={item.dueId} class="row">
                      <span>{money[item.kind]}</span>
                      <strong class="row-end">{format.rupiah(item.amountRp)}</strong>
                    </li>
                  ))}
                </ul>
              </details>
              <PayoutProofs
                partyId={partyId}
                payoutId={payout.id}
                mayAdd={isPayer && (isUnderWay || payout.state === 'paid')}
              />
            </>
          );
        }}
      </Answered>
      <div class="buttons">
        <LinkButton href="/utang" tone="quiet">
          {words.payouts}
        </LinkButton>
      </div>
    </div>
  );
};

export default PayoutScreen;
