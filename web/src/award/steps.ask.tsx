import { dataOf } from '../api/api.js';
import { session } from '../api/session.js';
import { useAsk } from '../api/use-ask.js';
import type { AskProps } from '../frame/ask-row.js';
import { useCount } from '../frame/use-count.js';
import { AskCard } from '../parts/ask-card.js';
import { useFormat } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { useWords } from '../words/words.js';
import { stepWords } from './step-words.js';

const MOST = 200;
const SOON_MS = 24 * 3_600_000;

/** Steps of awards that wait for the organiser: those of this person, of anybody with the role, and late ones. */
const StepsAsk = ({ party, onCount }: AskProps) => {
  const words = useWords(stepWords);
  const format = useFormat();
  const isId = useLanguage() === 'id';
  const asked = useAsk(`asks:steps:${party.partyId}`, async (api) => {
    const { data } = await dataOf(api.GET('/api/v1/steps', { params: { query: { limit: MOST } } }));
    const ownId = session.value?.person.id;
    return data
      .filter(
        ({ by, holderId, deputyId, dueAt }) =>
          by === 'organiser' &&
          (holderId === null ||
            holderId === ownId ||
            (deputyId === ownId && Date.parse(dueAt) <= Date.now())),
      )
      .sort((a, b) => a.dueAt.localeCompare(b.dueAt));
  });
  useCount(asked, asked.state === 'done' ? asked.data.length : 0, onCount);
  if (asked.state !== 'done') return null;
  return (
    <>
      {asked.data.map((step) => (
        <AskCard
          key={`${step.lotId} ${step.step}`}
          icon="watch"
          title={`${isId ? step.titleId : step.titleEn}: ${isId ? step.itemNameId : step.itemNameEn}`}
          due={words.due(format.dayTime(step.dueAt))}
          action={words.review}
          href={`/paket/${step.lotId}/tinjau`}
          isUrgent={Date.parse(step.dueAt) - Date.now() < SOON_MS}
        >
          <p>
            {step.poolTitle}. {words.ifNobody}: {isId ? step.byDefaultId : step.byDefaultEn}
          </p>
        </AskCard>
      ))}
    </>
  );
};

export default StepsAsk;
