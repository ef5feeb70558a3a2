import type { AskProps } from '../frame/ask-row.js';
import { useCount } from '../frame/use-count.js';
import { AskCard } from '../parts/ask-card.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { isLeaving } from './leaving.js';
import { useLoad } from './drop-card.js';
import { loadOf, sendStepOf } from './plan-routes.js';
import { sendWords } from './send-words.js';
import { useSent } from './use-sent.js';

/** Drops that may leave: paid for, not on a truck yet. */
const SendsAsk = ({ party, onCount }: AskProps) => {
  const words = useWords(sendWords);
  const format = useFormat();
  const spell = useLoad();
  const sent = useSent(party.partyId, 'planned');
  const ready =
    sent.state === 'done'
      ? sent.data
          .filter((drop) => sendStepOf(drop) === 'ready' && !isLeaving(drop.id))
          .sort((a, b) => a.neededBy.localeCompare(b.neededBy))
      : [];
  useCount(sent, ready.length, onCount);
  const [first, ...others] = ready;
  if (first === undefined) return null;
  return (
    <AskCard
      icon="send"
      title={words.askTitle(format.number(ready.length))}
      due={words.day(format.day(first.neededBy))}
      action={words.askGo}
      href={others.length === 0 ? `/antar/${first.id}` : '/antar'}
      isUrgent
    >
      <p>{spell([...loadOf(ready)])}</p>
      <p>
        {first.receiverName} {others.length > 0 && words.more(format.number(others.length))}
      </p>
    </AskCard>
  );
};

export default SendsAsk;
