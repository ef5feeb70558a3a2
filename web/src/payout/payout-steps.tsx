import { dataOf, type View } from '../api/api.js';
import { useSend } from '../api/use-send.js';
import { Button, LinkButton } from '../parts/button.js';
import { Copy } from '../parts/copy.js';
import { Notice } from '../parts/notice.js';
import { RefusalOrProof } from '../parts/proof-of-self.js';
import { WithReason } from '../parts/with-reason.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { payoutWords } from './words.js';

interface Props {
  readonly partyId: string;
  readonly payout: View<'PayoutView'>;
  readonly after: () => void;
}

/** Where an approved payout goes to, asked for only when it is wanted: never kept. */
const Account = ({ partyId, payout }: Omit<Props, 'after'>) => {
  const words = useWords(payoutWords);
  const format = useFormat();
  const showing = useSend((api) =>
    dataOf(
      api.GET('/api/v1/parties/{partyId}/payouts/{payoutId}/instructions', {
        params: { path: { partyId, payoutId: payout.id } },
      }),
    ),
  );
  if (showing.sent === null)
    return (
      <>
        <p class="small">{words.accountAbout}</p>
        <RefusalOrProof of={showing} />
        <Button isBusy={showing.isSending} onPress={() => void showing.send()}>
          {words.showAccount}
        </Button>
      </>
    );
  const { bankCode, accountNumber, holderName, amountRp, reference } = showing.sent;
  return (
    <div class="sheet">
      <p>
        {words.bank} <strong>{bankCode}</strong> · {words.holder} <strong>{holderName}</strong>
      </p>
      <Copy label={words.account} text={accountNumber} />
      <Copy label={words.exact} text={format.rupiah(amountRp)} copies={String(amountRp)} />
      <Copy label={words.reference} text={reference} />
    </div>
  );
};

/** Says that the money did not go: what it was for is open again. */
const MarkFailed = ({ partyId, payout, after }: Props) => {
  const words = useWords(payoutWords);
  return (
    <details class="group">
      <summary>{words.markFailed}</summary>
      <WithReason
        of={[payout.id, 'failed']}
        label={words.failReason}
        button={words.markFailed}
        tone="danger"
        send={(api, reason) =>
          dataOf(
            api.POST('/api/v1/parties/{partyId}/payouts/{payoutId}/failed', {
              params: { path: { partyId, payoutId: payout.id } },
              body: { reason },
            }),
          )
        }
        after={after}
      />
    </details>
  );
};

/** What the payer does once two people have agreed. */
export const PayerSteps = ({ partyId, payout, after }: Props) => {
  const words = useWords(payoutWords);
  const sending = useSend(
    (api) =>
      dataOf(
        api.POST('/api/v1/parties/{partyId}/payouts/{payoutId}/sent', {
          params: { path: { partyId, payoutId: payout.id } },
        }),
      ),
    after,
  );
  return (
    <>
      <Account partyId={partyId} payout={payout} />
      <RefusalOrProof of={sending} />
      {payout.state === 'approved' && (
        <div class="buttons">
          <Button tone="quiet" isBusy={sending.isSending} onPress={() => void sending.send()}>
            {words.markSent}
          </Button>
        </div>
      )}
      <MarkFailed {...{ partyId, payout, after }} />
    </>
  );
};

/** The gateway cannot say any more whether it paid: the bank can. */
export const GatewaySilent = (props: Props) => {
  const words = useWords(payoutWords);
  return (
    <>
      <Notice tone="warning" title={words.silent}>
        <p>{words.silentNext}</p>
        <LinkButton href="/mutasi">{words.toStatements}</LinkButton>
      </Notice>
      <MarkFailed {...props} />
    </>
  );
};

/** The payer's bank sent back what it had paid: said once, and what it was for is owed again. */
export const CameBack = ({ partyId, payout, after }: Props) => {
  const words = useWords(payoutWords);
  return (
    <details class="group">
      <summary>{words.cameBack}</summary>
      <p class="small">{words.cameBackAbout}</p>
      <WithReason
        of={[payout.id, 'returned']}
        label={words.returnReason}
        button={words.markReturned}
        tone="danger"
        send={(api, reason) =>
          dataOf(
            api.POST('/api/v1/parties/{partyId}/payouts/{payoutId}/returned', {
              params: { path: { partyId, payoutId: payout.id } },
              body: { reason },
            }),
          )
        }
        after={after}
      />
    </details>
  );
};

/** What the payee does: says that it is there. */
export const PayeeSteps = ({ partyId, payout, after }: Props) => {
  const words = useWords(payoutWords);
  const arriving = useSend(
    (api) =>
      dataOf(
        api.POST('/api/v1/parties/{partyId}/payouts/{payoutId}/arrived', {
          params: { path: { partyId, payoutId: payout.id } },
        }),
      ),
    after,
  );
  return (
    <Notice tone="info" title={words.incoming}>
      <p>{words.incomingNext}</p>
      <RefusalOrProof of={arriving} />
      <Button isBusy={arriving.isSending} onPress={() => void arriving.send()}>
        {words.markArrived}
      </Button>
    </Notice>
  );
};
