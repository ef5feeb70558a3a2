import { useState } from 'preact/hooks';
import { dataOf, Refused, type Api, type View } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useAsk } from '../api/use-ask.js';
import { useSend } from '../api/use-send.js';
import { useTitle } from '../frame/head.js';
import { Answered } from '../parts/asked.js';
import { Button } from '../parts/button.js';
import { Field } from '../parts/field.js';
import { Notice } from '../parts/notice.js';
import { Pick } from '../parts/pick.js';
import { RefusalOrProof } from '../parts/proof-of-self.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { termsWords } from './terms-words.js';
import { moneyWords } from './words.js';

type Account = View<'GatewayAccountView'>;
const channels = ['bca-va', 'bni-va', 'bri-va', 'permata-va', 'mandiri-bill', 'qris', 'snap'] as const;

/** Null where there is none yet. */
const askAccount = async (api: Api, partyId: string): Promise<Account | null> => {
  try {
    return await dataOf(
      api.GET('/api/v1/parties/{partyId}/gateway-account', { params: { path: { partyId } } }),
    );
  } catch (error) {
    if (error instanceof Refused && error.code === 'NO_GATEWAY_ACCOUNT') return null;
    throw error;
  }
};

const Form = ({
  partyId,
  account,
  after,
}: {
  readonly partyId: string;
  readonly account: Account | null;
  readonly after: () => void;
}) => {
  const words = useWords(termsWords);
  const money = useWords(moneyWords);
  const format = useFormat();
  const [merchantId, setMerchant] = useState(account?.merchantId ?? '');
  const [serverKey, setServerKey] = useState('');
  const [clientKey, setClientKey] = useState('');
  const [open, setOpen] = useState<readonly Account['channels'][number][]>(account?.channels ?? []);
  const saving = useSend(
    (api) =>
      dataOf(
        api.PUT('/api/v1/parties/{partyId}/gateway-account', {
          params: {
            path: { partyId },
            ...(account === null ? {} : { header: { 'If-Match': `"${account.version}"` } }),
          },
          body: {
            merchantId,
            channels: [...open],
            ...(serverKey === '' ? {} : { serverKey }),
            ...(clientKey === '' ? {} : { clientKey }),
          },
        }),
      ),
    () => {
      setServerKey('');
      setClientKey('');
      after();
    },
  );
  const keyHint = account === null ? {} : { hint: words.keyKept };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void saving.send();
      }}
    >
      {account === null ? (
        <Notice tone="warning" title={words.accountNone} />
      ) : (
        <p class="small">{words.changed(format.dateTime(account.changedAt))}</p>
      )}
      <Field
        label={words.merchantId}
        value={merchantId}
        onChange={setMerchant}
        problem={saving.problemOf('merchantId')}
        isRequired
      />
      <Field
        label={words.serverKey}
        type="password"
        autoComplete="off"
        value={serverKey}
        onChange={setServerKey}
        problem={saving.problemOf('serverKey')}
        {...keyHint}
      />
      <Field
        label={words.clientKey}
        type="password"
        autoComplete="off"
        value={clientKey}
        onChange={setClientKey}
        problem={saving.problemOf('clientKey')}
        {...keyHint}
      />
      <fieldset class="plain">
        <legend class="like-h2">{words.channels}</legend>
        {channels.map((channel) => (
          <Pick
            key={channel}
            isPicked={open.includes(channel)}
            onPick={(isPicked) => {
              setOpen(isPicked ? [...open, channel] : open.filter((one) => one !== channel));
            }}
            label={money[channel]}
          />
        ))}
      </fieldset>
      <RefusalOrProof of={saving} />
      {saving.sent !== null && <Notice tone="good" title={words.saved} />}
      <div class="buttons">
        <Button type="submit" isBusy={saving.isSending}>
          {words.save}
        </Button>
      </div>
    </form>
  );
};

/** The party's own account with the gateway; its keys go in and never come out. */
const GatewayScreen = () => {
  const words = useWords(termsWords);
  useTitle(words.account);
  const partyId = actingParty()?.partyId ?? '';
  const asked = useAsk(`gateway-account:${partyId}`, (api) => askAccount(api, partyId));
  return (
    <div class="narrow">
      <h1>{words.account}</h1>
      <p class="lead">{words.accountAbout}</p>
      <Answered of={asked}>
        {(account) => (
          <Form key={account?.version ?? 0} partyId={partyId} account={account} after={asked.again} />
        )}
      </Answered>
    </div>
  );
};

export default GatewayScreen;
