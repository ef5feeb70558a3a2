import { useState } from 'preact/hooks';
import { dataOf, type View } from '../../api/api.js';
import { useSend } from '../../api/use-send.js';
import { Badge } from '../../parts/badge.js';
import { Button } from '../../parts/button.js';
import { Field } from '../../parts/field.js';
import { RefusalOrProof } from '../../parts/proof-of-self.js';
import { useFormat } from '../../words/format.js';
import { useWords } from '../../words/words.js';
import { TwoPeople } from '../two-people.js';
import { bankName } from './banks.js';
import { bankWords } from './words.js';

type Account = View<'BankAccountView'>;
const tones = {
  proposed: 'waiting',
  'cooling-off': 'waiting',
  effective: 'good',
  refused: 'bad',
  stopped: 'bad',
  expired: 'plain',
  replaced: 'plain',
} as const;

const StopChange = ({
  account,
  partyId,
  after,
}: {
  readonly account: Account;
  readonly partyId: string;
  readonly after: () => void;
}) => {
  const words = useWords(bankWords);
  const [reason, setReason] = useState('');
  const stopping = useSend(
    (api) =>
      dataOf(
        api.POST('/api/v1/parties/{partyId}/bank-accounts/{accountId}/stop', {
          params: { path: { partyId, accountId: account.id } },
          body: { reason },
        }),
      ),
    after,
  );
  return (
    <details class="group">
      <summary>
        <span class="row-name">{words.stop}</span>
      </summary>
      <p>{words.notYou}</p>
      <Field label={words.why} value={reason} onChange={setReason} problem={stopping.problemOf('reason')} />
      <RefusalOrProof of={stopping} />
      <Button tone="danger" isBusy={stopping.isSending} onPress={() => void stopping.send()}>
        {words.stop}
      </Button>
    </details>
  );
};

/** An account that was proposed, and what it waits for: a second person, or the end of its cooling-off. */
export const AccountCard = ({
  account,
  partyId,
  after,
}: {
  readonly account: Account;
  readonly partyId: string;
  readonly after: () => void;
}) => {
  const words = useWords(bankWords);
  const format = useFormat();
  const { state, effectiveFrom } = account;
  const word = state === 'refused' || state === 'expired' ? words[`${state}-state`] : words[state];
  return (
    <article class="sheet">
      <header class="card-head">
        <h3 class="plain-head">
          {bankName(account.bankCode)} {account.accountNumber}
        </h3>
        <Badge tone={tones[state]}>{word}</Badge>
      </header>
      <p>{account.holderName}</p>
      {effectiveFrom !== null && state === 'cooling-off' && (
        <p class="strong">{words.from(format.dateTime(effectiveFrom))}</p>
      )}
      {effectiveFrom !== null && state === 'effective' && (
        <p class="small">{words.since(format.date(effectiveFrom))}</p>
      )}
      {state === 'proposed' && <TwoPeople decisionId={account.decisionId} partyId={partyId} after={after} />}
      {state === 'cooling-off' && <StopChange account={account} partyId={partyId} after={after} />}
    </article>
  );
};
