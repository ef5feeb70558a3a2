import { Link } from 'wouter-preact';
import { dataOf } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useAsk } from '../api/use-ask.js';
import { useTitle } from '../frame/head.js';
import type { Params } from '../frame/screen.js';
import { Answered } from '../parts/asked.js';
import { Badge } from '../parts/badge.js';
import { LinkButton } from '../parts/button.js';
import { Facts } from '../parts/facts.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { useLoad } from './drop-card.js';
import { DropLines } from './drop-lines.js';
import { stepOf, stepTones } from './drop-step.js';
import { ReceiveDrop } from './receive-drop.js';
import { deliveryWords } from './words.js';

/** One drop: what comes from whom, what to do about it, and once it is here the count. */
const DropScreen = ({ params: { dropId = '' } }: { readonly params: Params }) => {
  const words = useWords(deliveryWords);
  const format = useFormat();
  const loadOf = useLoad();
  const asked = useAsk(`drop:${dropId}`, (api) =>
    dataOf(api.GET('/api/v1/drops/{dropId}', { params: { path: { dropId } } })),
  );
  useTitle(words.drop);
  const party = actingParty();
  return (
    <div class="narrow">
      <p class="back">
        <Link href="/kiriman">{words.deliveries}</Link>
      </p>
      <Answered of={asked} heading={words.drop}>
        {(drop) => {
          const step = stepOf(drop);
          const isReceiver = party?.partyId === drop.receiverId;
          const shown: (readonly [string, string | null])[] = [
            [words.from, drop.senderName],
            [words.pool, drop.poolTitle],
            [words.note, drop.deliveryNote],
            [words.place, drop.pickupPlace],
            [words.sentAt, drop.dispatchedAt === null ? null : format.dateTime(drop.dispatchedAt)],
            [words.receivedAt, drop.receivedAt === null ? null : format.dateTime(drop.receivedAt)],
          ];
          return (
            <>
              <h1>{loadOf(drop.goods)}</h1>
              <p>
                <Badge tone={stepTones[step]}>{words[step]}</Badge>{' '}
                {step !== 'done' && words.neededBy(format.day(drop.neededBy))}
              </p>
              <Facts
                of={shown.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]))}
              />
              {step === 'pay' && isReceiver && (
                <>
                  <p>{words.payNext}</p>
                  <p class="buttons">
                    <LinkButton href="/tagihan">{words.toPay}</LinkButton>
                  </p>
                </>
              )}
              {step === 'wait' && isReceiver && <p>{words.waitNext}</p>}
              {(step === 'receive' || step === 'fetch') && isReceiver ? (
                <ReceiveDrop drop={drop} party={party} again={asked.again} />
              ) : (
                <DropLines drop={drop} />
              )}
            </>
          );
        }}
      </Answered>
    </div>
  );
};

export default DropScreen;
