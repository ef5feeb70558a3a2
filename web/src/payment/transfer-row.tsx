import { useState } from 'preact/hooks';
import { dataOf, type View } from '../api/api.js';
import { useSend } from '../api/use-send.js';
import { Badge } from '../parts/badge.js';
import { Button } from '../parts/button.js';
import { Download } from '../parts/download.js';
import { Field } from '../parts/field.js';
import { FileField } from '../parts/file-field.js';
import { RefusalOrProof } from '../parts/proof-of-self.js';
import { Refusal } from '../parts/refusal.js';
import { SureButton } from '../parts/sure-button.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { paymentWords } from './payment-words.js';

type Transfer = View<'TransferView'>;
interface Props {
  readonly transfer: Transfer;
  readonly after: () => void;
}

const pathOf = ({ dueId, id }: Transfer) => ({ dueId, transferId: id });

/** The payer shows what the bank gave. */
const ShowProof = ({ transfer, after }: Props) => {
  const words = useWords(paymentWords);
  const [file, setFile] = useState<File | null>(null);
  const showing = useSend(
    (api) =>
      dataOf(
        api.POST('/api/v1/dues/{dueId}/transfers/{transferId}/proofs', {
          params: { path: pathOf(transfer), query: { name: file?.name ?? '' } },
          // The file itself is the body.
          body: file as never,
          bodySerializer: (body: unknown) => body as never,
          headers: { 'content-type': file?.type ?? 'application/octet-stream' },
        }),
      ),
    after,
  );
  return (
    <>
      <FileField
        label={words.proof}
        hint={words.proofAbout}
        accept="image/jpeg,image/png,application/pdf"
        onChange={setFile}
      />
      <Refusal of={showing} />
      <Button
        tone="quiet"
        isBusy={showing.isSending}
        isDisabled={file === null}
        onPress={() => void showing.send()}
      >
        {words.sendProof}
      </Button>
    </>
  );
};

/** The payee says whether the money is there. */
const Judge = ({ transfer, after }: Props) => {
  const words = useWords(paymentWords);
  const [reason, setReason] = useState('');
  const [isRefusing, setRefusing] = useState(false);
  const confirming = useSend(
    (api) =>
      dataOf(
        api.POST('/api/v1/dues/{dueId}/transfers/{transferId}/confirm', {
          params: { path: pathOf(transfer) },
        }),
      ),
    after,
  );
  const refusing = useSend(
    (api) =>
      dataOf(
        api.POST('/api/v1/dues/{dueId}/transfers/{transferId}/refuse', {
          params: { path: pathOf(transfer) },
          body: { reason },
        }),
      ),
    after,
  );
  return (
    <>
      <p class="small">{words.confirmSure}</p>
      <RefusalOrProof of={confirming} />
      <div class="buttons">
        <Button isBusy={confirming.isSending} onPress={() => void confirming.send()}>
          {words.confirm}
        </Button>
        {!isRefusing && (
          <Button
            tone="danger"
            onPress={() => {
              setRefusing(true);
            }}
          >
            {words.notSeen}
          </Button>
        )}
      </div>
      {isRefusing && (
        <>
          <Field
            label={words.reason}
            value={reason}
            onChange={setReason}
            problem={refusing.problemOf('reason')}
          />
          <Refusal of={refusing} />
          <SureButton
            question={words.notSeen}
            isBusy={refusing.isSending}
            onPress={() => void refusing.send()}
          >
            {words.notSeen}
          </SureButton>
        </>
      )}
    </>
  );
};

const tones = { claimed: 'waiting', confirmed: 'good', refused: 'bad' } as const;

/** A transfer that its payer says was made, with what is left to do about it. */
export const TransferRow = ({
  transfer,
  after,
  payerName,
  payeeName,
  side,
}: Props & {
  readonly payerName: string;
  readonly payeeName: string;
  readonly side: 'payer' | 'payee' | 'other';
}) => {
  const words = useWords(paymentWords);
  const format = useFormat();
  return (
    <div class="sheet">
      <p class="strong">
        {words.says(payerName, format.rupiah(transfer.amountRp), format.date(transfer.paidOn))}
        {transfer.reference !== null && ` · ${transfer.reference}`}
      </p>
      <p>
        <Badge tone={tones[transfer.state]}>{words[transfer.state]}</Badge>
      </p>
      {transfer.refusalReason !== null && <p>{transfer.refusalReason}</p>}
      {transfer.proofs.map((proof) => (
        <Download
          key={proof.sha256}
          name={proof.fileName}
          ask={(api) =>
            dataOf(
              api.GET('/api/v1/dues/{dueId}/transfers/{transferId}/proofs/{sha256}', {
                params: { path: { ...pathOf(transfer), sha256: proof.sha256 } },
                parseAs: 'blob',
              }),
            )
          }
        >
          {`${words.seeProof}: ${proof.fileName}`}
        </Download>
      ))}
      {transfer.state === 'claimed' && side === 'payer' && (
        <>
          <p>{words.waitsPayee(payeeName)}</p>
          <ShowProof transfer={transfer} after={after} />
        </>
      )}
      {transfer.state === 'claimed' && side === 'payee' && <Judge transfer={transfer} after={after} />}
    </div>
  );
};
