import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { dataOf, type View } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useAsk } from '../api/use-ask.js';
import { Answered } from '../parts/asked.js';
import { MoreButton } from '../parts/more-button.js';
import { useRows } from '../parts/more-rows.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { DueWhen } from './due-when.js';
import { treasuryWords } from './treasury-words.js';
import { moneyWords } from './words.js';

/** How punctual a party pays. */
const Score = ({ partyId }: { readonly partyId: string }) => {
  const words = useWords(treasuryWords);
  const format = useFormat();
  const asked = useAsk(`score:${partyId}`, (api) =>
    dataOf(api.GET('/api/v1/parties/{partyId}/payment-score', { params: { path: { partyId } } })),
  );
  return (
    <Answered of={asked}>
      {({ counted, onTime }) => (
        <p class="small">
          {counted === 0 ? words.noScore : words.score(format.number(onTime), format.number(counted))}
        </p>
      )}
    </Answered>
  );
};

/** Each due of one buyer by what it stands on: the buyer's name stands above. */
const Dues = ({ payerId }: { readonly payerId: string }) => {
  const money = useWords(moneyWords);
  const format = useFormat();
  const partyId = actingParty()?.partyId ?? '';
  const dues = useRows(`receivables:${partyId}:${payerId}`, (api, cursor) =>
    dataOf(
      api.GET('/api/v1/parties/{partyId}/receivables', {
        params: {
          path: { partyId },
          query: { payerId, limit: 50, ...(cursor === undefined ? {} : { cursor }) },
        },
      }),
    ),
  );
  return (
    <Answered of={dues.first}>
      {() => (
        <>
          <ul class="rows">
            {dues.rows.map((due) => (
              <li key={due.dueId}>
                <Link href={`/tagihan/${due.dueId}`} class="row-link">
                  <span>
                    <span class="row-name">{due.paper ?? money[due.kind]}</span>
                    <span class="small">
                      {due.paper !== null && `${money[due.kind]} · `}
                      {due.poolTitle !== null && `${due.poolTitle} · `}
                      <DueWhen {...due} />
                    </span>
                  </span>
                  <strong class="row-end">{format.rupiah(due.openRp)}</strong>
                </Link>
              </li>
            ))}
          </ul>
          <MoreButton of={dues} />
        </>
      )}
    </Answered>
  );
};

/** What one buyer owes, and of that what is late; opened, each due of it and how punctual they pay. */
export const BuyerDues = ({
  of: { partyId, partyName, current, totalRp },
}: {
  readonly of: View<'PartyAgesView'>;
}) => {
  const words = useWords(treasuryWords);
  const format = useFormat();
  const [isOpened, setOpened] = useState(false);
  const lateRp = totalRp - current;
  return (
    <details
      class="group"
      onToggle={() => {
        setOpened(true);
      }}
    >
      <summary>
        <span class="row-name">
          {partyName}
          {lateRp > 0 && <span class="small late row-under">{words.lateOf(format.rupiah(lateRp))}</span>}
        </span>
        <strong class="row-end">{format.rupiah(totalRp)}</strong>
      </summary>
      {isOpened && (
        <>
          <Score partyId={partyId} />
          <Dues payerId={partyId} />
        </>
      )}
    </details>
  );
};
