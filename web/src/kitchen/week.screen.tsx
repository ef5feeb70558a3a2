import { useState } from 'preact/hooks';
import { daysOfWeek, isIsoWeek, isoWeekOf } from '../../../src/core/kernel/iso-week.js';
import { actingParty } from '../api/session.js';
import { useAsk } from '../api/use-ask.js';
import { useTitle } from '../frame/head.js';
import { NotFound } from '../frame/not-found.js';
import type { Params } from '../frame/screen.js';
import { Answered } from '../parts/asked.js';
import { Badge } from '../parts/badge.js';
import { LinkButton } from '../parts/button.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { askWeek } from './ask-week.js';
import { today, weekAfter } from './days.js';
import { WeekEditor } from './week-editor.js';
import { WeekLines } from './week-lines.js';
import { kitchenWords } from './words.js';

/** What a kitchen needs in a week, day by day. */
const Week = ({ isoWeek }: { readonly isoWeek: string }) => {
  const words = useWords(kitchenWords);
  const format = useFormat();
  useTitle(words.title);
  const kitchenId = actingParty()?.partyId ?? '';
  const [version, setVersion] = useState(0);
  const days = daysOfWeek(isoWeek);
  const week = useAsk(`requirement:${kitchenId}:${isoWeek}`, (api) => askWeek(api, kitchenId, isoWeek));
  const again = (): void => {
    week.again();
    setVersion(version + 1);
  };
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.about}</p>
      <h2>{words.week(isoWeek.slice(6), format.date(days[0] ?? ''), format.date(days[6] ?? ''))}</h2>
      <p class="buttons">
        <LinkButton tone="quiet" href={`/kebutuhan/${weekAfter(isoWeek, -1)}`}>
          {words.before}
        </LinkButton>
        <LinkButton tone="quiet" href={`/kebutuhan/${weekAfter(isoWeek, 1)}`}>
          {words.after}
        </LinkButton>
      </p>
      <Answered of={week}>
        {(shown) =>
          shown?.state === 'published' ? (
            <>
              <Badge tone="good">{words.published}</Badge>
              <WeekLines lines={shown.lines} days={days} hasTrace />
            </>
          ) : (
            <WeekEditor
              key={`${isoWeek}:${String(shown?.version ?? 0)}:${String(version)}`}
              kitchenId={kitchenId}
              isoWeek={isoWeek}
              lastWeek={weekAfter(isoWeek, -1)}
              saved={shown}
              onChange={again}
            />
          )
        }
      </Answered>
    </>
  );
};

const WeekScreen = ({ params: { isoWeek } }: { readonly params: Params }) => {
  const asked = isoWeek ?? isoWeekOf(today());
  return isIsoWeek(asked) ? <Week key={asked} isoWeek={asked} /> : <NotFound />;
};

export default WeekScreen;
