import { dataOf, type View } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';
import type { AskProps } from '../frame/ask-row.js';
import { useCount } from '../frame/use-count.js';
import { AskCard } from '../parts/ask-card.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { dutyWords } from './duty-words.js';

/** Committees that wait for this person: bids to open, an own key to make, keys of lots that nobody can bid on yet. */
const CommitteesAsk = ({ party, onCount }: AskProps) => {
  const words = useWords(dutyWords);
  const format = useFormat();
  const asked = useAsk(`asks:committees:${party.partyId}`, async (api) => {
    const { data } = await dataOf(api.GET('/api/v1/me/committees'));
    return data;
  });
  useCount(asked, asked.state === 'done' ? asked.data.length : 0, onCount);
  if (asked.state !== 'done') return null;
  const told = (duty: View<'CommitteeDutyView'>): readonly [title: string, text: string] => {
    if (duty.isHolder && !duty.hasOwnKey) return [words.askKey(duty.poolTitle), words.askKeyText];
    if (duty.isHolder && duty.keysDue > 0) return [words.askOpen(duty.poolTitle), words.askOpenText];
    const holders =
      duty.holdersWithoutKey === 0 ? '' : ` ${words.askHolders(format.number(duty.holdersWithoutKey))}`;
    return [
      words.askMake(duty.poolTitle),
      `${words.askMakeText(format.number(duty.lotsWithoutKey))}${holders}`,
    ];
  };
  return (
    <>
      {asked.data.map((duty) => {
        const [title, text] = told(duty);
        return (
          <AskCard
            key={duty.poolId}
            icon="tenders"
            title={title}
            action={words.askGo}
            href={`/putaran/${duty.poolId}/panitia-kunci`}
            isUrgent
          >
            <p>{text}</p>
          </AskCard>
        );
      })}
    </>
  );
};

export default CommitteesAsk;
