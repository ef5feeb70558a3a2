import { useState } from 'preact/hooks';
import { dataOf, type View } from '../../api/api.js';
import { useSend } from '../../api/use-send.js';
import { Button } from '../../parts/button.js';
import { DayField } from '../../parts/day-field.js';
import { RefusalOrProof } from '../../parts/proof-of-self.js';
import { WithReason } from '../../parts/with-reason.js';
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
  if (isRefusing)
    return (
      <WithReason
        of={[document.id, 'refuse']}
        label={words.why}
        hint={words.whyHint}
        button={words.refuse}
        tone="danger"
        send={(api, reason) =>
          dataOf(
            api.POST('/api/v1/parties/{partyId}/documents/{documentId}/refuse', {
              params: { path },
              body: { reason },
            }),
          )
        }
        after={after}
      />
    );
  return (
    <>
      <DayField
        label={words.expiresOn}

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
