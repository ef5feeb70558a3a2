import type { AskProps } from '../frame/ask-row.js';
import { useCount } from '../frame/use-count.js';
import { AskCard } from '../parts/ask-card.js';
import { useFormat } from '../words/format.js';
import { useGoods } from '../words/packs.js';
import { useWords } from '../words/words.js';
import { comingWords } from './coming-words.js';
import { dayAfter, today } from './days.js';
import { useNeeds } from './use-needs.js';

/** What comes today, or else tomorrow. */
const ComingAsk = ({ party, onCount }: AskProps) => {
  const words = useWords(comingWords);
  const format = useFormat();
  const goods = useGoods();
  const now = today();
  const needs = useNeeds(party.partyId, now);
  const awaited =
    needs.state === 'done'
      ? needs.data.filter(({ state }) => state === 'prepared' || state === 'on-the-way')
      : [];
  const ofDay = (day: string) => awaited.filter(({ neededOn }) => neededOn === day);
  const [first] = [now, dayAfter(now, 1)].filter((day) => ofDay(day).length > 0);
  const rows = first === undefined ? [] : ofDay(first);
  useCount(needs, rows.length, onCount);
  if (rows.length === 0) return null;
  const names = [...new Set(rows.map(goods))];
  return (
    <AskCard
      icon="coming"
      title={(first === now ? words.askToday : words.askTomorrow)(format.number(names.length))}
      action={words.askGo}
      href="/datang"
      isUrgent={first === now}
    >
      <p>{names.join(', ')}</p>
    </AskCard>
  );
};

export default ComingAsk;
