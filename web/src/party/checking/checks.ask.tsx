import type { AskProps } from '../../frame/ask-row.js';
import { useCount } from '../../frame/use-count.js';
import { AskCard } from '../../parts/ask-card.js';
import { useFormat } from '../../words/format.js';
import { useWords } from '../../words/words.js';
import { useChecks } from './use-checks.js';
import { checkingWords } from './words.js';

/** Documents that wait for who judges them. */
const ChecksAsk = ({ party, onCount }: AskProps) => {
  const words = useWords(checkingWords);
  const format = useFormat();
  const judges = party.roles.some((role) => ['officer', 'treasurer', 'chair'].includes(role));
  const asked = useChecks(judges ? party.partyId : null);
  const waiting =
    asked.state === 'done'
      ? asked.data.data.filter(
          ({ waitingCount, isComplete, isWithoutChair }) => waitingCount > 0 || isComplete || isWithoutChair,
        )
      : [];
  useCount(judges ? asked : null, waiting.length, onCount);
  const [first] = waiting;
  if (first === undefined) return null;
  return (
    <AskCard
      icon="documents"
      title={waiting.length === 1 ? words.oneAsk : words.severalAsk(format.number(waiting.length))}
      action={words.look}
      href={waiting.length === 1 ? `/pihak/${first.partyId}` : '/pihak'}
    >
      <p>{words.askAbout}</p>
    </AskCard>
  );
};

export default ChecksAsk;
