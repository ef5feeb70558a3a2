import { useState } from 'preact/hooks';
import { dataOf, type View } from '../api/api.js';
import { useOnce } from '../api/use-once.js';
import { useSend } from '../api/use-send.js';
import { Badge } from '../parts/badge.js';
import { Button } from '../parts/button.js';
import { RefusalOrProof } from '../parts/proof-of-self.js';
import { SureButton } from '../parts/sure-button.js';
import { TextArea } from '../parts/text-area.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { reviewWords } from './review-words.js';

type Objection = View<'ObjectionView'>;

const Answer = ({
  lotId,
  objection,
  after,
}: {
  readonly lotId: string;
  readonly objection: Objection;
  readonly after: () => void;
}) => {
  const words = useWords(reviewWords);
  const [reason, setReason] = useState('');
  const [answer, setAnswer] = useState<'upheld' | 'rejected'>('rejected');
  const header = useOnce(objection.objectionId, answer, reason);
  const answering = useSend(
    (api) =>
      dataOf(
        api.POST('/api/v1/lots/{lotId}/award/objections/{objectionId}/answer', {
          params: { path: { lotId, objectionId: objection.objectionId }, header },
          body: { answer, reason: reason.trim() },
        }),
      ),
    after,
  );
  const isEmpty = reason.trim() === '';
  return (
    <>
      <TextArea
        label={words.yourAnswer}
        hint={words.yourAnswerHint}
        maxLength={2000}
        value={reason}
        onChange={setReason}
        problem={answering.problemOf('reason')}
      />
      <RefusalOrProof of={answering} />
      {!isEmpty && (
        <div class="buttons">
          {answer === 'rejected' ? (
            <>
              <Button isBusy={answering.isSending} onPress={() => void answering.send()}>
                {words.reject}
              </Button>
              <Button
                tone="quiet"
                onPress={() => {
                  setAnswer('upheld');
                }}
              >
                {words.uphold}
              </Button>
            </>
          ) : (
            <SureButton
              question={objection.bidId === null ? words.upholdAll : words.upholdBid}
              isBusy={answering.isSending}
              onPress={() => void answering.send()}
            >
              {words.uphold}
            </SureButton>
          )}
        </div>
      )}
    </>
  );
};

/** Objections to the award, with their answers; those without one can be answered here. */
export const Objections = ({
  lotId,
  of: objections,
  suppliers,
  canAnswer,
  after,
}: {
  readonly lotId: string;
  readonly of: readonly Objection[];
  /** Names of bidders by their bid. */
  readonly suppliers: ReadonlyMap<string, string>;
  readonly canAnswer: boolean;
  readonly after: () => void;
}) => {
  const words = useWords(reviewWords);
  const format = useFormat();
  if (objections.length === 0) return <p>{words.noObjections}</p>;
  return (
    <div class="wide-cards">
      {objections.map((objection) => {
        const { objectionId, partyName, bidId, reason, madeAt, answer, answerReason, answeredAt } = objection;
        return (
          <article key={objectionId} class="card">
            <header class="card-head">
              <h3>{partyName}</h3>
              <Badge tone={answer === null ? 'waiting' : answer === 'upheld' ? 'bad' : 'plain'}>
                {answer === null ? words.unanswered : words[answer]}
              </Badge>
            </header>
            <p class="small">
              {format.dateTime(madeAt)},{' '}
              {bidId === null ? words.againstAll : words.against(suppliers.get(bidId) ?? '')}
            </p>
            <p>{reason}</p>
            {answeredAt !== null && (
              <p>
                <span class="strong">{words.answered(format.dateTime(answeredAt))}</span>: {answerReason}
              </p>
            )}
            {answer === null && canAnswer && <Answer lotId={lotId} objection={objection} after={after} />}
          </article>
        );
      })}
    </div>
  );
};
