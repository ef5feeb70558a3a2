import { useState } from 'preact/hooks';
import { dataOf } from '../../api/api.js';
import { useOnce } from '../../api/use-once.js';
import { useSend } from '../../api/use-send.js';
import { Button } from '../../parts/button.js';
import { Field, Select } from '../../parts/field.js';
import { RefusalOrProof } from '../../parts/proof-of-self.js';
import { useWords } from '../../words/words.js';
import { banks } from './banks.js';
import { bankWords } from './words.js';

const OTHER = 'other';

/** Another account is proposed by one person; a second approves it. */
export const ProposeAccount = ({
  partyId,
  after,
}: {
  readonly partyId: string;
  readonly after: () => void;
}) => {
  const words = useWords(bankWords);
  const [bank, setBank] = useState('002');
  const [typedCode, setTypedCode] = useState('');
  const [number, setNumber] = useState('');
  const [holderName, setHolder] = useState('');
  const bankCode = bank === OTHER ? typedCode : bank;
  const accountNumber = number.replace(/\D/g, '');
  const header = useOnce(partyId, bankCode, accountNumber, holderName);
  const proposing = useSend(
    (api) =>
      dataOf(
        api.POST('/api/v1/parties/{partyId}/bank-accounts', {
          params: { path: { partyId }, header },
          body: { bankCode, accountNumber, holderName: holderName.trim() },
        }),
      ),
    after,
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void proposing.send();
      }}
    >
      <Select
        label={words.bank}
        value={bank}
        choices={[
          ...banks.map(([value, name]) => ({ value, name })),
          { value: OTHER, name: words.otherBank },
        ]}
        onChange={setBank}
      />
      {bank === OTHER && (
        <Field
          label={words.bankCode}
          inputMode="numeric"
          maxLength={3}
          value={typedCode}
          onChange={setTypedCode}
          problem={proposing.problemOf('bankCode')}
          isRequired
        />
      )}
      <Field
        label={words.number}
        inputMode="numeric"
        autoComplete="off"
        value={number}
        onChange={setNumber}
        problem={proposing.problemOf('accountNumber')}
        isRequired
      />
      <Field
        label={words.holder}
        hint={words.holderHint}
        autoComplete="off"
        value={holderName}
        onChange={setHolder}
        problem={proposing.problemOf('holderName')}
        isRequired
      />
      <RefusalOrProof of={proposing} />
      <Button type="submit" isBusy={proposing.isSending}>
        {words.propose}
      </Button>
    </form>
  );
};
