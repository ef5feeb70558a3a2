import { Link } from 'wouter-preact';
import { useTitle } from '../frame/head.js';
import { Answered, Empty } from '../parts/asked.js';
import { Badge } from '../parts/badge.js';
import { Path } from '../parts/path.js';
import { Table } from '../parts/table.js';
import { useFormat } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { useWords } from '../words/words.js';
import { useJobName } from './job-words.js';
import { useParked, useSteps } from './use-watch.js';
import { watchWords } from './watch-words.js';

const Steps = () => {
  const words = useWords(watchWords);
  const format = useFormat();
  const isId = useLanguage() === 'id';
  const steps = useSteps();
  return (
    <Answered of={steps}>
      {({ data }) =>
        data.length === 0 ? (
          <Empty title={words.stepsNone} />
        ) : (
          <Table
            caption={words.steps}
            rows={data}
            keyOf={({ lotId, step, attempt }) => `${lotId} ${step} ${attempt ?? 0}`}
            columns={[
              { name: words.stepOf, of: (step) => (isId ? step.titleId : step.titleEn) },
              {
                name: words.pool,
                of: (step) => (
                  <Link href={`/paket/${step.lotId}`}>
                    {step.poolTitle}, {isId ? step.itemNameId : step.itemNameEn}
                  </Link>
                ),
              },
              { name: words.holder, of: (step) => step.holderName ?? words.anyone },
              {
                name: words.dueAt,
                of: ({ dueAt }) => {
                  const isLate = new Date(dueAt).getTime() < Date.now();
                  return (
                    <span>
                      {format.dateTime(dueAt)}{' '}
                      <Badge tone={isLate ? 'bad' : 'plain'}>{isLate ? words.late : words.inTime}</Badge>
                    </span>
                  );
                },
              },
              { name: words.ifNobody, of: (step) => (isId ? step.byDefaultId : step.byDefaultEn) },
            ]}
          />
        )
      }
    </Answered>
  );
};

/** What waits: for a person, or for a hand because it failed too often. */
const StuckScreen = () => {
  const words = useWords(watchWords);
  const format = useFormat();
  useTitle(words.parked, words.about);
  const nameOf = useJobName();
  const parked = useParked();
  return (
    <>
      <Path name={words.path} steps={[['/pengawasan', words.title]]} />
      <h1>{words.parked}</h1>
      <p>{words.parkedAbout}</p>
      <Answered of={parked}>
        {({ data }) =>
          data.length === 0 ? (
            <Empty title={words.parkedNone} />
          ) : (
            <Table
              caption={words.parked}
              rows={data}
              keyOf={({ eventId, consumer }) => `${eventId} ${consumer}`}
              columns={[
                {
                  name: words.consumer,
                  of: ({ consumer, eventType, eventId }) => (
                    <>
                      <span class="row-name">{nameOf(consumer)}</span>
                      <span class="small">
                        {consumer} · {eventType} {eventId}
                      </span>
                    </>
                  ),
                  isText: true,
                },
                { name: words.attempts, of: ({ attempts }) => format.number(attempts), isNumber: true },
                { name: words.error, of: ({ lastError }) => lastError ?? '', isText: true },
                { name: words.since, of: ({ recordedAt }) => format.dateTime(recordedAt) },
              ]}
            />
          )
        }
      </Answered>
      <h2>{words.steps}</h2>
      <Steps />
    </>
  );
};

export default StuckScreen;
