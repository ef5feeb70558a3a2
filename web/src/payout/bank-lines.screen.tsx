import { useState } from 'preact/hooks';
import { dataOf } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useAsk } from '../api/use-ask.js';
import { useSend } from '../api/use-send.js';
import { useTitle } from '../frame/head.js';
import { Answered, Empty } from '../parts/asked.js';
import { Button } from '../parts/button.js';
import { Select } from '../parts/field.js';
import { FileField } from '../parts/file-field.js';
import { MoreButton } from '../parts/more-button.js';
import { useRows } from '../parts/more-rows.js';
import { Notice } from '../parts/notice.js';
import { RefusalOrProof } from '../parts/proof-of-self.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { BankLine } from './bank-line.js';
import { bankWords } from './bank-words.js';

const Upload = ({ partyId, after }: { readonly partyId: string; readonly after: () => void }) => {
  const words = useWords(bankWords);
  const format = useFormat();
  const [file, setFile] = useState<File | null>(null);
  const [accountId, setAccount] = useState('');
  const statements = useAsk(`bank-statements:${partyId}`, (api) =>
    dataOf(
      api.GET('/api/v1/parties/{partyId}/bank-statements', {
        params: { path: { partyId }, query: { limit: 1 } },
      }),
    ),
  );
  const uploading = useSend(
    (api) =>
      dataOf(
        api.POST('/api/v1/parties/{partyId}/bank-statements', {
          params: { path: { partyId }, query: accountId === '' ? {} : { accountId } },
          // The file itself is the body.
          body: file as never,
          bodySerializer: (body: unknown) => body as never,
          headers: { 'content-type': 'text/csv' },
        }),
      ),
    () => {
      statements.again();
      after();
    },
  );
  // Only a file that does not say whose it is makes a party with several accounts say it.
  const isAsked = accountId !== '' || uploading.problemOf('accountId') !== undefined;
  const accounts = useAsk(isAsked ? `bank-accounts:${partyId}` : null, (api) =>
    dataOf(api.GET('/api/v1/parties/{partyId}/bank-accounts', { params: { path: { partyId } } })),
  );
  const last = statements.state === 'done' ? statements.data.data[0] : undefined;
  return (
    <div class="sheet narrow">
      {last !== undefined && (
        <p class="small">{words.last(format.date(last.firstDay), format.date(last.lastDay))}</p>
      )}
      <FileField label={words.file} hint={words.fileAbout} accept=".csv,text/csv" onChange={setFile} />
      {isAsked && accounts.state === 'done' && (
        <Select
          label={words.account}
          value={accountId}
          choices={[
            { value: '', name: words.choose },
            ...accounts.data.data
              .filter(({ state }) => state === 'effective' || state === 'replaced')
              .map(({ id, bankCode, accountNumber }) => ({
                value: id,
                name: `${bankCode} ${accountNumber}`,
              })),
          ]}
          onChange={setAccount}
        />
      )}
      <RefusalOrProof of={uploading} />
      {uploading.sent !== null && (
        <Notice
          tone="good"
          title={words.imported(format.number(uploading.sent.lines), format.number(uploading.sent.newLines))}
        />
      )}
      <Button isBusy={uploading.isSending} isDisabled={file === null} onPress={() => void uploading.send()}>
        {words.upload}
      </Button>
    </div>
  );
};

/** What the bank says happened, and what people say that it was. */
const BankLinesScreen = () => {
  const words = useWords(bankWords);
  useTitle(words.title);
  const partyId = actingParty()?.partyId ?? '';
  const [shown, setShown] = useState<'open' | 'suspense' | 'all'>('open');
  const lines = useRows(`bank-lines:${partyId}:${shown}`, (api, cursor) =>
    dataOf(
      api.GET('/api/v1/parties/{partyId}/bank-lines', {
        params: {
          path: { partyId },
          query: {
            ...(shown === 'all' ? {} : { state: shown }),
            ...(cursor === undefined ? {} : { cursor }),
          },
        },
      }),
    ),
  );
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.about}</p>
      <Upload partyId={partyId} after={lines.first.again} />
      <div class="narrow">
        <Select
          label={words.show}
          value={shown}
          choices={[
            { value: 'open', name: words.toResolve },
            { value: 'suspense', name: words.suspense },
            { value: 'all', name: words.all },
          ]}
          onChange={setShown}
        />
      </div>
      <Answered of={lines.first}>
        {() =>
          lines.rows.length === 0 ? (
            <Empty title={words.none}>
              <p>{words.noneNext}</p>
            </Empty>
          ) : (
            lines.rows.map((line) => (
              <BankLine key={line.id} partyId={partyId} line={line} after={lines.first.again} />
            ))
          )
        }
      </Answered>
      <MoreButton of={lines} />
    </>
  );
};

export default BankLinesScreen;
