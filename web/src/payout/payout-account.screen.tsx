import { useState } from 'preact/hooks';
import { dataOf, type View } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useAsk } from '../api/use-ask.js';
import { useSend } from '../api/use-send.js';
import { useTitle } from '../frame/head.js';
import { Answered } from '../parts/asked.js';
import { Button } from '../parts/button.js';
import { Field } from '../parts/field.js';
import { Notice } from '../parts/notice.js';
import { RefusalOrProof } from '../parts/proof-of-self.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { payoutAccountWords } from './payout-account-words.js';

const none = { makerKey: '', approverKey: '', merchantKey: '' };
type Keys = typeof none;
const fields = [
  ['makerKey', 'makerHint'],
  ['approverKey', 'approverHint'],
  ['merchantKey', 'merchantHint'],
] as const;

const KeysForm = ({
  partyId,
  of: account,
  after,
}: {
  readonly partyId: string;
  readonly of: View<'PayoutAccountView'>;
  readonly after: () => void;
}) => {
  const words = useWords(payoutAccountWords);
  const [keys, setKeys] = useState<Keys>(none);
  const saving = useSend(
    async (api) => {
      await dataOf(
        api.PUT('/api/v1/parties/{partyId}/payout-account', {
          params: {
            path: { partyId },
            ...(account.version === null ? {} : { header: { 'If-Match': `"${account.version}"` } }),
          },
          body: keys,
        }),
      );
      return true;
    },
    () => {
      setKeys(none);
      after();
    },
  );
  return (
    <form
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        void saving.send();
      }}
    >
      {fields.map(([name, hint]) => (
        <Field
          key={name}
          label={words[name]}
          hint={words[hint]}
          type="password"
          autoComplete="off"
          maxLength={200}
          value={keys[name]}
          onChange={(value) => {
            setKeys({ ...keys, [name]: value });
          }}
          problem={saving.problemOf(name)}
          isRequired
        />
      ))}
      <RefusalOrProof of={saving} />
      {saving.sent === true && <Notice tone="good" title={words.saved} />}
      <Button type="submit" isBusy={saving.isSending}>
        {account.isSetUp ? words.replace : words.save}
      </Button>
    </form>
  );
};

/** The party's account to pay out by; its keys go in and never come out. */
const PayoutAccountScreen = () => {
  const words = useWords(payoutAccountWords);
  const format = useFormat();
  useTitle(words.title);
  const party = actingParty();
  const partyId = party?.partyId ?? '';
  const asked = useAsk(`payout-account:${partyId}`, (api) =>
    dataOf(api.GET('/api/v1/parties/{partyId}/payout-account', { params: { path: { partyId } } })),
  );
  return (
    <div class="narrow">
      <h1>{words.title}</h1>
      <p class="lead">{words.about}</p>
      <Answered of={asked}>
        {(account) => (
          <>
            <Notice
              tone={account.isSetUp ? 'good' : 'info'}
              title={account.isSetUp ? words.setUp : words.none}
            >
              <p>
                {account.isSetUp && account.setAt !== null
                  ? words.setAt(format.dateTime(account.setAt))
                  : words.noneText}
              </p>
            </Notice>
            {party?.roles.includes('chair') === true ? (
              <KeysForm partyId={partyId} of={account} after={asked.again} />
            ) : (
              <p>{words.chairOnly}</p>
            )}
          </>
        )}
      </Answered>
    </div>
  );
};

export default PayoutAccountScreen;
