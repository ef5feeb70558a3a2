import { useState } from 'preact/hooks';
import { dataOf, type View } from '../../api/api.js';
import { useSend } from '../../api/use-send.js';
import { Button } from '../../parts/button.js';
import { Field } from '../../parts/field.js';
import { RefusalOrProof } from '../../parts/proof-of-self.js';
import { TextArea } from '../../parts/text-area.js';
import { useWords } from '../../words/words.js';
import { checkingWords } from './words.js';

/** Accepting a document, with the day until which it holds, or refusing it with a reason. */
export const JudgeDocument = ({
  document,
  partyId,
  after,
}: {
  readonly document: View<'DocumentView'>;
  readonly partyId: string;
  readonly after: () => void;
}) => {
  const words = useWords(checkingWords);
  const [expiresOn, setExpires] = useState('');
  const [isRefusing, setRefusing] = useState(false);
  const [reason, setReason] = useState('');
  const path = { partyId, documentId: document.id };
  const accepting = useSend(
    (api) =>
      dataOf(
        api.POST('/api/v1/parties/{partyId}/documents/{documentId}/accept', {
          params: { path },
          body: expiresOn === '' ? {} : { expiresOn },
        }),
      ),
    after,
  );
  const refusing = useSend(
    (api) =>
      dataOf(
        api.POST('/api/v1/parties/{partyId}/documents/{documentId}/refuse', {
          params: { path },
          body: { reason: reason.trim() },
        }),
      ),
    after,
  );
  if (isRefusing)
    return (
      <>
        <TextArea
          label={words.why}
          hint={words.whyHint}
          value={reason}
          onChange={setReason}
          problem={refusing.problemOf('reason')}
          maxLength={500}
        />
        <RefusalOrProof of={refusing} />
        <Button tone="danger" isBusy={refusing.isSending} onPress={() => void refusing.send()}>
          {words.refuse}
        </Button>
      </>
    );
  return (
    <>
      <Field
        label={words.expiresOn}
        type="date"
        value={expiresOn}
        onChange={setExpires}
        problem={accepting.problemOf('expiresOn')}
      />
      <RefusalOrProof of={accepting} />
      <div class="buttons">
        <Button isBusy={accepting.isSending} onPress={() => void accepting.send()}>
          {words.accept}
        </Button>
        <Button
          tone="danger"
          onPress={() => {
            setRefusing(true);
          }}
        >
          {words.refuse}
        </Button>
      </div>
    </>
  );
};
