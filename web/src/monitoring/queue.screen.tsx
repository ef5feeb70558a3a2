import { dataOf, type View } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useOnce } from '../api/use-once.js';
import { useSend } from '../api/use-send.js';
import { useTitle } from '../frame/head.js';
import { Answered, Empty } from '../parts/asked.js';
import { Badge } from '../parts/badge.js';
import { Button } from '../parts/button.js';
import { Facts } from '../parts/facts.js';
import { RefusalOrProof } from '../parts/proof-of-self.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { useJobName } from './job-words.js';
import { queueWords } from './queue-words.js';
import { useParked } from './use-watch.js';

type Parked = View<'ParkedView'>;

const Redrive = ({ of: { eventId, consumer, attempts }, after }: { of: Parked; after: () => void }) => {
  const words = useWords(queueWords);
  const header = useOnce(eventId, consumer, attempts);
  const redriving = useSend(
    (api) =>
      dataOf(
        api.POST('/api/v1/parked/{eventId}/{consumer}/redrive', {
          params: { path: { eventId: String(eventId), consumer }, header },
        }),
      ),
    after,
  );
  return (
    <>
      <RefusalOrProof of={redriving} />
      {redriving.sent === null ? (
        <Button isBusy={redriving.isSending} onPress={() => void redriving.send()}>
          {words.again}
        </Button>
      ) : (
        <p role="status">{words.done}</p>
      )}
    </>
  );
};

/** Work that failed too often and waits for a hand: an administrator runs it again. */
const QueueScreen = () => {
  const words = useWords(queueWords);
  const format = useFormat();
  useTitle(words.title, words.about);
  const nameOf = useJobName();
  const parked = useParked();
  const canRedrive = actingParty()?.kind === 'administrator';
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.about}</p>
      <Answered of={parked}>
        {({ data }) =>
          data.length === 0 ? (
            <Empty title={words.none}>{words.noneNext}</Empty>
          ) : (
            <>
              {!canRedrive && <p>{words.whoRedrives}</p>}
              <div class="wide-cards">
                {data.map((job) => (
                  <article key={`${String(job.eventId)} ${job.consumer}`} class="card">
                    <header class="card-head">
                      <h2>{nameOf(job.consumer)}</h2>
                      <Badge tone="bad">{words.failed(format.number(job.attempts))}</Badge>
                    </header>
                    <p class="small">
                      {job.consumer} · {job.eventType}
                    </p>
                    <Facts
                      of={[
                        [words.number, String(job.eventId)],
                        [words.since, format.dateTime(job.recordedAt)],
                      ]}
                    />
                    {job.lastError !== null && (
                      <details>
                        <summary>{words.lastError}</summary>
                        <p class="small">{job.lastError}</p>
                      </details>
                    )}
                    {canRedrive && <Redrive of={job} after={parked.again} />}
                  </article>
                ))}
              </div>
            </>
          )
        }
      </Answered>
    </>
  );
};

export default QueueScreen;
