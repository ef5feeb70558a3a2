import { dataOf } from '../api/api.js';
import { useOnce } from '../api/use-once.js';
import { useSend } from '../api/use-send.js';
import { Button } from '../parts/button.js';
import { Notice } from '../parts/notice.js';
import { RefusalOrProof } from '../parts/proof-of-self.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import type { NextMove } from './next-move.js';
import { reviewWords } from './review-words.js';

const Decide = ({
  lotId,
  attempt,
  what,
  after,
}: {
  readonly lotId: string;
  readonly attempt: number;
  readonly what: 'propose' | 'endorse' | 'approve';
  readonly after: () => void;
}) => {
  const words = useWords(reviewWords);
  const header = useOnce(lotId, attempt, what);
  const params = { path: { lotId }, header };
  const deciding = useSend(
    (api) =>
      what === 'propose'
        ? dataOf(api.POST('/api/v1/lots/{lotId}/award/propose', { params }))
        : dataOf(api.POST('/api/v1/lots/{lotId}/award/approve', { params })),
    after,
  );
  return (
    <>
      <RefusalOrProof of={deciding} />
      <Button isBusy={deciding.isSending} onPress={() => void deciding.send()}>
        {words[`${what}Do`]}
      </Button>
    </>
  );
};

/** What the award waits for, in words, with the one button of whoever can go on. */
export const ReviewMove = ({
  move,
  lotId,
  attempt,
  standstillUntil,
  after,
}: {
  readonly move: NextMove;
  readonly lotId: string;
  readonly attempt: number;
  readonly standstillUntil: string | null;
  readonly after: () => void;
}) => {
  const words = useWords(reviewWords);
  const format = useFormat();
  const said: Readonly<Record<NextMove, readonly [title: string, text: string]>> = {
    'wait-bids': [words.waitBids, words.waitBidsText],
    'wait-computing': [words.waitComputing, words.waitComputingText],
    propose: [words.propose, words.proposeText],
    'wait-proposal': [words.waitProposal, words.waitProposalText],
    answer: [words.answer, words.answerText],
    'wait-answer': [words.waitAnswer, words.waitAnswerText],
    'wait-standstill': [
      words.standstill(standstillUntil === null ? '…' : format.dayTime(standstillUntil)),
      words.standstillText,
    ],
    endorse: [words.endorse, words.endorseText],
    approve: [words.approve, words.approveText],
    'wait-other': [words.waitOther, words.waitOtherText],
    'wait-chair': [words.waitChair, words.waitChairText],
    'wait-signing': [words.waitSigning, words.waitSigningText],
    done: [words.done, words.doneText],
    failed: [words.failed, words.failedText],
  };
  const [title, text] = said[move];
  const tone = move === 'done' ? 'good' : move.startsWith('wait') ? 'info' : 'warning';
  return (
    <Notice tone={tone} title={title}>
      <p>{text}</p>
      {(move === 'propose' || move === 'endorse' || move === 'approve') && (
        <Decide lotId={lotId} attempt={attempt} what={move} after={after} />
      )}
    </Notice>
  );
};
