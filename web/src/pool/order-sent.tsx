import type { Entry } from '../offline/entry.js';
import { EntryStatus } from '../offline/entry-state.js';
import { outboxWords } from '../offline/words.js';
import { Button, LinkButton } from '../parts/button.js';
import { useWords } from '../words/words.js';
import { orderWords } from './order-words.js';
import type { Pool } from './use-pool.js';

/** After sending: how far each part has come, and what to do next. */
export const OrderSent = ({
  pool,
  entries,
  onAgain,
}: {
  readonly pool: Pool;
  readonly entries: readonly Entry[];
  readonly onAgain: () => void;
}) => {
  const words = useWords(orderWords);
  const outbox = useWords(outboxWords);
  const asksDeposit = pool.deposit.rateBps > 0 && entries.some(({ kind }) => kind !== 'withdrawal');
  const stand = entries.some(({ state }) => state === 'refused')
    ? 'refused'
    : entries.every(({ state }) => state === 'received')
      ? 'arrived'
      : 'sent';
  return (
    <section>
      <h2>{words[stand]}</h2>
      {entries.map((entry) => (
        <div key={entry.id} class="card">
          <p class="strong">
            {outbox[entry.kind]} · {entry.title}
          </p>
          <EntryStatus entry={entry} />
        </div>
      ))}
      {stand === 'sent' && <p class="small">{outbox.about}</p>}
      <div class="buttons">
        {entries.some(({ state }) => state === 'refused') && <Button onPress={onAgain}>{words.mend}</Button>}
        {asksDeposit && entries.some(({ state }) => state === 'received') && (
          <LinkButton href="/tagihan">{words.pay}</LinkButton>
        )}
        <LinkButton href={`/putaran/${pool.id}`} tone={asksDeposit ? 'quiet' : 'main'}>
          {words.whatNow}
        </LinkButton>
      </div>
    </section>
  );
};
