import { useState } from 'preact/hooks';
import { dataOf } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useAsk } from '../api/use-ask.js';
import { useOnce } from '../api/use-once.js';
import { useSend } from '../api/use-send.js';
import { useTitle } from '../frame/head.js';
import { Answered, Empty } from '../parts/asked.js';
import { Button, LinkButton } from '../parts/button.js';
import { Notice } from '../parts/notice.js';
import { Refusal } from '../parts/refusal.js';
import { SureButton } from '../parts/sure-button.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { EnteredCard, type EnteredOrder } from './entered-card.js';
import { EnteredSum } from './entered-sum.js';
import { enteredWords } from './entered-words.js';
import { usePool } from './use-pool.js';

const Answer = ({
  order,
  after,
}: {
  readonly order: EnteredOrder;
  readonly after: (answered: EnteredOrder) => void;
}) => {
  const words = useWords(enteredWords);
  const header = useOnce(order.id);
  const params = { path: { orderId: order.id }, header };
  const approving = useSend(
    (api) => dataOf(api.POST('/api/v1/entered-orders/{orderId}/accept', { params })),
    after,
  );
  const refusing = useSend(
    (api) => dataOf(api.POST('/api/v1/entered-orders/{orderId}/refuse', { params })),
    after,
  );
  const isOffice = actingParty()?.roles.some((role) => role === 'officer' || role === 'chair') === true;
  if (!isOffice) return <p class="small">{words.onlyOffice}</p>;
  return (
    <>
      <Refusal of={approving.refused === null ? refusing : approving} />
      <div class="buttons">
        <Button isBusy={approving.isSending} onPress={() => void approving.send()}>
          {words.approve}
        </Button>
        <SureButton
          question={words.refuseSure}
          isBusy={refusing.isSending}
          onPress={() => void refusing.send()}
        >
          {words.refuse}
        </SureButton>
      </div>
    </>
  );
};

const Waiting = ({
  order,
  after,
}: {
  readonly order: EnteredOrder;
  readonly after: (answered: EnteredOrder) => void;
}) => {
  const words = useWords(enteredWords);
  const format = useFormat();
  const pool = usePool(order.poolId);
  return (
    <EnteredCard order={order} title={order.poolTitle}>
      <p class="small">
        {order.organiserName}.{' '}
        {words.until(`${format.day(order.expiresAt)}, ${format.time(order.expiresAt)}`)}
      </p>
      <EnteredSum
        poolId={order.poolId}
        depositRateBps={pool.state === 'done' ? pool.data.deposit.rateBps : null}
        lines={order.lines}
      />
      <Answer order={order} after={after} />
    </EnteredCard>
  );
};

/** A koperasi approves or refuses what its organiser wrote down for it. */
const EnteredOrdersScreen = () => {
  const words = useWords(enteredWords);
  useTitle(words.ownTitle);
  const [answered, setAnswered] = useState<EnteredOrder | null>(null);
  const orders = useAsk(`entered-for:${actingParty()?.partyId ?? ''}`, (api) =>
    dataOf(api.GET('/api/v1/entered-orders', { params: { query: { isWaiting: true } } })),
  );
  const isApproved = answered?.state === 'confirmed';
  return (
    <div class="narrow">
      <h1>{words.ownTitle}</h1>
      {answered !== null && (
        <Notice tone={isApproved ? 'good' : 'info'} title={isApproved ? words.approved : words.refused}>
          <p>{isApproved ? words.approvedText : words.refusedText}</p>
          <LinkButton href={`/putaran/${answered.poolId}/pesan`}>{words.toOrder}</LinkButton>
        </Notice>
      )}
      <Answered of={orders}>
        {({ data }) => {
          const waiting = data.filter(({ id }) => id !== answered?.id);
          if (waiting.length === 0)
            return answered === null ? (
              <Empty title={words.ownNone}>
                <LinkButton href="/putaran">{words.toPools}</LinkButton>
              </Empty>
            ) : null;
          return (
            <>
              <p class="lead">{words.ownAbout}</p>
              <h2 class="hidden-words">{words.state_waiting}</h2>
              <div class="cards">
                {waiting.map((order) => (
                  <Waiting
                    key={order.id}
                    order={order}
                    after={(done) => {
                      setAnswered(done);
                      orders.again();
                    }}
                  />
                ))}
              </div>
            </>
          );
        }}
      </Answered>
    </div>
  );
};

export default EnteredOrdersScreen;
