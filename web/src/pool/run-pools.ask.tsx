import { dataOf } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';
import type { AskProps } from '../frame/ask-row.js';
import { useCount } from '../frame/use-count.js';
import { AskCard } from '../parts/ask-card.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { runWords } from './run-words.js';

const MOST = 100;
const SOON_MS = 48 * 3_600_000;

/** An organiser's drafts, which wait to be opened, and its open pools, whose close comes nearer. */
const RunPoolsAsk = ({ party, onCount }: AskProps) => {
  const words = useWords(runWords);
  const format = useFormat();
  const asked = useAsk(`asks:run-pools:${party.partyId}`, async (api) => {
    const query = { organiserId: party.partyId, limit: MOST };
    const { data } = await dataOf(api.GET('/api/v1/pools', { params: { query } }));
    return data
      .filter(({ state }) => state === 'draft' || state === 'open')
      .sort((a, b) => a.closesAt.localeCompare(b.closesAt));
  });
  useCount(asked, asked.state === 'done' ? asked.data.length : 0, onCount);
  if (asked.state !== 'done') return null;
  return (
    <>
      {asked.data.map(({ id, title, state, closesAt }) => {
        const isDraft = state === 'draft';
        return (
          <AskCard
            key={id}
            icon="pools"
            title={title}
            due={words.closesAt(`${format.day(closesAt)}, ${format.time(closesAt)}`)}
            action={isDraft ? words.checkDraft : words.toCloseDay}
            href={`/putaran/${id}/${isDraft ? 'kelola' : 'hari-tutup'}`}
            isUrgent={!isDraft && Date.parse(closesAt) - Date.now() < SOON_MS}
          >
            <p>{isDraft ? words.draftWaits : words.openRuns}</p>
          </AskCard>
        );
      })}
    </>
  );
};

export default RunPoolsAsk;
