import { daysOfWeek, isoWeekOf } from '../../../src/core/kernel/iso-week.js';
import { dataOf } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';
import type { AskProps } from '../frame/ask-row.js';
import { useCount } from '../frame/use-count.js';
import { AskCard } from '../parts/ask-card.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { comingWords } from './coming-words.js';
import { today, weekToDo } from './days.js';

/** The week that is not written yet, or not published. */
const WeeksAsk = ({ party, onCount }: AskProps) => {
  const words = useWords(comingWords);
  const format = useFormat();
  const asked = useAsk(`asks:weeks:${party.partyId}`, (api) =>
    dataOf(
      api.GET('/api/v1/kitchens/{kitchenId}/requirements', {
        params: { path: { kitchenId: party.partyId } },
      }),
    ),
  );
  const week = asked.state === 'done' ? weekToDo(asked.data.data, isoWeekOf(today())) : null;
  useCount(asked, week === null ? 0 : 1, onCount);
  if (week === null) return null;
  const { isoWeek, isDraft } = week;
  const days = daysOfWeek(isoWeek);
  return (
    <AskCard
      icon="week"
      title={isDraft ? words.askDraft(String(Number(isoWeek.slice(6)))) : words.askWeek}
      due={`${format.date(days[0] ?? '')} – ${format.date(days[6] ?? '')}`}
      action={isDraft ? words.askDraftGo : words.askWeekGo}
      href={`/kebutuhan/${isoWeek}`}
      isUrgent
    >
      <p>{isDraft ? words.askDraftAbout : words.askWeekAbout}</p>
    </AskCard>
  );
};

export default WeeksAsk;
