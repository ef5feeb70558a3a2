import { useState } from 'preact/hooks';
import { dataOf } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';
import { useSend } from '../api/use-send.js';
import { Answered } from '../parts/asked.js';
import { Button } from '../parts/button.js';
import { Download } from '../parts/download.js';
import { FileField } from '../parts/file-field.js';
import { Refusal } from '../parts/refusal.js';
import { useWords } from '../words/words.js';
import { payoutWords } from './words.js';

/** What the bank gave as proof, and a way to add to it. */
export const PayoutProofs = ({
  partyId,
  payoutId,
  mayAdd,
}: {
  readonly partyId: string;
  readonly payoutId: string;
  readonly mayAdd: boolean;
}) => {
  const words = useWords(payoutWords);
  const path = { partyId, payoutId };
  const [file, setFile] = useState<File | null>(null);
  const asked = useAsk(`proofs:${payoutId}`, (api) =>
    dataOf(api.GET('/api/v1/parties/{partyId}/payouts/{payoutId}/proofs', { params: { path } })),
  );
  const adding = useSend(
    (api) =>
      dataOf(
        api.POST('/api/v1/parties/{partyId}/payouts/{payoutId}/proofs', {
          params: { path, query: { name: file?.name ?? '' } },
          // The file itself is the body.
          body: file as never,
          bodySerializer: (body: unknown) => body as never,
          headers: { 'content-type': file?.type ?? 'application/octet-stream' },
        }),
      ),
    asked.again,
  );
  return (
    <>
      <h2>{words.proofs}</h2>
      <Answered of={asked}>
        {({ data }) => (
          <div class="buttons">
            {data.length === 0 && <p class="small">{words.noProofs}</p>}
            {data.map((proof) => (
              <Download
                key={proof.sha256}
                name={proof.fileName}
                ask={(api) =>
                  dataOf(
                    api.GET('/api/v1/parties/{partyId}/payouts/{payoutId}/proofs/{sha256}', {
                      params: { path: { ...path, sha256: proof.sha256 } },
                      parseAs: 'blob',
                    }),
                  )
                }
              >
                {proof.fileName}
              </Download>
            ))}
          </div>
        )}
      </Answered>
      {mayAdd && (
        <>
          <FileField
            label={words.proofFile}
            accept="image/jpeg,image/png,application/pdf"
            onChange={setFile}
          />
          <Refusal of={adding} />
          <Button
            tone="quiet"
            isBusy={adding.isSending}
            isDisabled={file === null}
            onPress={() => void adding.send()}
          >
            {words.sendProof}
          </Button>
        </>
      )}
    </>
  );
};
