import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { moneyWords } from './words.js';

/** When a due is to be paid, in words. */
export const DueWhen = ({
  dueAt,
  isOverdue,
}: {
  readonly dueAt: string | null;
  readonly isOverdue: boolean;
}) => {
  const words = useWords(moneyWords);
  const format = useFormat();
  if (dueAt === null) return <>{words.atOnce}</>;
  return isOverdue ? (
    <span class="late">{words.late(format.date(dueAt))}</span>
  ) : (
    <>{words.due(`${format.day(dueAt)}, ${format.time(dueAt)}`)}</>
  );
};
